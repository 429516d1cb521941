package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.Wakes;
import interleave.timeline.range.WaitingLines;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What threads did when, or of that the waits for others alone. Each is told as it was, also where
 * it began before what leaves.
 */
record SpanTable(String name) implements Table {
  private static final List<String> COLUMNS =
      List.of(
          "process",
          "pid",
          "thread",
          "thread id",
          "state",
          "what",
          "about",
          "start [ns]",
          "end [ns]",
          "lasted [ns]",
          "file",
          "line",
          "function",
          "let go on by",
          "at [ns]");

  private boolean waitsOnly() {
    return name.equals("waits");
  }

  @Override
  public List<String> columns() {
    return waitsOnly() ? COLUMNS : COLUMNS.subList(0, COLUMNS.size() - 2);
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().lanes().stream()
        .filter(lane -> what.lanes().has(lane.index()))
        .mapToLong(lane -> lane.spans().size())
        .sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (ThreadLane lane : what.timeline().lanes()) {
      if (what.lanes().has(lane.index())) {
        tell(what, lane, rows);
      }
    }
  }

  private void tell(Excerpt what, ThreadLane lane, Rows rows) throws IOException {
    Spans spans = lane.spans();
    for (int i = Math.max(0, spans.at(what.range().from())); i < spans.size(); i++) {
      if (spans.start(i) > what.range().to()) {
        return;
      }
      rows.step();
      if (what.meets(spans.start(i), spans.end(i))
          && (!waitsOnly() || WaitingLines.isWait(spans, i))) {
        row(what, lane, i, rows);
      }
    }
  }

  private void row(Excerpt what, ThreadLane lane, int i, Rows rows) throws IOException {
    Spans spans = lane.spans();
    rows.thread(lane.index())
        .text(small(spans.state(i)))
        .text(spans.label(i))
        .text(small(spans.about(i)))
        .moment(spans.start(i))
        .moment(spans.end(i))
        .lasted(spans.start(i), spans.end(i))
        .place(spans.site(i));
    if (waitsOnly()) {
      letBy(what, lane.index(), spans.end(i), rows);
    }
    rows.end();
  }

  private static String small(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** Who let it go on, and when, as far as that is known. */
  private static void letBy(Excerpt what, int lane, long end, Rows rows) {
    Wakes wakes = what.timeline().wakes();
    int wake = wakes.of(lane, end);
    if (wake < 0 || wakes.fromLane(wake) < 0) {
      rows.nothing().nothing();
    } else {
      rows.text(what.timeline().lanes().get(wakes.fromLane(wake)).name())
          .moment(wakes.fromTime(wake));
    }
  }
}
