package interleave.view.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Light or dark. The colours stand in {@code light.css} and {@code dark.css}, the shapes in {@code
 * base.css}.
 */
public enum Theme {
  LIGHT("light"),
  DARK("dark");

  private final String word;

  Theme(String word) {
    this.word = word;
  }

  /** {@code light} or {@code dark}, as in the settings. */
  public String word() {
    return word;
  }

  /** The theme of that word, light for any other. */
  public static Theme of(String word) {
    return word.equals(DARK.word) ? DARK : LIGHT;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  public boolean isDark() {
    return this == DARK;
  }

  /**
   * Loads the fonts and sets the style sheet below everything. Before any control is made: the
   * style sheets of ControlsFX look up colours that come from here.
   */
  public void install() {
    Fonts.load();
    Application.setUserAgentStylesheet(
        this == DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Dresses a window, now and again when the theme changes. */
  public void dress(Scene scene) {
    scene.getStylesheets().setAll(sheet(word), sheet("base"));
    scene.setFill(this == DARK ? Color.web("#0f1419") : Color.WHITE);
    mark(scene.getRoot());
  }

  /** Marks a root, so that rules can tell the themes apart. */
  public void mark(Parent root) {
    root.getStyleClass().removeAll(LIGHT.word, DARK.word);
    root.getStyleClass().add(word);
  }

  /** Address of a style sheet, for popups and dialogs, which are windows of their own. */
  public static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name).toExternalForm();
  }
}
