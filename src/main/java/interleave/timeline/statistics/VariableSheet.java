package interleave.timeline.statistics;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Durations;
import java.util.List;

/** How watched variables were read and written. */
public final class VariableSheet {
  private VariableSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows =
        timeline.variables().stream().limit(Sheet.MOST).map(VariableSheet::row).toList();
    List<String> columns = List.of("variable", "reads", "writes", "lost", "first", "last");
    return Sheet.of(50, "variables", columns, rows);
  }

  private static List<String> row(VariableTrack variable) {
    int size = variable.size();
    return List.of(
        variable.name(),
        Durations.count(variable.reads()),
        Durations.count(variable.writes()),
        Durations.count(variable.lostUpdates()),
        size == 0 ? "–" : variable.type().show(variable.bits(0)),
        size == 0 ? "–" : variable.type().show(variable.bits(size - 1)));
  }
}
