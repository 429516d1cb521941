package interleave.view.tableau;

import static interleave.event.EventKind.LOCK_ACQUIRED;
import static interleave.event.EventKind.LOCK_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.view.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TableauViewTest {
  private static final int HOLDERS = 5;
  private TableauView view;

  @Start
  void show(Stage stage) {
    view = new TableauView();
    view.timelineProperty().set(holders());
    view.setPrefSize(860, 100); // whatever size the window has from other tests
    stage.setScene(new Scene(new Pane(view)));
    stage.show();
  }

  /** Each but the last waits for the next one's lock: no ring, which is drawn as one. */
  private static Timeline holders() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Holders");
    List<Integer> locks = new ArrayList<>();
    List<Trace.Thread> holders = new ArrayList<>();
    for (int i = 0; i < HOLDERS; i++) {
      locks.add(process.object(ObjectType.LOCK, 0, "Lock-" + i));
      holders.add(process.thread(i + 1, "Holder-" + i));
    }
    for (int i = 0; i < HOLDERS; i++) {
      holders.get(i).at(10 + i).event(LOCK_ACQUIRED, locks.get(i));
    }
    for (int i = 1; i < HOLDERS; i++) {
      holders.get(i - 1).at(20 + i).event(LOCK_REQUEST, locks.get(i));
    }
    trace.store.advance(1_000_000_000);
    return trace.store.snapshot();
  }

  @Test
  void whatHasNoRoomIsReachedByScrolling() throws Exception {
    until(() -> aLockIsHitAtTheBottom(null));
    ThingRef before = view.selectionProperty().get();
    WaitForAsyncUtils.asyncFx(() -> view.fireEvent(wheel(-120))).get();
    until(() -> aLockIsHitAtTheBottom(before));
  }

  @Test
  void itIsAsLargeAsItCanBeAgainWhereItGetsAsHighAsItNeeds() throws Exception {
    until(() -> view.getNeededHeight() > 0);
    double needed = WaitForAsyncUtils.asyncFx(view::getNeededHeight).get();
    high(needed - 1);
    until(() -> !aLockIsHitAtTheBottom(null)); // smaller, and so with room below
    high(needed);
    until(() -> aLockIsHitAtTheBottom(null));
    assertThat(WaitForAsyncUtils.asyncFx(view::getNeededHeight).get()).isEqualTo(needed);
  }

  private void high(double height) throws Exception {
    WaitForAsyncUtils.asyncFx(() -> view.setPrefHeight(height)).get();
    until(() -> view.getHeight() == Math.ceil(height));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ScrollEvent wheel(double by) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        0,
        0,
        0,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        by,
        0,
        by,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private boolean aLockIsHitAtTheBottom(ThingRef butNot) throws Exception {
    for (double up = 8; up < 60; up += 12) {
      double y = view.getHeight() - up;
      WaitForAsyncUtils.asyncFx(
              () -> view.getChildrenUnmodifiable().getFirst().fireEvent(click(430, y)))
          .get();
      ThingRef hit = view.selectionProperty().get();
      if (hit instanceof ThingRef.Lock && !hit.equals(butNot)) {
        return true;
      }
    }
    return false;
  }

  private static MouseEvent click(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        true,
        false,
        true,
        null);
  }

  private static void until(Callable<Boolean> state) throws Exception {
    Patience.waitFor(state);
  }
}
