package interleave.view.keys;

import interleave.view.control.SpokenWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Type a few letters of what you want, Enter does it. */
public final class CommandPalette extends VBox {
  /** Something that can be done, with the keys that do it too. */
  public record Choice(String title, String keys, Runnable action) {}

  private static final SpokenWords WORDS = SpokenWords.of("view/keys");

  private final List<Choice> choices;
  private final TextField field = new TextField();
  private final ListView<Choice> list = new ListView<>();
  private final Consumer<Choice> chosen;

  /**
   * @param chosen hears what was chosen; closes the palette and does it
   */
  public CommandPalette(List<Choice> choices, Consumer<Choice> chosen) {
    this.choices = choices;
    this.chosen = chosen;
    getStyleClass().add("card");
    setId("palette");
    setMaxSize(520, 420);
    field.promptTextProperty().bind(WORDS.text("palette.prompt"));
    WORDS.accessible(field, "palette.prompt");
    field.setId("palette-field");
    list.getStyleClass().add("palette-list");
    list.setCellFactory(_ -> new ChoiceCell());
    list.setFocusTraversable(false);
    list.setPlaceholder(WORDS.label("palette.nothing"));
    list.setOnMouseClicked(_ -> take());
    field.textProperty().addListener((_, _, text) -> filter(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(field, list);
    filter("");
  }

  /** Puts the cursor into its field. */
  public void focus() {
    field.requestFocus();
  }

  private void filter(String text) {
    list.getItems()
        .setAll(
            choices.stream()
                .filter(choice -> matches(text, choice.title()))
                .sorted(Comparator.comparing(choice -> !inOnePiece(text, choice.title())))
                .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  /** What was typed as it stands comes before its letters here and there. */
  private static boolean inOnePiece(String search, String title) {
    return title.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  /** Whether the letters of the search occur in the title in their order. */
  static boolean matches(String search, String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    int at = 0;
    for (char c : search.toLowerCase(Locale.ROOT).replace(" ", "").toCharArray()) {
      at = lower.indexOf(c, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
      int at =
          Math.clamp(
              list.getSelectionModel().getSelectedIndex() + step,
              0,
              Math.max(0, list.getItems().size() - 1));
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 4));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      take();
      event.consume();
    }
  }

  private void take() {
    Choice choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      chosen.accept(choice);
    }
  }

  private static final class ChoiceCell extends ListCell<Choice> {
    @Override
    protected void updateItem(Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        return;
      }
      Label title = new Label(choice.title());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox row = new HBox(8, title, gap);
      row.setAlignment(Pos.CENTER_LEFT);
      if (!choice.keys().isEmpty()) {
        Label keys = new Label(choice.keys());
        keys.getStyleClass().add("key");
        row.getChildren().add(keys);
      }
      setGraphic(row);
    }
  }
}
