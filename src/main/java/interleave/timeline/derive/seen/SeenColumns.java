package interleave.timeline.derive.seen;

import interleave.timeline.column.IndexColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All sightings of a run, and the locks that threads were seen to hold. */
final class SeenColumns {
  final LongColumn times = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final IntColumn flags = new IntColumn();
  final IntColumn things = new IntColumn();
  final IntColumn owners = new IntColumn();
  final IntColumn sites = new IntColumn();
  final IntColumn stacks = new IntColumn();
  final IntColumn moments = new IntColumn();

  final LongColumn heldTimes = new LongColumn();
  final IntColumn heldLanes = new IntColumn();
  final IntColumn heldThings = new IntColumn();
  final IntColumn heldSites = new IntColumn();

  final Index ofLane = new Index();
  final Index waiting = new Index();
  final Index heldBy = new Index();
  final Index holding = new Index();

  /** Which rows speak of a lane, or of a thing. */
  static final class Index {
    private final Map<Integer, IndexColumn> rows = new HashMap<>();

    void add(int of, int row) {
      rows.computeIfAbsent(of, _ -> new IndexColumn()).add(row);
    }

    /** Those there are now. */
    Map<Integer, List<Integer>> view() {
      Map<Integer, List<Integer>> view = new HashMap<>(rows.size() * 2);
      rows.forEach((of, column) -> view.put(of, column.view()));
      return view;
    }

    @Nullable IndexColumn of(int row) {
      return rows.get(row);
    }
  }

  int seen(int lane, int flag, int thing, int owner, int site, int stack, int moment, long time) {
    int row = times.size();
    lanes.add(lane);
    flags.add(flag);
    things.add(thing);
    owners.add(owner);
    sites.add(site);
    stacks.add(stack);
    moments.add(moment);
    times.add(time);
    ofLane.add(lane, row);
    if (thing >= 0) {
      waiting.add(thing, row);
    }
    return row;
  }

  void held(int lane, int thing, int site, long time) {
    int row = heldTimes.size();
    heldLanes.add(lane);
    heldThings.add(thing);
    heldSites.add(site);
    heldTimes.add(time);
    heldBy.add(lane, row);
    holding.add(thing, row);
  }

  /** The lanes that were seen to hold a thing at that time. */
  List<Integer> holders(int thing, long time) {
    List<Integer> found = new ArrayList<>(1);
    IndexColumn rows = holding.of(thing);
    for (int i = rows == null ? -1 : rows.size() - 1; rows != null && i >= 0; i--) {
      int row = rows.get(i);
      if (heldTimes.get(row) < time) {
        break;
      }
      found.add(heldLanes.get(row));
    }
    return found;
  }
}
