package interleave.timeline.derive.column;

import interleave.timeline.ThreadState;
import interleave.timeline.column.IndexColumn;
import interleave.timeline.column.Ranking;

/** Threads that are too many to be drawn one by one: which they are, and how many do what when. */
public final class CrowdBuilder {
  /** In place of a state: not begun, or ended. */
  public static final int GONE = Census.NONE;

  public final int index;

  /** Index of its process. */
  public final int process;

  public final boolean virtual;

  /** Whether these are tasks of event loops. */
  public boolean tasks;

  public final IndexColumn lanes = new IndexColumn();
  public final IndexColumn carriers = new IndexColumn();
  public final Ranking waited = new Ranking();

  final Census census = new Census(ThreadState.values().length);
  private int alive;
  int most;

  public CrowdBuilder(int index, int process, boolean virtual) {
    this.index = index;
    this.process = process;
    this.virtual = virtual;
  }

  /** One of its threads was run by that lane. */
  public void carriedBy(int lane) {
    if (!carriers.contains(lane)) {
      carriers.add(lane);
    }
  }

  int size() {
    return census.size();
  }

  /** One of the threads goes from one state to another; states are ordinals or {@link #GONE}. */
  public void change(int from, int to, long happened) {
    if (from == to) {
      return;
    }
    census.change(from, to, happened);
    alive += (to == GONE ? 0 : 1) - (from == GONE ? 0 : 1);
    most = Math.max(most, alive);
  }
}
