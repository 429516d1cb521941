package interleave.view.status;

import interleave.timeline.column.ColumnSpace;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.timeline.FrameTimes;
import interleave.view.timeline.FrameTimes.Figures;
import interleave.view.timeline.FrameTimes.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * What frames cost, part by part, how far the picture is behind the program, and what an event
 * takes of memory. While it is hidden nobody measures anything.
 */
public final class FrameCard extends GridPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/status");

  /** Nobody reads faster, and words cost more than what they tell of. */
  private static final long ANEW_AFTER = 250_000_000;

  /** Columns of figures. */
  private static final int FIGURES = 3;

  private final Consumer<@Nullable FrameTimes> listen;
  private final FrameTimes times = new FrameTimes();
  private final Map<Part, List<Label>> figures = new EnumMap<>(Part.class);
  private final Label behind = figure();
  private final Label waiting = figure();
  private final Label columns = figure();
  private final Label each = figure();
  private long told;
  private long derived;

  /**
   * @param listen is handed what is to be told how long frames take; null for nothing
   */
  public FrameCard(Consumer<@Nullable FrameTimes> listen) {
    this.listen = listen;
    setId("frames");
    getStyleClass().addAll("card", "frames");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMouseTransparent(true);
    setHgap(18);
    setVgap(3);
    getColumnConstraints().add(new ColumnConstraints());
    for (int column = 0; column < FIGURES; column++) {
      ColumnConstraints right = new ColumnConstraints();
      right.setHalignment(HPos.RIGHT);
      getColumnConstraints().add(right);
    }
    addRow(
        0,
        WORDS.label("frames.title"),
        WORDS.label("frames.last"),
        WORDS.label("frames.median"),
        WORDS.label("frames.most"));
    int row = 1;
    for (Part part : Part.values()) {
      List<Label> labels = List.of(figure(), figure(), figure());
      figures.put(part, labels);
      add(WORDS.label("frames." + part), 0, row);
      addRow(row++, labels.toArray(new Label[0]));
    }
    addRow(row++, WORDS.label("frames.behind"), behind);
    addRow(row++, WORDS.label("frames.waiting"), waiting);
    addRow(row++, WORDS.label("frames.columns"), columns);
    addRow(row, WORDS.label("frames.each"), each);
    setVisible(false);
    setManaged(false);
  }

  private static Label figure() {
    Label label = new Label("–");
    label.getStyleClass().add("figure");
    return label;
  }

  /** Shows it, or hides it. */
  public void toggle() {
    boolean shown = !isVisible();
    setVisible(shown);
    setManaged(shown);
    times.clear();
    told = 0;
    listen.accept(shown ? times : null);
  }

  @Override
  public void show(Frame frame) {
    if (!isVisible()) {
      return;
    }
    long deriving = frame.lag().deriving();
    if (deriving != derived && deriving > 0) {
      derived = deriving;
      times.add(Part.DERIVE, deriving);
    }
    long now = System.nanoTime();
    if (now - told > ANEW_AFTER) {
      told = now;
      tell(frame);
    }
  }

  private void tell(Frame frame) {
    figures.forEach(
        (part, labels) -> {
          Figures of = times.of(part);
          labels.get(0).setText(time(of.last()));
          labels.get(1).setText(time(of.median()));
          labels.get(2).setText(time(of.ninetyNinth()));
        });
    boolean running = frame.running();
    behind.setText(running ? time(frame.lag().behind()) : "–");
    waiting.setText(running ? bytes(frame.lag().waiting()) : "–");
    long outside = ColumnSpace.bytes();
    long events = frame.timeline().counters().events();
    columns.setText(bytes(outside));
    each.setText(events == 0 || outside == 0 ? "–" : Durations.count(outside / events));
  }

  private static String time(long ns) {
    return ns == 0 ? "–" : TimeText.duration(ns / 10_000 * 10_000);
  }

  private static String bytes(long count) {
    return count == 0 ? "–" : Durations.count(count >> 10) + " KiB";
  }
}
