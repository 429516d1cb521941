package interleave.timeline.layout;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.function.IntPredicate;

/** The user's choice of rows, asked of the rows that there are. */
final class ChosenRows {
  private final Timeline timeline;
  private final RowChoice choice;

  ChosenRows(Timeline timeline, RowChoice choice) {
    this.timeline = timeline;
    this.choice = choice;
  }

  /** Whether the row stands before all others; a process stays with its rows. */
  boolean isFirst(RowSource source, RowSource.Place place) {
    ThingRef thing =
        choice.pinned().isEmpty() || place.position() == RowSource.Position.HEADER
            ? null
            : source.thing(timeline, place.index());
    return thing != null && choice.pinned().contains(thing);
  }

  boolean shows(RowSource source, int index) {
    return !choice.hides()
        || choice.shows(source.thing(timeline, index), source.called(timeline, index));
  }

  /** Those of very many that show. */
  List<Integer> of(RowSource source, List<Integer> indices) {
    IntPredicate shows = index -> shows(source, index);
    return choice.hides() ? indices.stream().filter(shows::test).toList() : indices;
  }

  /** Whether a process shows of which no row does. */
  boolean showsBare(RowSource source, RowSource.Place header) {
    return !choice.hides() || choice.only() == null && shows(source, header.index());
  }
}
