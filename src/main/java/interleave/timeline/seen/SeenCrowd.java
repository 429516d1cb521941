package interleave.timeline.seen;

import interleave.timeline.CrowdTrack;
import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.SeenText;
import interleave.timeline.layout.TimeScale;
import java.util.Map;
import java.util.TreeMap;

/** What the many threads of a crowd were seen doing: at each moment a column of their states. */
public final class SeenCrowd {
  private static final ThreadState[] STATES = ThreadState.values();
  private static final double WIDE = 14;

  /** Of more sightings no columns are made: that would take part of each frame. */
  private static final int MOST = 100_000;

  private final Timeline timeline;
  private final CrowdTrack crowd;

  public SeenCrowd(Timeline timeline, CrowdTrack crowd) {
    this.timeline = timeline;
    this.crowd = crowd;
  }

  /** How many threads were in which state, by moment. */
  private Map<Long, int[]> counts() {
    Sightings all = timeline.sightings();
    Map<Long, int[]> counts = new TreeMap<>();
    int looked = 0;
    for (int lane : crowd.lanes()) {
      for (int i : all.ofLane(lane)) {
        if (looked++ > MOST) {
          return Map.of();
        }
        Sighting seen = all.get(i);
        int state = SeenText.state(seen.state()).ordinal();
        counts.computeIfAbsent(seen.time(), _ -> new int[STATES.length])[state]++;
      }
    }
    return counts;
  }

  /**
   * Draws them.
   *
   * @param base the y below, and how high all of the crowd are
   */
  public void draw(
      TimeScale scale, double left, double right, double base, double height, Brush brush) {
    if (timeline.sightings().size() == 0) {
      return;
    }
    double unit = height / Math.max(1, crowd.most());
    counts()
        .forEach(
            (time, states) -> {
              double x = SeenBeads.within(scale.x(time), left, right);
              if (x >= left && x <= right) {
                column(x, base, unit, states, brush);
              }
            });
  }

  private static void column(double x, double base, double unit, int[] states, Brush brush) {
    double y = base;
    for (int i = 0; i < states.length; i++) {
      double high = states[i] * unit;
      if (high > 0 && STATES[i] == ThreadState.NOT_TOLD) {
        brush.fill(x - WIDE / 2, y - high, WIDE, high, 0, Role.MUTED);
      } else if (high > 0) {
        brush.state(x - WIDE / 2, y - high, WIDE, high, STATES[i], x);
      }
      y -= high;
    }
  }
}
