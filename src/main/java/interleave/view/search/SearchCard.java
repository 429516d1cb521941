package interleave.view.search;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.search.Found;
import interleave.timeline.search.FoundKind;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.SpokenWords;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Type a name, Enter goes to the thing. Very much may have to be looked through, so each text is
 * looked for on a thread of its own, which gives up when there is another text.
 */
public final class SearchCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/search");

  /** How many of each kind are shown, and of one alone. */
  private static final int MOST = 60;

  private static final int MOST_OF_ONE = 1_000;

  /** After so long one is told that it is being looked for. */
  private static final Duration LONG = Duration.millis(250);

  private final Supplier<Timeline> timeline;
  private final Consumer<FoundWalk> go;
  private final TextField field = new TextField();
  private final ListView<Found.Hit> list = new ListView<>();
  private final KindChips kinds = new KindChips(() -> look(text()));
  private final PauseTransition busy = new PauseTransition(LONG);
  private final Label counted = new Label();
  private final Label nothing = new Label();
  private final AtomicInteger newest = new AtomicInteger();

  /**
   * @param text what was looked for the last time
   * @param go goes to what was chosen among all that is in the list, and takes the card away
   */
  public SearchCard(Supplier<Timeline> timeline, String text, Consumer<FoundWalk> go) {
    this.timeline = timeline;
    this.go = go;
    getStyleClass().add("card");
    setId("search");
    setMaxSize(720, 470);
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
    busy.setOnFinished(_ -> counted.setText(WORDS.get("searching")));
    sceneProperty().addListener((_, _, scene) -> ended(scene == null));
    getChildren().addAll(field, kinds, list, counted);
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

  /** Nobody waits for what is still being looked for. */
  private void ended(boolean gone) {
    if (gone) {
      newest.incrementAndGet();
      busy.stop();
    }
  }

  private void look(String text) {
    int mine = newest.incrementAndGet();
    Timeline now = timeline.get();
    FoundKind only = kinds.chosen();
    busy.playFromStart();
    Thread.ofVirtual()
        .name("interleave search")
        .start(
            () -> {
              Found found = find(now, text, only, () -> newest.get() != mine);
              Platform.runLater(
                  () -> {
                    if (newest.get() == mine) {
                      show(text, found);
                    }
                  });
            });
  }

  private static Found find(
      Timeline now, String text, @Nullable FoundKind only, BooleanSupplier stop) {
    Found found =
        TrackKinds.STANDARD
            .search(now)
            .find(text, kind -> only == null ? MOST : kind.equals(only) ? MOST_OF_ONE : 0, stop);
    return only == null
        ? found
        : new Found(FoundWalk.inTime(now, found.hits()), found.counts(), found.whole());
  }

  private void show(String text, Found found) {
    busy.stop();
    kinds.show(found.counts());
    list.getItems().setAll(found.hits());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    nothing.setText(WORDS.get(text.isBlank() ? "hint" : "nothing"));
    int shown = found.hits().size();
    int all = kinds.total(found);
    counted.setText(
        all > shown
            ? WORDS.get("some", Durations.count(shown), Durations.count(all))
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
    int at = list.getSelectionModel().getSelectedIndex();
    if (at >= 0) {
      newest.incrementAndGet();
      go.accept(new FoundWalk(text(), list.getItems(), at));
    }
  }
}
