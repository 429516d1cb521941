package interleave.app.command.compare;

import interleave.app.command.Columns;
import interleave.app.command.Terminal;
import interleave.app.command.compare.CompareCommand.Side;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.Difference;
import interleave.timeline.compare.Metric;
import interleave.timeline.compare.PrintedLines;
import interleave.timeline.compare.Section;
import interleave.timeline.range.TimeRange;
import interleave.words.Words;
import java.util.List;

/** In what two runs differ, as a table for people. */
final class CompareText {
  private static final Words WORDS = Words.of("app");
  private static final int NAME = 26;
  private static final int METRIC = 26;
  private static final int VALUE = 14;
  private static final int MOST_LINES = 5;

  private final Terminal terminal;

  CompareText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Side a, Side b, Comparison found, boolean all) {
    terminal.line("A  " + side(a));
    terminal.line("B  " + side(b));
    if (found.hasTwoClocks()) {
      terminal.line(found.caution());
    } else {
      terminal.line(
          WORDS.get(
              "compare.aligned",
              found.shift().by().word(),
              Metric.DURATION.show(found.b().start() - found.shift().toB(found.a().start()))));
    }
    if (found.stretch() != null) {
      terminal.line(
          WORDS.get(
              "compare.stretch",
              range(found.a(), found.partOfA()),
              range(found.b(), found.partOfB())));
    }
    boolean any = false;
    for (Section section : Section.values()) {
      List<Difference> rows =
          found.differences().stream()
              .filter(each -> each.section() == section && (all || each.isNotable()))
              .toList();
      any |= !rows.isEmpty();
      if (!rows.isEmpty()) {
        terminal.line(section.title());
        rows.forEach(this::row);
      }
    }
    if (!any) {
      terminal.line(WORDS.get("compare.alike"));
    }
    lines(found.lines());
  }

  private static String range(Timeline of, TimeRange range) {
    return Metric.DURATION.show(range.from() - of.start())
        + " – "
        + Metric.DURATION.show(range.to() - of.start());
  }

  private static String side(Side side) {
    String title = side.manifest().title();
    String runtime = side.manifest().runtime();
    return side.file().getFileName()
        + "  "
        + title
        + (side.manifest().parameters().isEmpty() ? "" : " " + side.manifest().parameters())
        + (runtime == null ? "" : "  " + runtime);
  }

  private void row(Difference row) {
    String name = row.name().isEmpty() ? "" : row.name();
    terminal.line(
        ("  "
                + Columns.pad(name, row.section() == Section.RUN ? 0 : NAME)
                + Columns.pad(row.metric().title(), METRIC)
                + Columns.pad(row.showA(), VALUE)
                + Columns.pad(row.showB(), VALUE)
                + row.showChange())
            .stripTrailing());
  }

  private void lines(PrintedLines lines) {
    if (lines.isOtherOrder()) {
      terminal.line(WORDS.get("compare.other-order", lines.firstOther() + 1));
    }
    lines.onlyA().stream().limit(MOST_LINES).forEach(each -> terminal.line("- " + each));
    lines.onlyB().stream().limit(MOST_LINES).forEach(each -> terminal.line("+ " + each));
  }
}
