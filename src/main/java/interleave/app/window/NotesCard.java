package interleave.app.window;

import interleave.view.control.Copying;
import interleave.view.control.SpokenWords;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What tracers and reader had to say of a run, on a card. */
final class NotesCard {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");
  private static final int MOST = 200;

  private NotesCard() {}

  static Node card(List<String> notes) {
    Label title = WORDS.label("notes");
    title.getStyleClass().add("title");
    VBox lines = new VBox(8);
    notes.stream().limit(MOST).forEach(note -> lines.getChildren().add(line(note)));
    if (notes.size() > MOST) {
      lines.getChildren().add(line(WORDS.get("notes.more", notes.size() - MOST)));
    }
    if (notes.isEmpty()) {
      lines.getChildren().add(line(WORDS.get("notes.none")));
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    lines
        .heightProperty()
        .addListener((_, _, height) -> scroll.setPrefViewportHeight(height.doubleValue()));
    VBox card = new VBox(title, scroll);
    card.setId("notes");
    if (!notes.isEmpty()) {
      Button copy = WORDS.on(new Button(), "notes.copy");
      copy.setId("notes-copy");
      copy.setOnAction(_ -> Copying.put(String.join(System.lineSeparator(), notes)));
      HBox below = new HBox(copy);
      below.setAlignment(Pos.CENTER_RIGHT);
      card.getChildren().add(below);
    }
    card.getStyleClass().add("card");
    card.setMaxSize(640, Region.USE_PREF_SIZE);
    return card;
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
