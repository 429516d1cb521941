package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.statistics.CommaSeparated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows, cell by cell. */
final class Rows {
  /** Only every so many rows somebody is told. */
  private static final int STEPS = 1 << 12;

  private final Excerpt what;
  private final Appendable out;
  private final int columns;
  private final Progress progress;
  private final long total;
  private final List<String> cells = new ArrayList<>();
  private long done;

  Rows(Excerpt what, Appendable out, int columns, Progress progress, long total) {
    this.what = what;
    this.out = out;
    this.columns = columns;
    this.progress = progress;
    this.total = Math.max(1, total);
  }

  /** The head of the table. */
  void head(List<String> names) throws IOException {
    out.append(CommaSeparated.line(names));
  }

  /** What was looked at, be it written or not. */
  void step() {
    if (done++ % STEPS == 0) {
      Progress.check(progress, Math.min(done, total), total);
    }
  }

  Rows text(@Nullable String text) {
    cells.add(text == null ? "" : text);
    return this;
  }

  Rows number(long number) {
    cells.add(Long.toString(number));
    return this;
  }

  Rows number(double number) {
    cells.add(
        number == Math.rint(number) && Math.abs(number) < 1L << 53
            ? Long.toString((long) number)
            : Double.toString(number));
    return this;
  }

  Rows nothing() {
    cells.add("");
    return this;
  }

  Rows truth(boolean truth) {
    cells.add(truth ? "true" : "false");
    return this;
  }

  /** A moment since the run began; nothing where it has not come. */
  Rows moment(long time) {
    return time == Timeline.OPEN || time == Long.MIN_VALUE ? nothing() : number(what.told(time));
  }

  /** From one moment to another, as far as that has come. */
  Rows lasted(long start, long end) {
    return start == Timeline.OPEN
        ? nothing()
        : number(Math.max(0, Math.min(end, what.timeline().now()) - start));
  }

  /** A process, in two cells: its name and its pid. */
  Rows process(int index) {
    if (index < 0) {
      return nothing().nothing();
    }
    ProcessTrack process = what.timeline().processes().get(index);
    return text(process.name()).number(process.pid());
  }

  /** A thread, in four cells: its process's, its name, its id. */
  Rows thread(int lane) {
    if (lane < 0) {
      return nothing().nothing().nothing().nothing();
    }
    ThreadLane thread = what.timeline().lanes().get(lane);
    return process(thread.process()).text(thread.name()).number(thread.id());
  }

  /** A place in the source, in three cells: file, line, function. */
  Rows place(int site) {
    Site place = what.timeline().site(site);
    text(place.file());
    return (place.line() == 0 ? nothing() : number(place.line())).text(place.function());
  }

  /** All cells of a row are there. */
  void end() throws IOException {
    if (cells.size() != columns) {
      throw new IllegalStateException(cells.size() + " cells of " + columns);
    }
    out.append(CommaSeparated.line(cells));
    cells.clear();
  }
}
