package interleave.app.window;

import interleave.view.keys.CommandPalette;
import interleave.view.search.SearchCard;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The card that lies over the window, one at a time, on a veil that closes it. */
final class Overlays {
  private final StackPane root;
  private final Runnable closed;
  private Optional<Node> shown = Optional.empty();

  /**
   * @param closed is told when a card went away, and gives the keyboard to another
   */
  Overlays(StackPane root, Runnable closed) {
    this.root = root;
    this.closed = closed;
  }

  boolean isOpen() {
    return shown.isPresent();
  }

  void open(Node card) {
    close();
    StackPane veil = new StackPane(card);
    veil.getStyleClass().add("veil");
    veil.setPadding(new Insets(40));
    if (card instanceof CommandPalette || card instanceof SearchCard) {
      StackPane.setAlignment(card, Pos.TOP_CENTER);
    }
    veil.setOnMouseClicked(
        event -> {
          if (event.getTarget() == veil) {
            close();
          }
        });
    shown = Optional.of(veil);
    root.getChildren().add(veil);
    veil.setFocusTraversable(true);
    veil.requestFocus();
  }

  void close() {
    shown.ifPresent(root.getChildren()::remove);
    shown = Optional.empty();
    closed.run();
  }
}
