package interleave.view.events;

import interleave.timeline.Timeline;
import interleave.timeline.events.EventRow;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.Copying;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.words.Language;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * The events of interest in the visible part of the timeline; choosing one moves the playhead there
 * and selects it.
 */
public final class EventsPane extends BorderPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/events");

  /** More rows than anybody reads; zooming in shows the ones that are left out. */
  private static final int MOST = 2_000;

  private static final long PAUSE = 250_000_000L;

  private final TableView<EventRow> table = new TableView<>();
  private final Label note = new Label();
  private final Consumer<EventRow> chosen;
  private @Nullable Timeline timeline;
  private Frame.Window window = Frame.Window.NONE;
  private Language language = Language.ENGLISH;
  private long refreshed;

  public EventsPane(Consumer<EventRow> chosen) {
    this.chosen = chosen;
    table.setId("events");
    WORDS.accessible(table, "says");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column("time", 130, row -> Durations.moment(row.time() - start()), true);
    column("process", 170, this::process, false);
    column("thread", 140, row -> timeline == null ? "" : Lanes.name(timeline, row.lane()), false);
    column("kind", 110, EventRow::kind, false);
    column("event", 400, EventRow::text, false);
    Label nothing = WORDS.label("nothing");
    nothing.getStyleClass().add("muted");
    table.setPlaceholder(nothing);
    table.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            choose();
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            choose();
          }
        });
    note.getStyleClass().add("muted");
    note.setPadding(new javafx.geometry.Insets(4, 12, 4, 12));
    setCenter(table);
  }

  /** What else can be done to a row, for its menu. */
  public void offer(Function<EventRow, List<MenuItem>> more) {
    Copying.rows(table, more);
  }

  private void column(String key, double width, Function<EventRow, String> text, boolean figure) {
    TableColumn<EventRow, String> column = new TableColumn<>();
    column.textProperty().bind(WORDS.text(key));
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    if (figure) {
      column.getStyleClass().add("figure");
    }
    table.getColumns().add(column);
  }

  private long start() {
    return timeline == null ? 0 : timeline.start();
  }

  private String process(EventRow row) {
    Timeline current = timeline;
    return current == null || row.process() < 0 || row.process() >= current.processes().size()
        ? ""
        : current.processes().get(row.process()).name();
  }

  private void choose() {
    EventRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      chosen.accept(row);
    }
  }

  /** Only called while it is the page in front. */
  @Override
  public void show(Frame frame) {
    long now = System.nanoTime();
    boolean same =
        frame.timeline() == timeline
            && frame.window().equals(window)
            && frame.language() == language;
    if (same || now - refreshed < PAUSE) {
      return;
    }
    refreshed = now;
    timeline = frame.timeline();
    window = frame.window();
    language = frame.language();
    List<EventRow> rows =
        TrackKinds.STANDARD.events(frame.timeline()).in(window.from(), window.to(), MOST + 1);
    boolean more = rows.size() > MOST;
    note.setText(more ? WORDS.get("more", Durations.count(MOST)) : "");
    setBottom(more ? note : null);
    table.getItems().setAll(more ? rows.subList(0, MOST) : rows);
  }
}
