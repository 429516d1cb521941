package interleave.view.timeline;

import static interleave.view.timeline.TimelineKeys.Function.ARROW_FORWARD;
import static interleave.view.timeline.TimelineKeys.Function.FIT_ALL;
import static interleave.view.timeline.TimelineKeys.Function.PAN_LEFT;
import static interleave.view.timeline.TimelineKeys.Function.ZOOM_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class TimelineKeysTest {
  private static KeyEvent press(String text, KeyCode code, boolean control, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, alt, false);
  }

  @Test
  void keysAreThoseOfTraceViewers() {
    assertThat(TimelineKeys.of(press("w", KeyCode.W, false, false))).contains(ZOOM_IN);
    assertThat(TimelineKeys.of(press("a", KeyCode.A, false, false))).contains(PAN_LEFT);
    assertThat(TimelineKeys.of(press("0", KeyCode.DIGIT0, false, false))).contains(FIT_ALL);
  }

  @Test
  void everyFunctionHasAKey() {
    Set<TimelineKeys.Function> reached = EnumSet.noneOf(TimelineKeys.Function.class);
    for (KeyCode code : KeyCode.values()) {
      TimelineKeys.of(code).ifPresent(reached::add);
    }
    assertThat(reached).containsExactlyInAnyOrder(TimelineKeys.Function.values());
  }

  @Test
  void keysWithControlBelongToTheWindow() {
    assertThat(TimelineKeys.of(press("f", KeyCode.F, true, false))).isEmpty();
  }

  @Test
  void aBracketThatNeedsAltGrIsABracketStill() {
    assertThat(TimelineKeys.of(press("]", KeyCode.DIGIT9, true, true))).contains(ARROW_FORWARD);
  }
}
