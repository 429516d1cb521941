package interleave.app.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Moving the keyboard into a part of the window. */
final class Focus {
  private Focus() {}

  /** Focuses the first thing within that can have it. */
  static void into(Node node) {
    first(node).ifPresent(Node::requestFocus);
  }

  /** From the pane in which the keyboard is into the next one that is there, around in a circle. */
  static void next(List<? extends Node> panes, int direction) {
    List<? extends Node> visible =
        panes.stream().filter(pane -> pane.getScene() != null && pane.isVisible()).toList();
    if (visible.isEmpty()) {
      return;
    }
    Node owner = visible.getFirst().getScene().getFocusOwner();
    int at = -1;
    for (Node up = owner; up != null && at < 0; up = up.getParent()) {
      at = visible.indexOf(up);
    }
    into(visible.get(Math.floorMod(at + direction, visible.size())));
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> found = first(child);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
