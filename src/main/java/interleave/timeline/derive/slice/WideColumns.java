package interleave.timeline.derive.slice;

import interleave.timeline.WideMoments;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Moments that concern a whole process, or all. */
final class WideColumns {
  private final LongColumn times = new LongColumn();
  private final IntColumn names = new IntColumn();
  private final IntColumn processes = new IntColumn();
  private final Arguments arguments = new Arguments();

  void add(int name, int process, long time, @Nullable String text) {
    arguments.add(times.size(), text);
    names.add(name);
    processes.add(process);
    times.add(time);
  }

  WideMoments view(IntFunction<String> words) {
    int size = times.size();
    return size == 0 ? WideMoments.NONE : new View(this, size, words);
  }

  private record View(WideColumns of, int size, IntFunction<String> words) implements WideMoments {
    @Override
    public long time(int i) {
      return of.times.get(i);
    }

    @Override
    public String name(int i) {
      return words.apply(of.names.get(i));
    }

    @Override
    public String arguments(int i) {
      return of.arguments.get(i, words);
    }

    @Override
    public int process(int i) {
      return of.processes.get(i);
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }
  }
}
