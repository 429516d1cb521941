package interleave.app.window;

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
