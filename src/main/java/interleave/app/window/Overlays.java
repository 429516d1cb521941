package interleave.app.window;

import interleave.view.keys.CommandPalette;
import interleave.view.search.SearchCard;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The card that lies over the window, one at a time, on a veil that closes it. */
final class Overlays {
  private static final double BAR_ABOVE = 44;

  private final StackPane root;
  private final Runnable closed;
  private Optional<Node> shown = Optional.empty();
  private Optional<Node> bar = Optional.empty();

  /**
   * @param closed is told when a card went away, and gives the keyboard to another
   */
  Overlays(StackPane root, Runnable closed) {
    this.root = root;
    this.closed = closed;
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Before the timeline, which would forget its selection. */
  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !isOpen() && bar.isPresent()) {
      closeBar();
      event.consume();
    }
  }

  boolean isOpen() {
    return shown.isPresent();
  }

  /** Whether that card lies over the window. */
  boolean shows(@Nullable Node card) {
    return card != null && shown.filter(veil -> veil == card.getParent()).isPresent();
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

  /** Lies over the window and lets it be: at the bottom, below a card. */
  void openBar(Node node) {
    if (bar.isEmpty()) {
      StackPane.setAlignment(node, Pos.BOTTOM_CENTER);
      StackPane.setMargin(node, new Insets(0, 0, BAR_ABOVE, 0));
      root.getChildren().add(node);
      bar = Optional.of(node);
    }
  }

  void closeBar() {
    bar.ifPresent(root.getChildren()::remove);
    bar = Optional.empty();
  }

  void close() {
    shown.ifPresent(root.getChildren()::remove);
    shown = Optional.empty();
    closed.run();
  }
}
