package interleave.view.source;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.layout.Lanes;
import interleave.view.control.Copying;
import interleave.view.control.FramePane;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * Source with line numbers; where threads are at the playhead, the line has the colour of what they
 * do.
 */
public final class SourcePane extends ListView<SourceLine> implements FramePane {
  private static final long PAUSE = 400_000_000L;

  private final Set<LineCell> cells = new LinkedHashSet<>();
  private final Supplier<Colours> colours;
  private List<LineMark> marks = List.of();
  private String file = "";
  private String shown = "";
  private @Nullable Frame frame;
  private boolean waiting;
  private boolean byThread;
  private int pointed;
  private @Nullable Site asked;
  private long scrolled = System.nanoTime() - PAUSE;

  public SourcePane(ObservableValue<String> says, Supplier<Colours> colours) {
    this.colours = colours;
    getStyleClass().add("source");
    accessibleTextProperty().bind(says);
    setFixedCellSize(18);
    Copying.lines(this, SourceLine::text, _ -> List.of());
    setCellFactory(
        _ -> {
          LineCell cell = new LineCell(this);
          cells.add(cell);
          return cell;
        });
  }

  /**
   * Shows a text.
   *
   * @param name the file's simple name, by which events know it
   */
  public void source(String name, String text, SourceLanguage language) {
    if (text.equals(shown) && name.equals(file)) {
      return;
    }
    file = name;
    shown = text;
    marks = List.of();
    pointed = 0;
    frame = null; // what is at the playhead is to be marked in this text, too
    List<SourceLine> lines = new ArrayList<>();
    for (List<Token> tokens : Highlighter.lines(text, language)) {
      lines.add(new SourceLine(lines.size() + 1, tokens));
    }
    getItems().setAll(lines);
    goWhereAsked();
  }

  @Override
  public void show(Frame next) {
    Frame before = frame;
    frame = next;
    if (waiting) {
      reveal();
    }
    if (getItems().isEmpty()) {
      return;
    }
    goWhereAsked();
    if (before != null && same(before, next)) {
      return;
    }
    point(next, before == null || !before.selection().equals(next.selection()));
    List<LineMark> now =
        next.hasRun() ? LineMarks.at(next.timeline(), next.playhead(), file) : List.of();
    boolean threads = comparesThreads(next);
    if (!now.equals(marks) || threads != byThread) {
      byThread = threads;
      marks = now;
      cells.forEach(LineCell::mark);
      reveal();
    }
  }

  /** Goes to a line, as soon as its file is shown. */
  public void goTo(Site site) {
    asked = site;
    goWhereAsked();
  }

  private void goWhereAsked() {
    Site site = asked;
    if (site != null && LineMarks.isOf(site, file) && !getItems().isEmpty()) {
      asked = null;
      scroll(site.line());
    }
  }

  /** The line of what is selected stands out. */
  private void point(Frame next, boolean anew) {
    int line =
        next.selection()
            .filter(_ -> next.hasRun())
            .flatMap(thing -> LineMarks.of(next.timeline(), thing))
            .filter(site -> LineMarks.isOf(site, file))
            .map(Site::line)
            .orElse(0);
    if (line != pointed) {
      pointed = line;
      cells.forEach(LineCell::mark);
    }
    if (anew && line > 0 && !visible(line)) {
      scroll(line);
    }
  }

  /** Whether what is selected happened there. */
  boolean pointed(int line) {
    return line == pointed;
  }

  /** Around a variable it matters who, and not in which state. */
  private static boolean comparesThreads(Frame frame) {
    return frame
        .selection()
        .filter(
            it ->
                it instanceof ThingRef.LostUpdate
                    || it instanceof ThingRef.Variable
                    || it instanceof ThingRef.Access)
        .isPresent();
  }

  private static boolean same(Frame before, Frame next) {
    return before.playhead() == next.playhead()
        && before.timeline() == next.timeline()
        && before.selection().equals(next.selection())
        && before.take() == next.take();
  }

  /** Whether a thread is in the text that is shown. */
  public boolean marked() {
    return !marks.isEmpty();
  }

  /** Marks are repainted after the theme changed. */
  public void recolour() {
    cells.forEach(LineCell::mark);
  }

  /** Scrolls to where something happened last, not oftener than eyes can follow. */
  private void reveal() {
    long now = System.nanoTime();
    waiting = false;
    Frame current = frame;
    boolean stays = pointed > 0 && current != null && current.running();
    if (marks.isEmpty() || stays || visible(marks.getFirst().line())) {
      return;
    }
    if (now - scrolled < PAUSE) {
      waiting = true;
      return;
    }
    scroll(marks.getFirst().line());
  }

  private void scroll(int line) {
    scrolled = System.nanoTime();
    scrollTo(Math.max(0, line - (int) (getHeight() / getFixedCellSize() / 2)));
  }

  private boolean visible(int line) {
    return cells.stream()
        .anyMatch(
            cell ->
                cell.getItem() != null
                    && cell.getItem().number() == line
                    && cell.getLayoutY() >= -1
                    && cell.getLayoutY() + cell.getHeight() <= getHeight() + 1
                    && cell.isVisible());
  }

  @Nullable LineMark mark(int line) {
    for (LineMark mark : marks) {
      if (mark.line() == line) {
        return mark;
      }
    }
    return null;
  }

  String names(LineMark mark) {
    Frame current = frame;
    return current == null
        ? ""
        : mark.lanes().stream()
            .map(lane -> Lanes.brief(current.timeline(), lane))
            .distinct()
            .collect(Collectors.joining(", "));
  }

  Colours colours() {
    return colours.get();
  }

  Color colour(LineMark mark) {
    Frame current = frame;
    return byThread && mark.lanes().size() == 1 && current != null
        ? colours.get().hue(current.timeline().hue(mark.lanes().getFirst()))
        : colours.get().line(mark.state());
  }
}
