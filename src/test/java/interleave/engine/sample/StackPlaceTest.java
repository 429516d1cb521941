package interleave.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.sample.StackPlace.Field;
import org.junit.jupiter.api.Test;

/** What a tracer leaves word of, and what is none of its. */
class StackPlaceTest {
  private static final String TOLD =
      "at 11 140286363028344 140286362969768 140286361901824"
          + " 16 8 152 56 8 32 48 56 69 72 112 128 136 184 48 72\n";

  @Test
  void numbersAreTakenByTheirPlaces() {
    StackPlace place = StackPlace.of(new LeftWord(7, TOLD)).orElseThrow();
    assertThat(place.minor()).isEqualTo(11);
    assertThat(place.interpreter()).isEqualTo(140286363028344L);
    assertThat(place.at(Field.FIRST_THREAD)).isEqualTo(16);
    assertThat(place.at(Field.OTHER_TEXT)).isEqualTo(72);
    assertThat(place.has(Field.INNER_FRAME)).isTrue();
  }

  @Test
  void aReasonIsTaken() {
    assertThat(StackPlace.of(new LeftWord(7, "absent threaded\n")).orElseThrow().reason())
        .isEqualTo("threaded");
  }

  @Test
  void whatIsNotWhollyThereIsNone() {
    assertThat(StackPlace.of(new LeftWord(7, TOLD.substring(0, 40)))).isEmpty();
    assertThat(StackPlace.of(new LeftWord(7, TOLD.replace("\n", " 1\n")))).isEmpty();
  }

  @Test
  void whatIsTooFarAwayIsNoPlace() {
    assertThat(StackPlace.of(new LeftWord(7, TOLD.replace(" 184 ", " 184000 ")))).isEmpty();
    assertThat(StackPlace.of(new LeftWord(7, TOLD.replace(" 184 ", " -2 ")))).isEmpty();
  }
}
