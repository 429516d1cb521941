package interleave.exchange.export.otlp;

import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceTrack;
import interleave.timeline.column.LongTable;
import interleave.timeline.column.TextColumn;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All arrows of a run, and from when to when anything is on each row. */
final class Arrows extends SilentSink {
  private static final int FIRST = 64;

  /** So many names are not written twice. */
  private static final int MOST_KNOWN = 1 << 12;

  /** Two for each arrow: of the row that it leaves and of the one that it reaches. */
  private final LongTable times = new LongTable();

  /** The two rows of each arrow, that which it leaves in the upper half. */
  private final LongTable tracks = new LongTable();

  private final LongTable sorts = new LongTable();
  private final TextColumn categories = new TextColumn();
  private final TextColumn names = new TextColumn();

  /** What arrows are called that came first; each message may have a name of its own. */
  private final Map<Named, Integer> known = new HashMap<>();

  private long[] begins = new long[FIRST];
  private long[] ends = new long[FIRST];

  private record Named(String category, String name) {}

  Arrows() {
    Arrays.fill(begins, Long.MAX_VALUE);
  }

  int size() {
    return sorts.size();
  }

  /** The row of an end: twice the arrow's number, and one more where it arrives. */
  int track(int end) {
    long both = tracks.get(end / 2);
    return (int) (end % 2 == 0 ? both >>> Integer.SIZE : both);
  }

  long time(int end) {
    return times.get(end);
  }

  /** What sort of arrow it is, such as {@code message}. */
  String category(int arrow) {
    return categories.get((int) sorts.get(arrow));
  }

  String name(int arrow) {
    return names.get((int) sorts.get(arrow));
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
    tracks.add((long) from.id() << Integer.SIZE | to.id());
    times.add(fromTime);
    times.add(toTime);
    sorts.add(sort(new Named(category, name)));
  }

  private int sort(Named named) {
    Integer found = known.get(named);
    if (found != null) {
      return found;
    }
    int added = names.size();
    names.add(named.name());
    categories.add(named.category());
    if (known.size() < MOST_KNOWN) {
      known.put(named, added);
    }
    return added;
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
