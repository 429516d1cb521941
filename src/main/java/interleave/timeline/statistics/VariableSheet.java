package interleave.timeline.statistics;

import interleave.timeline.ThingRef;
import interleave.timeline.VariableTrack;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.VariableUse;
import java.util.ArrayList;
import java.util.List;

/** How watched variables were read and written. */
public final class VariableSheet {
  private VariableSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (VariableTrack variable : asked.timeline().variables()) {
      VariableUse use = VariableUse.of(asked, variable);
      if (asked.isWhole() || use.first() >= 0) {
        rows.add(row(use));
      }
    }
    List<String> columns = List.of("variable", "reads", "writes", "lost", "first", "last");
    return Sheet.named(50, "variables", "wnnnww", columns, rows);
  }

  private static Sheet.Row row(VariableUse use) {
    return new Sheet.Row(
        new ThingRef.Variable(use.variable().index()),
        Cell.words(use.variable().name()),
        Cell.count(use.reads()),
        Cell.count(use.writes()),
        Cell.count(use.lost()),
        value(use.variable(), use.first()),
        value(use.variable(), use.last()));
  }

  private static Cell value(VariableTrack variable, int access) {
    return access < 0 ? Cell.NONE : Cell.words(variable.shown(access));
  }
}
