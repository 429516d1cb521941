package interleave.app.window;

import interleave.view.control.Buttons;
import interleave.view.control.SpokenWords;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small buttons in the corner of a pane, which fold it or give it all the room. */
final class PaneCorner extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");

  private final Pane pane;

  PaneCorner(Pane pane) {
    super(2);
    this.pane = pane;
    getStyleClass().add("pane-corner");
    setAlignment(Pos.CENTER_RIGHT);
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** The pane with its corner at the upper right. */
  StackPane over(Node content, Insets from) {
    StackPane both = new StackPane(content, this);
    both.setMinWidth(0);
    StackPane.setAlignment(this, Pos.TOP_RIGHT);
    StackPane.setMargin(this, from);
    return both;
  }

  /** Adds a button; its words are {@code pane.} and that name. */
  Button button(String name, Ikon icon, Runnable action) {
    Button button = new Button();
    button.getStyleClass().add("pane-button");
    button.setFocusTraversable(false); // keys do the same
    button.setOnAction(_ -> action.run());
    button.setId(pane.word() + "-" + name);
    becomes(button, name, icon);
    getChildren().add(button);
    return button;
  }

  /** The other thing that a button does, such as to make small again what it made large. */
  static void becomes(Button button, String name, Ikon icon) {
    if (name.equals(button.getUserData())) {
      return;
    }
    button.setUserData(name);
    button.setGraphic(new FontIcon(icon));
    button.accessibleTextProperty().unbind();
    Buttons.describe(button, WORDS.text("pane." + name));
  }

  static void maximised(Button button, boolean large) {
    becomes(
        button, large ? "restore" : "maximise", large ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2);
  }
}
