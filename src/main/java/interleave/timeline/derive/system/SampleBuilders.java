package interleave.timeline.derive.system;

import interleave.event.EventKind;
import interleave.timeline.SampleTrack;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers that the engine takes of processes from time to time: by what is told, and by
 * process.
 */
public final class SampleBuilders {
  private final Map<EventKind, Map<Integer, Samples>> byKind = new EnumMap<>(EventKind.class);

  /** A number of the process with that index. */
  public void event(EventKind kind, int process, long value, long time) {
    byKind
        .computeIfAbsent(kind, _ -> new TreeMap<>())
        .computeIfAbsent(process, Samples::new)
        .add(time, value);
  }

  /** The tracks as they are now. */
  public Map<EventKind, List<SampleTrack>> view() {
    Map<EventKind, List<SampleTrack>> view = new EnumMap<>(EventKind.class);
    byKind.forEach(
        (kind, all) -> {
          List<SampleTrack> tracks = new ArrayList<>();
          all.values().forEach(samples -> tracks.add(samples.track()));
          view.put(kind, List.copyOf(tracks));
        });
    return view;
  }

  /** Those of one process. */
  private static final class Samples {
    private final int process;
    private final LongColumn times = new LongColumn();
    private final LongColumn values = new LongColumn();

    Samples(int process) {
      this.process = process;
    }

    void add(long time, long value) {
      times.add(time);
      values.add(value);
    }

    SampleTrack track() {
      return new OfProcess(process, times, values, times.size());
    }
  }

  /** So many of them, however many there will be. */
  private record OfProcess(int process, LongColumn times, LongColumn values, int size)
      implements SampleTrack {
    @Override
    public long time(int i) {
      return times.get(i);
    }

    @Override
    public long value(int i) {
      return values.get(i);
    }

    @Override
    public int at(long time) {
      return times.floor(time, size);
    }
  }
}
