package interleave.view.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputHistoryTest {
  private final InputHistory history = new InputHistory();

  @Test
  void upBringsBackWhatWasTypedAndDownWhatWasBegun() {
    history.sent("one");
    history.sent("two");
    assertThat(history.older("begun")).isEqualTo("two");
    assertThat(history.older("two")).isEqualTo("one");
    assertThat(history.older("one")).isEqualTo("one");
    assertThat(history.newer("one")).isEqualTo("two");
    assertThat(history.newer("two")).isEqualTo("begun");
    assertThat(history.newer("begun")).isEqualTo("begun");
  }

  @Test
  void aLineSentTwiceInARowIsKeptOnceAndAnEmptyOneNotAtAll() {
    history.sent("again");
    history.sent("");
    history.sent("again");
    assertThat(history.older("")).isEqualTo("again");
    assertThat(history.older("again")).isEqualTo("again");
    assertThat(history.newer("again")).isEmpty();
  }

  @Test
  void withoutAnythingTypedTheFieldStaysAsItIs() {
    assertThat(history.older("begun")).isEqualTo("begun");
    assertThat(history.newer("begun")).isEqualTo("begun");
  }
}
