package interleave.view.keys;

import interleave.view.control.SpokenWords;
import interleave.view.timeline.TimelineKeys;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys on one card. */
public final class KeysOverlay {
  private static final SpokenWords WORDS = SpokenWords.of("view/keys");

  private KeysOverlay() {}

  /** The card. */
  public static Node card() {
    List<Command> commands =
        Arrays.stream(Command.values()).filter(command -> !command.keys().isEmpty()).toList();
    GridPane first = grid();
    GridPane second = grid();
    for (int i = 0; i < commands.size(); i++) {
      GridPane grid = i < (commands.size() + 1) / 2 ? first : second;
      row(grid, String.join(", ", commands.get(i).keys()), commands.get(i).title());
    }
    GridPane timeline = grid();
    for (TimelineKeys.Function function : TimelineKeys.Function.values()) {
      row(timeline, function.keys(), function.words());
    }
    HBox columns =
        new HBox(
            36,
            column(WORDS.label("keys.window"), first),
            column(new Label(), second),
            column(WORDS.label("keys.timeline"), timeline));
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    Label title = WORDS.label("keys");
    title.getStyleClass().add("title");
    VBox card = new VBox(title, scroll);
    card.getStyleClass().add("card");
    card.setId("keys");
    card.setMaxSize(1100, Region.USE_PREF_SIZE);
    return card;
  }

  private static VBox column(Label label, Node rows) {
    label.getStyleClass().add("heading");
    return new VBox(8, label, rows);
  }

  private static GridPane grid() {
    return new GridPane(14, 5);
  }

  private static void row(GridPane grid, String keys, String does) {
    HBox strokes = new HBox(4);
    for (String key : keys.split(", ", -1)) {
      Label label = new Label(key);
      label.getStyleClass().add("key");
      label.setMinWidth(Region.USE_PREF_SIZE);
      strokes.getChildren().add(label);
    }
    strokes.setMinWidth(Region.USE_PREF_SIZE);
    Label words = new Label(does);
    words.setWrapText(true); // in a small window
    words.setMinHeight(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), strokes, words);
  }
}
