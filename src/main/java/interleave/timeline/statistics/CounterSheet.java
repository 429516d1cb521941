package interleave.timeline.statistics;

import interleave.timeline.ThingRef;
import interleave.timeline.layout.CounterText;
import interleave.timeline.range.CounterUse;
import interleave.timeline.range.Inquiry;
import java.util.List;

/** Which values counters had. */
public final class CounterSheet {
  private CounterSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows =
        asked.timeline().counterTracks().stream()
            .map(counter -> CounterUse.of(asked, counter))
            .filter(use -> asked.isWhole() || !Double.isNaN(use.last()))
            .map(CounterSheet::row)
            .toList();
    List<String> columns = List.of("counter", "values", "least", "most", "mean", "last");
    return Sheet.named(52, "counters", "wnnnnn", columns, rows);
  }

  private static Sheet.Row row(CounterUse use) {
    return new Sheet.Row(
        new ThingRef.Counter(use.counter().index()),
        Cell.words(use.counter().name()),
        Cell.count(use.values()),
        value(use.least()),
        value(use.most()),
        value(use.mean()),
        value(use.last()));
  }

  private static Cell value(double value) {
    return Double.isNaN(value) ? Cell.NONE : new Cell(CounterText.number(value), value);
  }
}
