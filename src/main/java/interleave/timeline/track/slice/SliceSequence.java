package interleave.timeline.track.slice;

import interleave.timeline.BinKeys;
import interleave.timeline.SliceTrack;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The slices of a row, by the colours of their names. Which colour dominates where very many share
 * a pixel is asked of some of them, so that it costs the same however many they are.
 */
record SliceSequence(SliceTrack.Row row) implements Sequence {
  private static final int ASKED = 8;

  @Override
  public int size() {
    return row.size();
  }

  @Override
  public long start(int i) {
    return row.start(i);
  }

  @Override
  public long end(int i) {
    return row.end(i);
  }

  @Override
  public int key(int i) {
    return Role.sliceShade(row.name(i));
  }

  @Override
  public int at(long time) {
    return row.at(time);
  }

  @Override
  public @Nullable BinKeys kept() {
    return row.kept();
  }

  @Override
  public int dominant(long from, long to) {
    int last = row.at(to - 1);
    int first = Math.max(0, row.at(from));
    if (first <= last && row.end(first) <= from && row.start(first) < from) {
      first++;
    }
    if (first > last) {
      return NOTHING;
    }
    long[] nanos = new long[Role.SLICES];
    int asked = Math.min(ASKED, last - first + 1);
    int best = NOTHING;
    for (int n = 0; n < asked; n++) {
      int i = asked == 1 ? first : first + (int) ((long) n * (last - first) / (asked - 1));
      long end = row.end(i) == Timeline.OPEN ? to : row.end(i);
      int key = key(i);
      nanos[key] += Math.max(1, Math.min(end, to) - Math.max(row.start(i), from));
      best = best == NOTHING || nanos[key] > nanos[best] ? key : best;
    }
    return best;
  }
}
