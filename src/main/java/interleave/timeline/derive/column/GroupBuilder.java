package interleave.timeline.derive.column;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.column.IndexColumn;
import interleave.timeline.column.Ranking;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The things of one sort in one process. Once they are too many to be drawn one by one, it counts
 * what they do and which of them matter most, from the columns of the things themselves: whenever a
 * snapshot is made it takes what they have added since. So things that are few cost nothing more,
 * and many nothing while events are taken in.
 */
public final class GroupBuilder {
  /** What a thing counts in: a lock that it is held, and apart from that that it is waited for. */
  private static final int STREAMS = 2;

  public final int index;
  public final Sort sort;
  public final int process;
  public final IndexColumn members = new IndexColumn();

  private final Ranking ranked = new Ranking();
  private @Nullable Census census;

  /** How many steps of each stream of each member are counted. */
  private int[] taken = {};

  private int most;
  private List<Integer> best = List.of();

  /** What the group asks of its members. */
  public interface Things {
    /** The steps of one of its two streams. */
    Steps steps(int member, int stream);

    /** How much a member matters; only grows. */
    long weight(int member, long now);
  }

  public GroupBuilder(int index, Sort sort, int process) {
    this.index = index;
    this.sort = sort;
    this.process = process;
  }

  public boolean isMany() {
    return members.size() > ThingGroup.FEW;
  }

  /**
   * Takes what the members have added.
   *
   * @param all whether all are weighed anew, and not only those that did something
   */
  public void take(Things things, long now, boolean all) {
    if (!isMany()) {
      return;
    }
    if (census == null) {
      census = new Census(sort.amounts());
    }
    if (taken.length < members.size() * STREAMS) {
      taken = Arrays.copyOf(taken, members.size() * 2 * STREAMS);
    }
    StepMerge merge = new StepMerge();
    for (int place = 0; place < members.size(); place++) {
      boolean news = false;
      for (int stream = 0; stream < STREAMS; stream++) {
        Steps steps = things.steps(members.get(place), stream);
        int at = place * STREAMS + stream;
        news |= taken[at] < steps.size();
        merge.add(steps, taken[at]);
        taken[at] = steps.size();
      }
      if (news || all) {
        ranked.offer(members.get(place), things.weight(members.get(place), now));
      }
    }
    merge.into(census);
    most = census.most();
    best = ranked.isChanged() ? ranked.best() : best;
  }

  public ThingGroup view() {
    return new GroupView(
        this, members.view(), best, census, census == null ? 0 : census.size(), most);
  }
}
