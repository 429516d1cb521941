package interleave.view.control;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Lies in the place of something that gives an answer away. A click takes it away, and so do Enter
 * and Space where it has the keyboard. It says what is below it, and nothing of that.
 */
public final class Cover extends Button {
  private static final SpokenWords WORDS = SpokenWords.of("view/teacher");

  /**
   * @param key what is covered, by its name among the words of the teacher's view
   * @param uncover takes it away
   */
  public Cover(String key, Runnable uncover, Object... values) {
    WORDS.on(this, "cover." + key, values);
    WORDS.accessible(this, "cover." + key, values);
    setId("cover-" + key);
    getStyleClass().add("cover");
    setGraphic(new FontIcon(Feather.EYE_OFF));
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(Region.USE_PREF_SIZE);
    setWrapText(true);
    setMnemonicParsing(false);
    setTooltip(WORDS.tooltip("cover.tip"));
    accessibleHelpProperty().bind(WORDS.text("cover.tip"));
    setOnAction(_ -> uncover.run());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) { // buttons know the space only
            fire();
            event.consume();
          }
        });
  }
}
