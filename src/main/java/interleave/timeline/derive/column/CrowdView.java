package interleave.timeline.derive.column;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ThreadState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a crowd shows of its columns at one moment. */
public record CrowdView(
    CrowdBuilder of,
    int size,
    int most,
    List<Integer> lanes,
    List<Integer> prominent,
    List<Integer> carriers)
    implements CrowdTrack {

  public static CrowdView of(CrowdBuilder crowd, @Nullable CrowdView last) {
    if (last != null
        && last.size == crowd.size()
        && last.lanes.size() == crowd.lanes.size()
        && last.carriers.size() == crowd.carriers.size()
        && !crowd.waited.isChanged()) {
      return last;
    }
    return new CrowdView(
        crowd,
        crowd.size(),
        crowd.most,
        crowd.lanes.view(),
        crowd.waited.best(),
        crowd.carriers.view());
  }

  @Override
  public int index() {
    return of.index;
  }

  @Override
  public int process() {
    return of.process;
  }

  @Override
  public boolean virtual() {
    return of.virtual;
  }

  @Override
  public boolean tasks() {
    return of.tasks;
  }

  @Override
  public int count(ThreadState state, long time) {
    return of.census.count(state.ordinal(), time, size);
  }

  @Override
  public double[] means(long from, long to) {
    return of.census.means(from, to, size);
  }
}
