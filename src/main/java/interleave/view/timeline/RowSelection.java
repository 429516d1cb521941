package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import org.jspecify.annotations.Nullable;

/** Which row shows a thing, and which thing a row shows. */
final class RowSelection {
  private RowSelection() {}

  /** Null for a row that shows many things and none in particular, such as the output. */
  static @Nullable ThingRef thing(Row row) {
    int index = row.index();
    return switch (row.source().name()) {
      case "process" -> new ThingRef.Process(index);
      case "lane" -> new ThingRef.Lane(index);
      case "crowd" -> new ThingRef.Crowd(index);
      case "lock" -> new ThingRef.Lock(index);
      case "synchronizer" -> new ThingRef.Synchronizer(index);
      case "queue" -> new ThingRef.Queue(index);
      case "variable" -> new ThingRef.Variable(index);
      case "pool" -> new ThingRef.Pool(index);
      default -> null;
    };
  }

  /** Where the row of that thing stands, -1 if it has none. */
  static int index(Rows rows, @Nullable ThingRef thing) {
    ThingRef owner =
        switch (thing) {
          case ThingRef.Span(int lane, long _) -> new ThingRef.Lane(lane);
          case ThingRef.CrowdMoment(int crowd, long _) -> new ThingRef.Crowd(crowd);
          case ThingRef.Hold(int lock, long _) -> new ThingRef.Lock(lock);
          case ThingRef.HoldSum(int lock, long _) -> new ThingRef.Lock(lock);
          case ThingRef.Opening(int synchronizer, int _) -> new ThingRef.Synchronizer(synchronizer);
          case ThingRef.Message(int queue, int _) -> new ThingRef.Queue(queue);
          case ThingRef.Access(int variable, int _) -> new ThingRef.Variable(variable);
          case ThingRef.LostUpdate(int variable, int _) -> new ThingRef.Variable(variable);
          case ThingRef.Task(int pool, int _) -> new ThingRef.Pool(pool);
          case null, default -> thing;
        };
    if (owner == null) {
      return -1;
    }
    for (int i = 0; i < rows.all().size(); i++) {
      if (owner.equals(thing(rows.all().get(i)))) {
        return i;
      }
    }
    return -1;
  }
}
