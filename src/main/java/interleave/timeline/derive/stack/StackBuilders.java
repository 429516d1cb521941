package interleave.timeline.derive.stack;

import interleave.timeline.StackSamples;
import interleave.timeline.StackTree;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IndexColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.derive.column.Bounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stacks of a run and who was seen with them. Segments are read one after the other: a stack
 * may be used before it is defined, and its place be named after that.
 */
public final class StackBuilders {
  /** No stack: there are too many. */
  public static final int NONE = -1;

  private final Bounds bounds;
  private final IntColumn callers = new IntColumn();
  private final IntColumn sites = new IntColumn();
  private final Map<Integer, IdMap> byProcess = new HashMap<>();
  private final Map<Place, IndexColumn> unnamed = new HashMap<>();
  private final Map<Integer, SampleColumns> byLane = new TreeMap<>();

  /** A place by the number that a process has for it. */
  private record Place(int process, int site) {}

  public StackBuilders(Bounds bounds) {
    this.bounds = bounds;
  }

  /** The index of what a process calls by that id; {@link #NONE} for 0 and beyond the bounds. */
  public int stack(int process, int id) {
    if (id == 0) {
      return NONE;
    }
    IdMap known = byProcess.computeIfAbsent(process, _ -> new IdMap());
    int index = known.get(id);
    if (index == IdMap.NONE && bounds.admits(Bounds.Of.STACKS, callers.size())) {
      index = callers.size();
      callers.add(NONE);
      sites.add(0);
      known.put(id, index);
    }
    return index;
  }

  /**
   * What a stack is.
   *
   * @param place what the process calls the place of its innermost frame
   * @param site the same as an index, 0 while that is not known
   */
  public void define(int process, int id, int caller, int place, int site) {
    int stack = stack(process, id);
    int outer = stack(process, caller);
    if (stack == NONE || outer == stack) {
      return;
    }
    callers.set(stack, outer);
    sites.set(stack, site);
    if (site == 0 && place != 0) {
      unnamed.computeIfAbsent(new Place(process, place), _ -> new IndexColumn()).add(stack);
    }
  }

  /** A place has got its name, which stacks may have waited for. */
  public void named(int process, int place, int site) {
    IndexColumn waiting = unnamed.isEmpty() ? null : unnamed.remove(new Place(process, place));
    if (waiting != null) {
      waiting.view().forEach(stack -> sites.set(stack, site));
    }
  }

  /** A lane was seen with that stack. */
  public void seen(int lane, int stack, int flags, long weight, long time) {
    if (stack != NONE) {
      byLane.computeIfAbsent(lane, SampleColumns::new).add(time, stack, Math.max(0, weight), flags);
    }
  }

  /** All stacks up to now. */
  public StackTree tree() {
    return new Tree(callers, sites, callers.size());
  }

  /** The samples of each lane that has any, up to now. */
  public List<StackSamples> samples() {
    List<StackSamples> all = new ArrayList<>(byLane.size());
    byLane.values().forEach(each -> all.add(each.view()));
    return List.copyOf(all);
  }

  private record Tree(IntColumn callers, IntColumn sites, int size) implements StackTree {
    @Override
    public int caller(int stack) {
      return callers.get(stack);
    }

    @Override
    public int site(int stack) {
      return sites.get(stack);
    }
  }
}
