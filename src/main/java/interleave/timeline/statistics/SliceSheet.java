package interleave.timeline.statistics;

import interleave.timeline.range.Inquiry;
import interleave.timeline.range.SliceUse;
import java.util.Comparator;
import java.util.List;

/** What slices came to by their names; those that took most time come first. */
public final class SliceSheet {
  private SliceSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows =
        SliceUse.all(asked).stream()
            .filter(use -> use.count() > 0)
            .sorted(Comparator.comparingLong(SliceUse::totalNs).reversed())
            .map(
                use ->
                    new Sheet.Row(
                        use.longest(),
                        Cell.words(use.name()),
                        Cell.count(use.count()),
                        Cell.nanos(use.totalNs()),
                        Cell.nanos(Math.max(0, use.ownNs())),
                        Cell.nanos(use.meanNs()),
                        Cell.nanos(use.longestNs())))
            .toList();
    List<String> columns = List.of("name", "count", "total", "own", "mean", "longest");
    return Sheet.named(20, "slices", "wntttt", columns, rows);
  }
}
