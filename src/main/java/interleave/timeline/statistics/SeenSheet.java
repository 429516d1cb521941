package interleave.timeline.statistics;

import interleave.event.SeenState;
import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SeenText;
import interleave.timeline.range.Inquiry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often threads were seen at single moments within the range, and in which states. */
public final class SeenSheet {
  private final Timeline timeline;
  private final Set<SeenState> states = EnumSet.noneOf(SeenState.class);
  private final Map<Integer, Counts> lanes = new LinkedHashMap<>();

  /** Of one thread. */
  private static final class Counts {
    private final Map<SeenState, Integer> of = new EnumMap<>(SeenState.class);
    private int all;
    private Sighting last;

    Counts(Sighting first) {
      last = first;
    }
  }

  private SeenSheet(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Empty where no thread was. */
  public static Optional<Sheet> of(Inquiry asked) {
    SeenSheet sheet = new SeenSheet(asked.timeline());
    Sightings all = asked.timeline().sightings();
    for (int i = 0; i < all.size(); i++) {
      asked.patience().check(i);
      Sighting seen = all.get(i);
      if (seen.time() >= asked.range().from() && seen.time() <= asked.range().to()) {
        sheet.count(seen);
      }
    }
    return sheet.lanes.isEmpty() ? Optional.empty() : Optional.of(sheet.sheet());
  }

  private void count(Sighting seen) {
    if (!timeline.lanes().get(seen.lane()).service()) {
      Counts counts = lanes.computeIfAbsent(seen.lane(), _ -> new Counts(seen));
      counts.of.merge(seen.state(), 1, Integer::sum);
      counts.all++;
      counts.last = seen;
      states.add(seen.state());
    }
  }

  private Sheet sheet() {
    List<String> columns = new ArrayList<>(List.of("thread", "last", "times"));
    states.forEach(state -> columns.add(state.name()));
    List<Sheet.Row> rows = new ArrayList<>();
    lanes.forEach((lane, counts) -> rows.add(row(lane, counts)));
    return Sheet.named(69, "seen", "wwn", columns, rows);
  }

  private Sheet.Row row(int lane, Counts counts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.words(Lanes.full(timeline, lane)));
    cells.add(Cell.words(SeenText.place(timeline, counts.last.site())));
    cells.add(Cell.count(counts.all));
    states.forEach(state -> cells.add(Cell.count(counts.of.getOrDefault(state, 0))));
    return new Sheet.Row(new ThingRef.Lane(lane), cells.toArray(new Cell[0]));
  }
}
