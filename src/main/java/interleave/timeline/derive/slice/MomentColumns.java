package interleave.timeline.derive.slice;

import interleave.timeline.SliceTrack;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Moments with a name. */
final class MomentColumns {
  final LongColumn times = new LongColumn();
  final IntColumn names = new IntColumn();
  final IntColumn depths = new IntColumn();
  final Arguments arguments = new Arguments();

  void add(int name, int depth, long time, @Nullable CharSequence text) {
    arguments.add(times.size(), text);
    names.add(name);
    depths.add(depth);
    times.add(time);
  }

  SliceTrack.Moments view(IntFunction<String> words) {
    return new View(this, times.size(), words);
  }

  private record View(MomentColumns of, int size, IntFunction<String> words)
      implements SliceTrack.Moments {
    @Override
    public long time(int i) {
      return of.times.get(i);
    }

    @Override
    public String name(int i) {
      return words.apply(of.names.get(i));
    }

    @Override
    public int depth(int i) {
      return of.depths.get(i);
    }

    @Override
    public String arguments(int i) {
      return of.arguments.get(i, words);
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }
  }
}
