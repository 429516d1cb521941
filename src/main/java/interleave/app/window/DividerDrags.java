package interleave.app.window;

import java.util.List;
import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** Hears when the user drags a divider and lets it go, or clicks it twice. */
final class DividerDrags {
  private boolean pressed;
  private boolean moved;

  /**
   * @param dropped is told in which of the two a divider was let go elsewhere
   * @param twice is told of a double click
   */
  DividerDrags(SplitPane one, SplitPane other, Consumer<SplitPane> dropped, Runnable twice) {
    for (SplitPane split : List.of(one, other)) {
      split.addEventFilter(
          MouseEvent.MOUSE_PRESSED,
          event -> {
            pressed = isDivider(event.getTarget(), split);
            moved = false;
          });
      split.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> moved |= pressed);
      split.addEventFilter(
          MouseEvent.MOUSE_RELEASED, event -> release(split, event, dropped, twice));
    }
  }

  private void release(
      SplitPane split, MouseEvent event, Consumer<SplitPane> dropped, Runnable twice) {
    if (!isDivider(event.getTarget(), split)) {
      return;
    }
    pressed = false;
    if (moved) {
      dropped.accept(split);
    } else if (event.getClickCount() == 2) {
      twice.run();
    }
  }

  /** Whether a divider is in somebody's hand. */
  boolean dragging() {
    return pressed;
  }

  /** A divider of that one, and not of another in it. */
  private static boolean isDivider(EventTarget target, SplitPane split) {
    for (Node up = target instanceof Node node ? node : null; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("split-pane-divider")) {
        return up.getParent() == split;
      }
    }
    return false;
  }
}
