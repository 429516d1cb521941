package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionHistoryTest {
  private final SelectionHistory<String> travels = new SelectionHistory<>();

  @Test
  void oneGoesBackAndForthAmongThePlaces() {
    travels.visit("a");
    travels.visit("b");
    travels.visit("c");
    assertThat(travels.back()).hasValue("b");
    assertThat(travels.back()).hasValue("a");
    assertThat(travels.back()).isEmpty();
    assertThat(travels.forth()).hasValue("b");
  }

  @Test
  void aNewPlaceForgetsWhatLayAhead() {
    travels.visit("a");
    travels.visit("b");
    travels.back();
    travels.visit("c");
    assertThat(travels.forth()).isEmpty();
    assertThat(travels.back()).hasValue("a");
  }

  @Test
  void theSamePlaceTwiceIsOnePlace() {
    travels.visit("a");
    travels.visit("a");
    assertThat(travels.back()).isEmpty();
  }
}
