package interleave.timeline.statistics;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.WaitLengths;
import interleave.timeline.range.WaitingLine;
import interleave.timeline.range.WaitingLines;
import interleave.words.Words;
import java.util.List;

/** At which lines of the source threads waited for each other, and all the waits at one of them. */
public final class WaitSheet {
  private static final Words WORDS = Words.of("timeline/statistics");

  private WaitSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows = WaitingLines.of(asked).stream().map(WaitSheet::row).toList();
    List<String> columns = List.of("line", "function", "for", "count", "waited", "mean", "longest");
    return Sheet.named(35, "waits", "wwwnttt", columns, rows);
  }

  private static Sheet.Row row(WaitingLine line) {
    return new Sheet.Row(
        line.longest(),
        line.site(),
        line.lengths(),
        List.of(
            Cell.words(place(line.site())),
            line.site().function().isEmpty() ? Cell.NONE : Cell.words(line.site().function()),
            Cell.words(WORDS.get("threads." + line.state())),
            Cell.count(line.count()),
            Cell.nanos(line.waitedNs()),
            Cell.nanos(line.waitedNs() / line.count()),
            Cell.nanos(line.longestNs())));
  }

  /** The waits at a line, the longest first. */
  public static Sheet at(Inquiry asked, Site line) {
    Timeline timeline = asked.timeline();
    List<Sheet.Row> rows =
        WaitingLines.at(asked, line, Sheet.MOST).stream()
            .map(wait -> row(asked, timeline.lanes().get(wait.lane()).spans(), wait))
            .toList();
    Sheet sheet = Sheet.named(36, "waits-at", "wttw", List.of("thread", "at", "took", "for"), rows);
    String title = WORDS.get("waits-at.line", place(line));
    return new Sheet(36, sheet.id(), title, sheet.columns(), sheet.rows(), sheet.all());
  }

  private static Sheet.Row row(Inquiry asked, Spans spans, ThingRef.Span wait) {
    int i = spans.at(wait.start());
    long end = Math.min(spans.end(i), asked.timeline().now());
    return new Sheet.Row(
        wait,
        asked.timeline().site(spans.site(i)),
        WaitLengths.NONE,
        List.of(
            Cell.words(Lanes.full(asked.timeline(), wait.lane())),
            Cell.moment(wait.start() - asked.timeline().start()),
            Cell.nanos(asked.range().overlap(wait.start(), end)),
            Cell.words(spans.label(i))));
  }

  /** {@code Bank.java:27}. */
  private static String place(Site line) {
    return line.line() == 0 ? WORDS.get("waits.unknown") : line.simpleFile() + ":" + line.line();
  }
}
