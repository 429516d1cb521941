package interleave.app.window;

import interleave.view.control.SpokenWords;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where a note is written to a mark. */
final class NoteCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");
  private static final int MOST = 200;

  private final TextField field;

  /**
   * @param when the moment of the mark
   * @param before what stands there
   * @param written takes the note, and the card away
   */
  NoteCard(String when, String before, Consumer<String> written) {
    getStyleClass().add("card");
    setId("note");
    setMaxSize(460, Region.USE_PREF_SIZE);
    Label title = new Label(WORDS.get("note.title", when));
    title.getStyleClass().add("title");
    field = new TextField(before);
    field.setId("note-field");
    field.promptTextProperty().bind(WORDS.text("note.prompt"));
    WORDS.accessible(field, "note.prompt");
    field.setOnAction(
        _ -> {
          String text = field.getText().strip();
          written.accept(text.substring(0, Math.min(MOST, text.length())));
        });
    getChildren().addAll(title, field);
  }

  /** Puts the cursor into its field. */
  void focus() {
    field.requestFocus();
    field.selectAll();
  }
}
