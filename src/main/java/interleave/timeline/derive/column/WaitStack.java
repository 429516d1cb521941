package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.grammar.Activity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is in the middle of: a wait, a wait within that, a task. Where ends got lost it
 * forgets the oldest rather than grow.
 */
public final class WaitStack {
  private static final int MOST = 16;

  /** Of very many threads most are in the middle of nothing: these share what holds nothing. */
  private static final Activity[] NOTHING = {};

  private static final int[] NONE = {};
  private static final long[] NEVER = {};

  private Activity[] activities = NOTHING;
  private int[] objects = NONE;
  private int[] variants = NONE;
  private long[] limits = NEVER;
  private int size;

  public void push(Activity activity, int object, int variant, long limit) {
    if (size > 0 && activities[size - 1] == activity && objects[size - 1] == object) {
      return; // asked again for the same: the first asking never got its end
    }
    if (size == MOST) {
      System.arraycopy(activities, 1, activities, 0, MOST - 1);
      System.arraycopy(objects, 1, objects, 0, MOST - 1);
      System.arraycopy(variants, 1, variants, 0, MOST - 1);
      System.arraycopy(limits, 1, limits, 0, MOST - 1);
      size--;
    } else if (size == activities.length) {
      grow(Math.min(MOST, Math.max(2, 2 * size)));
    }
    activities[size] = activity;
    variants[size] = variant;
    limits[size] = limit;
    objects[size++] = object;
  }

  private void grow(int room) {
    activities = Arrays.copyOf(activities, room);
    objects = Arrays.copyOf(objects, room);
    variants = Arrays.copyOf(variants, room);
    limits = Arrays.copyOf(limits, room);
  }

  /** The thread has ended, and will be in the middle of nothing any more. */
  public void release() {
    size = 0;
    activities = NOTHING;
    objects = NONE;
    variants = NONE;
    limits = NEVER;
  }

  /** Ends the innermost of that kind and what is within it; false when there is none. */
  public boolean pop(Activity activity) {
    for (int i = size - 1; i >= 0; i--) {
      if (activities[i] == activity) {
        size = i;
        return true;
      }
    }
    return false;
  }

  public @Nullable Activity top() {
    return size == 0 ? null : activities[size - 1];
  }

  /** What is around a leaf, which is over with whatever the thread says next. */
  public @Nullable Activity topBesidesLeaf() {
    Activity top = top();
    boolean leaf = top != null && top.isLeaf();
    return !leaf ? top : size < 2 ? null : activities[size - 2];
  }

  public int topObject() {
    return size == 0 ? -1 : objects[size - 1];
  }

  public int topVariant() {
    return size == 0 ? 0 : variants[size - 1];
  }

  /** After how many ns it ends by itself; {@link Timeline#OPEN} for never. */
  public long topLimit() {
    return size == 0 ? Timeline.OPEN : limits[size - 1];
  }
}
