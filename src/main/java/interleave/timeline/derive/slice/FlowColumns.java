package interleave.timeline.derive.slice;

import interleave.timeline.Flows;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.IdIndex;
import java.util.function.IntFunction;

/** Flows from slice to slice, by when they arrived; where each left last is known by its number. */
final class FlowColumns {
  private final IdIndex open = new IdIndex();
  private final IntColumn leftTracks = new IntColumn();
  private final LongColumn leftTimes = new LongColumn();

  private final IntColumn fromTracks = new IntColumn();
  private final LongColumn fromTimes = new LongColumn();
  private final IntColumn toTracks = new IntColumn();
  private final IntColumn names = new IntColumn();
  private final LongColumn toTimes = new LongColumn();

  void out(long id, int track, long time) {
    int known = open.get(id);
    if (known < 0) {
      open.put(id, leftTracks.size());
      leftTracks.add(track);
      leftTimes.add(time);
    } else {
      leftTracks.set(known, track);
      leftTimes.set(known, time);
    }
  }

  /** Returns whether it is known where it left. */
  boolean in(long id, int name, int track, long time) {
    int known = open.get(id);
    if (known < 0) {
      return false;
    }
    fromTracks.add(leftTracks.get(known));
    fromTimes.add(leftTimes.get(known));
    toTracks.add(track);
    names.add(name);
    toTimes.add(time);
    return true;
  }

  Flows view(IntFunction<String> words) {
    int size = toTimes.size();
    return size == 0 ? Flows.NONE : new View(this, size, words);
  }

  private record View(FlowColumns of, int size, IntFunction<String> words) implements Flows {
    @Override
    public int fromTrack(int i) {
      return of.fromTracks.get(i);
    }

    @Override
    public long fromTime(int i) {
      return of.fromTimes.get(i);
    }

    @Override
    public int toTrack(int i) {
      return of.toTracks.get(i);
    }

    @Override
    public long toTime(int i) {
      return of.toTimes.get(i);
    }

    @Override
    public String name(int i) {
      return words.apply(of.names.get(i));
    }

    @Override
    public int at(long time) {
      return of.toTimes.floor(time, size);
    }
  }
}
