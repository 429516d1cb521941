package interleave.view.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that say what they do: by text, or by an icon with a tooltip and an accessible text. */
public final class Buttons {
  private Buttons() {}

  /** A button of the bar at the top with an icon only. */
  public static Button icon(Ikon icon, ObservableValue<String> says, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    return dressed(button, says, action);
  }

  /** The same with a filled shape, given as an SVG path. */
  public static Button shape(String path, ObservableValue<String> says, Runnable action) {
    Button button = new Button();
    button.setGraphic(drawn(path));
    return dressed(button, says, action);
  }

  private static Button dressed(Button button, ObservableValue<String> says, Runnable action) {
    button.getStyleClass().addAll("bar-button", "icon-only");
    button.setOnAction(_ -> action.run());
    describe(button, says);
    return button;
  }

  /** A button of the bar at the top with words. */
  public static Button words(
      ObservableValue<String> text, ObservableValue<String> says, Runnable action) {
    Button button = new Button();
    button.textProperty().bind(text);
    button.getStyleClass().add("bar-button");
    button.setOnAction(_ -> action.run());
    describe(button, says);
    return button;
  }

  /** A filled shape in the colour of text. */
  public static SVGPath drawn(String path) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("shape");
    return shape;
  }

  /** Gives a button its tooltip and its accessible text. */
  public static void describe(ButtonBase button, ObservableValue<String> says) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(says);
    button.setTooltip(tooltip);
    button.accessibleTextProperty().bind(says);
  }
}
