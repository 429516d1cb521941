package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not drawn of a file may be more than a notice has room for. */
class LossAlarmTest {
  private static final String LONG =
      "Not drawn, by kind: " + "field of events 1010 × 38, ".repeat(20);

  @Test
  void whatIsShortIsSaidWhole() {
    assertThat(LossAlarm.brief("2 events are not drawn.", true))
        .isEqualTo("2 events are not drawn.");
  }

  @Test
  void whatIsLongEndsWithAWordAndSaysWhereTheRestIs() {
    assertThat(LossAlarm.brief(LONG, true))
        .hasSizeLessThan(200)
        .endsWith("1010 × 38, … The rest is among the notes.");
    assertThat(LossAlarm.brief(LONG, false)).endsWith("1010 × 38,…").hasSizeLessThan(161);
  }
}
