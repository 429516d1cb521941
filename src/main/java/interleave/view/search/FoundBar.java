package interleave.view.search;

import interleave.timeline.layout.Durations;
import interleave.view.control.SpokenWords;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Which of what was found one is at, and the way to the next; lies over the window, lets it be. */
public final class FoundBar extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/search");

  private final Label where = new Label();

  /**
   * @param again shows the list
   * @param close is called when it has served
   */
  public FoundBar(Runnable previous, Runnable next, Runnable again, Runnable close) {
    super(4);
    setId("found");
    getStyleClass().addAll("card", "found");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    where.setId("found-where");
    where.setMaxWidth(320);
    getChildren()
        .addAll(
            where,
            button("found-previous", "previous", "▲", previous),
            button("found-next", "next", "▼", next),
            button("found-list", "list", "≡", again),
            button("found-close", "close", "×", close));
  }

  private static Button button(String id, String key, String sign, Runnable action) {
    Button button = new Button(sign);
    button.setId(id);
    button.getStyleClass().add("chip");
    button.setTooltip(WORDS.tooltip(key));
    WORDS.accessible(button, key);
    button.setFocusTraversable(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  public void show(FoundWalk walk) {
    where.setText(
        WORDS.get(
            "where",
            Durations.count(walk.at() + 1L),
            Durations.count(walk.hits().size()),
            walk.hit().kind().word(),
            walk.hit().name().strip()));
  }
}
