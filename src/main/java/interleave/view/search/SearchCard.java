package interleave.view.search;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.search.Found;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.SpokenWords;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Type a name, Enter goes to the thing. Very much may have to be looked through, so each text is
 * looked for on a thread of its own, which gives up when there is another text.
 */
public final class SearchCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/search");

  /** How many of each kind are shown. */
  private static final int MOST = 60;

  private final Supplier<Timeline> timeline;
  private final Consumer<Found.Hit> go;
  private final TextField field = new TextField();
  private final ListView<Found.Hit> list = new ListView<>();
  private final Label counted = new Label();
  private final Label nothing = new Label();
  private final AtomicInteger newest = new AtomicInteger();

  /**
   * @param text what was looked for the last time
   * @param go goes to what was chosen, and takes the card away
   */
  public SearchCard(Supplier<Timeline> timeline, String text, Consumer<Found.Hit> go) {
    this.timeline = timeline;
    this.go = go;
    getStyleClass().add("card");
    setId("search");
    setMaxSize(620, 430);
    field.setId("search-field");
    field.promptTextProperty().bind(WORDS.text("prompt"));
    WORDS.accessible(field, "prompt");
    field.textProperty().addListener((_, _, now) -> look(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setId("search-hits");
    list.getStyleClass().add("palette-list");
    list.setFixedCellSize(30);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new HitCell(timeline));
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    list.setOnMouseClicked(_ -> take());
    counted.getStyleClass().add("muted");
    counted.setId("search-count");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(field, list, counted);
    field.setText(text);
    look(text);
  }

  /** Puts the cursor into its field. */
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  /** What is looked for. */
  public String text() {
    return field.getText();
  }

  private void look(String text) {
    int mine = newest.incrementAndGet();
    Timeline now = timeline.get();
    Thread.ofVirtual()
        .name("interleave search")
        .start(
            () -> {
              Found found =
                  TrackKinds.STANDARD.search(now).find(text, MOST, () -> newest.get() != mine);
              Platform.runLater(
                  () -> {
                    if (newest.get() == mine) {
                      show(text, found);
                    }
                  });
            });
  }

  private void show(String text, Found found) {
    list.getItems().setAll(found.hits());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    nothing.setText(WORDS.get(text.isBlank() ? "hint" : "nothing"));
    int shown = found.hits().size();
    counted.setText(
        found.total() > shown
            ? WORDS.get("some", Durations.count(shown), Durations.count(found.total()))
            : shown == 0 ? "" : WORDS.count("all", shown));
  }

  private void key(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          case PAGE_DOWN -> 8;
          case PAGE_UP -> -8;
          default -> 0;
        };
    if (step != 0) {
      int last = Math.max(0, list.getItems().size() - 1);
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, last);
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 4));
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      take();
      event.consume();
    }
  }

  private void take() {
    Found.Hit hit = list.getSelectionModel().getSelectedItem();
    if (hit != null) {
      newest.incrementAndGet();
      go.accept(hit);
    }
  }
}
