package interleave.exchange.export.otlp;

import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All arrows of a run, and from when to when anything is on each row. */
final class Arrows extends SilentSink {
  private static final int FIRST = 64;

  /** Two for each arrow: of the row that it leaves and of the one that it reaches. */
  private int[] tracks = new int[FIRST];

  private long[] times = new long[FIRST];
  private int[] sorts = new int[FIRST / 2];
  private int size;
  private final List<Named> names = new ArrayList<>();
  private final Map<Named, Integer> known = new HashMap<>();
  private long[] begins = new long[FIRST];
  private long[] ends = new long[FIRST];

  private record Named(String category, String name) {}

  Arrows() {
    Arrays.fill(begins, Long.MAX_VALUE);
  }

  int size() {
    return size;
  }

  /** The row of an end: twice the arrow's number, and one more where it arrives. */
  int track(int end) {
    return tracks[end];
  }

  long time(int end) {
    return times[end];
  }

  /** What sort of arrow it is, such as {@code message}. */
  String category(int arrow) {
    return names.get(sorts[arrow]).category();
  }

  String name(int arrow) {
    return names.get(sorts[arrow]).name();
  }

  boolean isUsed(TraceTrack track) {
    return track.id() < begins.length && begins[track.id()] != Long.MAX_VALUE;
  }

  long begin(TraceTrack track) {
    return begins[track.id()];
  }

  long end(TraceTrack track) {
    return ends[track.id()];
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts) {
    used(on, start, end);
  }

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts) {
    used(on, time, time);
  }

  @Override
  public void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime) {
    used(from, fromTime, fromTime);
    used(to, toTime, toTime);
    if (size == sorts.length) {
      sorts = Arrays.copyOf(sorts, size * 2);
      tracks = Arrays.copyOf(tracks, size * 4);
      times = Arrays.copyOf(times, size * 4);
    }
    tracks[2 * size] = from.id();
    times[2 * size] = fromTime;
    tracks[2 * size + 1] = to.id();
    times[2 * size + 1] = toTime;
    sorts[size++] = known.computeIfAbsent(new Named(category, name), this::added);
  }

  private int added(Named name) {
    names.add(name);
    return names.size() - 1;
  }

  private void used(TraceTrack track, long from, long to) {
    if (track.id() >= begins.length) {
      int before = begins.length;
      begins = Arrays.copyOf(begins, Math.max(before * 2, track.id() + 1));
      ends = Arrays.copyOf(ends, begins.length);
      Arrays.fill(begins, before, begins.length, Long.MAX_VALUE);
    }
    begins[track.id()] = Math.min(begins[track.id()], from);
    ends[track.id()] = Math.max(ends[track.id()], to);
  }
}
