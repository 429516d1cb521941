package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.timeline.CrowdTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThreadState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Puts onto the row of a crowd how many of its threads did what, and of a group how many were in
 * use: means of pieces of time, alike ones as one.
 */
final class CountFilling {
  private static final int PIECES = 400;

  /** From below, as the window stacks them. */
  static final List<ThreadState> STACKED =
      Stream.of(
              ThreadState.RUNNING,
              ThreadState.READY,
              ThreadState.IO,
              ThreadState.LOCK_WAIT,
              ThreadState.QUEUE_WAIT,
              ThreadState.SYNC_WAIT,
              ThreadState.JOINING,
              ThreadState.UNTRACED_WAIT,
              ThreadState.SLEEPING,
              ThreadState.NOT_TOLD)
          .toList();

  private final PageRows rows;
  private final Excerpt what;
  private final long from;
  private final double piece;

  CountFilling(PageRows rows, Excerpt what) {
    this.rows = rows;
    this.what = what;
    from = what.range().from();
    piece = Math.max(1, (what.end(what.range().to()) - from) / (double) PIECES);
  }

  /** Counts of a piece of time. */
  @FunctionalInterface
  private interface Counts {
    double[] in(long from, long to);
  }

  @FunctionalInterface
  private interface Stretch {
    void add(long from, long to, double[] counts);
  }

  void crowd(PageRow row, CrowdTrack crowd) {
    pieces(
        crowd::means,
        (start, end, counts) -> {
          for (ThreadState state : STACKED) {
            double count = counts[state.ordinal()];
            if (count > 0) {
              rows.thing(row, null, start, end, state.ordinal(), () -> show(count), 0, 0, 0);
            }
          }
        });
  }

  void group(PageRow row, ThingGroup group) {
    int look = PageRows.look(Look.LEVEL);
    pieces(
        group::amounts,
        (start, end, counts) ->
            rows.thing(row, null, start, end, look, () -> show(counts[0]), 0, 0, 0));
  }

  private void pieces(Counts counts, Stretch to) {
    long begin = from;
    double[] before = rounded(counts.in(from, edge(1)));
    for (int i = 1; i < PIECES; i++) {
      double[] now = rounded(counts.in(edge(i), Math.max(edge(i) + 1, edge(i + 1))));
      if (!Arrays.equals(now, before)) {
        to.add(begin, edge(i), before);
        begin = edge(i);
        before = now;
      }
    }
    to.add(begin, Math.max(begin + 1, what.end(what.range().to())), before);
  }

  private long edge(int i) {
    return from + Math.max(i, (long) (i * piece));
  }

  /** To what can be seen, so that alike ones are alike. */
  private static double[] rounded(double[] counts) {
    return Arrays.stream(counts).map(each -> Math.round(each * 10) / 10.0).toArray();
  }

  private static String show(double count) {
    return count == Math.rint(count)
        ? Long.toString((long) count)
        : String.format(Locale.ROOT, "%.1f", count);
  }
}
