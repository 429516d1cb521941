package interleave.timeline.derive.slice;

import interleave.timeline.Flows;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.IdIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Flows from slice to slice, by when they arrived; where each left last is known by its number. Of
 * two threads at the same moment either may be told of first, and so an arrival before its
 * departure.
 */
final class FlowColumns {
  /** More that arrive at one moment before they left are strays. */
  private static final int MOST_EARLY = 1 << 14;

  private final IdIndex open = new IdIndex();
  private final IntColumn leftTracks = new IntColumn();
  private final LongColumn leftTimes = new LongColumn();

  private final IntColumn fromTracks = new IntColumn();
  private final LongColumn fromTimes = new LongColumn();
  private final IntColumn toTracks = new IntColumn();
  private final IntColumn names = new IntColumn();
  private final LongColumn toTimes = new LongColumn();

  /** Those that arrived at the moment {@code earlyTime} and have not left yet. */
  private final Map<Long, Arrival> early = new HashMap<>();

  private long earlyTime;

  private record Arrival(int track, int name) {}

  /** Returns whether it had been told to arrive at that moment, and was not known to have left. */
  boolean out(long id, int track, long time) {
    int known = open.get(id);
    if (known < 0) {
      known = leftTracks.size();
      open.put(id, known);
      leftTracks.add(track);
      leftTimes.add(time);
    } else {
      leftTracks.set(known, track);
      leftTimes.set(known, time);
    }
    Arrival arrival = time == earlyTime ? early.remove(id) : null;
    if (arrival != null) {
      arrives(known, arrival.name(), arrival.track(), time);
    }
    return arrival != null;
  }

  /** Returns whether it is known where it left. */
  boolean in(long id, int name, int track, long time) {
    int known = open.get(id);
    if (known < 0) {
      awaits(id, name, track, time);
      return false;
    }
    arrives(known, name, track, time);
    return true;
  }

  private void awaits(long id, int name, int track, long time) {
    if (time != earlyTime) {
      early.clear();
      earlyTime = time;
    }
    if (early.size() < MOST_EARLY) {
      early.put(id, new Arrival(track, name));
    }
  }

  private void arrives(int known, int name, int track, long time) {
    fromTracks.add(leftTracks.get(known));
    fromTimes.add(leftTimes.get(known));
    toTracks.add(track);
    names.add(name);
    toTimes.add(time);
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
