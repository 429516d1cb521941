package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Times of whatever clock come to be those of one. */
class ClocksTest {
  private static Proto packet(int sequence) {
    return new Proto().number(10, sequence);
  }

  private static Proto clock(long id, long time) {
    return new Proto().number(1, id).number(2, time);
  }

  private static Proto instant(String name) {
    Proto event = new Proto().number(9, 3).number(11, 0).text(23, name);
    return event;
  }

  @Test
  void anEventOfOneClockIsPlacedByWhatSeveralShowedAtOneMoment() {
    Proto snapshot =
        new Proto()
            .message(1, clock(6, 5_000))
            .message(1, clock(3, 1_000))
            .message(1, clock(1, 9_000));
    ToldTrace told =
        ToldTrace.of(
            packet(1).number(8, 1_100).number(58, 3).message(11, instant("mono")),
            packet(1).message(6, snapshot), // behind what it is needed for
            packet(1).number(8, 5_050).message(11, instant("boot")),
            packet(1).number(8, 9_150).number(58, 1).message(11, instant("wall")));
    assertThat(told.lines("of the whole recording"))
        .containsExactly("0 INSTANT boot", "50 INSTANT mono", "100 INSTANT wall");
  }

  @Test
  void clocksThatMeetOnlyByAnotherArePlacedByIt() {
    ToldTrace told =
        ToldTrace.of(
            packet(1).message(6, new Proto().message(1, clock(6, 100)).message(1, clock(5, 1_100))),
            packet(1).message(6, new Proto().message(1, clock(5, 1_200)).message(1, clock(9, 70))),
            packet(1).number(8, 200).message(11, instant("here")),
            packet(1).number(8, 90).number(58, 9).message(11, instant("there")));
    assertThat(told.lines("of the whole recording"))
        .containsExactly("0 INSTANT here", "20 INSTANT there");
  }

  @Test
  void aWritersOwnClockTellsWhatIsAddedInItsUnit() {
    Proto own = clock(64, 7).number(3, 1).number(4, 1000);
    Proto snapshot = new Proto().message(1, clock(6, 50_000)).message(1, own);
    Proto defaults = new Proto().number(58, 64);
    ToldTrace told =
        ToldTrace.of(
            packet(3).number(13, 1).message(6, snapshot).message(59, defaults),
            packet(3).number(8, 2).number(13, 2).message(11, instant("a")),
            packet(3).number(8, 3).number(13, 2).message(11, instant("b")),
            packet(3).number(8, 50_001).number(58, 6).message(11, instant("c")));
    assertThat(told.lines("of the whole recording"))
        .containsExactly("0 INSTANT c", "1999 INSTANT a", "4999 INSTANT b");
  }

  @Test
  void whatHasAClockThatNothingTiesToTheOthersIsCounted() {
    ToldTrace told =
        ToldTrace.of(
            packet(1).number(8, 10).message(11, instant("known")),
            packet(1).number(8, 10).number(58, 200).message(11, instant("strange")));
    assertThat(told.lines()).containsExactly("of the whole recording 0 INSTANT known");
    assertThat(told.problems)
        .containsExactly(
            "1 event has no time, or one of a clock of which nothing tells how it stands to the"
                + " others: it is not drawn.");
  }

  @Test
  void whereThereIsOneClockOnlyItsTimesAreWhatTheyAre() {
    ToldTrace told =
        ToldTrace.of(
            packet(1).number(8, 10).number(58, 3).message(11, instant("a")),
            packet(1).number(8, 17).number(58, 3).message(11, instant("b")));
    assertThat(told.lines("of the whole recording")).containsExactly("0 INSTANT a", "7 INSTANT b");
  }
}
