package interleave.timeline.derive.column;

import interleave.timeline.column.IntBag;
import java.util.Arrays;

/**
 * Which tracks of one sort each lane has ever spoken of, once each, so that its end reaches them.
 */
public final class LaneUses {
  private static final IntBag NONE = new IntBag();

  private IntBag[] byLane = new IntBag[0];

  public void add(int lane, int track) {
    if (lane >= byLane.length) {
      int before = byLane.length;
      byLane = Arrays.copyOf(byLane, Math.max(16, Math.max(lane + 1, before * 2)));
      Arrays.fill(byLane, before, byLane.length, NONE);
    }
    if (byLane[lane] == NONE) {
      byLane[lane] = new IntBag();
    }
    byLane[lane].add(track);
  }

  /** The lane has ended, and nobody asks for it any more. */
  public void forget(int lane) {
    if (lane < byLane.length) {
      byLane[lane] = NONE;
    }
  }

  public IntBag of(int lane) {
    return lane < byLane.length ? byLane[lane] : NONE;
  }
}
