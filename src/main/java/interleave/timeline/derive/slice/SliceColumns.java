package interleave.timeline.derive.slice;

import interleave.timeline.BinKeys;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/** The slices of one row, one after the other: only the last may be open. */
final class SliceColumns {
  private static final int FAILED = 1;

  final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();

  /** The name of each, and whether it failed below that. */
  private final IntColumn names = new IntColumn();

  final Arguments arguments = new Arguments();
  private @Nullable BinKeys kept;

  void begin(int name, long time, @Nullable CharSequence text) {
    arguments.add(starts.size(), text);
    ends.add(Timeline.OPEN);
    names.add(name << 1);
    starts.add(time);
  }

  /** One of which it is known when it ends. */
  void whole(int name, long time, long end, @Nullable CharSequence text) {
    arguments.add(starts.size(), text);
    ends.add(end);
    names.add(name << 1);
    starts.add(time);
  }

  void end(long time) {
    ends.set(starts.size() - 1, time);
  }

  /** What else is told of the last one at its end. */
  void end(boolean failed, @Nullable CharSequence text) {
    int last = starts.size() - 1;
    if (failed) {
      names.set(last, names.get(last) | FAILED);
    }
    if (text != null && !text.isEmpty()) {
      arguments.more(last, text.toString());
    }
  }

  int name(int i) {
    return names.get(i) >>> 1;
  }

  boolean failed(int i) {
    return (names.get(i) & FAILED) != 0;
  }

  int lastName() {
    return name(starts.size() - 1);
  }

  BinKeys kept() {
    BinKeys keys = kept;
    if (keys == null) {
      keys = new BinKeys();
      kept = keys; // what another thread keeps meanwhile may be lost, and is asked for again
    }
    return keys;
  }
}
