package interleave.exchange.perfetto;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tracks count, from whatever they tell: a value, or what was added to the last. */
final class Counters {
  private static final Words WORDS = Words.of("exchange/perfetto");

  private final Cast cast;
  private final Tracks tracks;
  private final Map<Long, Counter> counters = new HashMap<>();

  Counters(Cast cast, Tracks tracks) {
    this.cast = cast;
    this.tracks = tracks;
  }

  private record Counter(Track track, IntakeThread teller, int object) {}

  /** The counter of that track shows a whole number, or has grown by one. */
  void whole(PacketSequence sequence, long uuid, long value, long time) throws IOException {
    Counter counter = counter(uuid);
    long shown = value * counter.track.multiplier;
    if (counter.track.incremental) {
      shown = sequence.sums.merge(uuid, shown, Long::sum);
    }
    write(counter, shown, time);
  }

  void real(long uuid, double value, long time) throws IOException {
    Counter counter = counter(uuid);
    write(counter, value * counter.track.multiplier, time);
  }

  private void write(Counter counter, double value, long time) throws IOException {
    write(counter.teller, counter.object, value, time);
  }

  /** A counter of a process shows that. */
  void show(int pid, String name, double value, long time) throws IOException {
    IntakeThread teller = teller(pid);
    write(teller, teller.process().object(ObjectType.COUNTER, name), value, time);
  }

  /** Who tells what a process counts: its first thread, which each has. */
  private IntakeThread teller(int pid) throws IOException {
    return pid == ThreadNames.NOBODY
        ? cast.member(pid).process.thread(0, WORDS.get("row.run"), Flags.TRACK)
        : cast.thread(pid, pid);
  }

  private static void write(IntakeThread teller, int object, double value, long time)
      throws IOException {
    teller.write(EventKind.COUNTER, 0, object, 0, Double.doubleToRawLongBits(value), time);
  }

  private Counter counter(long uuid) throws IOException {
    Counter known = counters.get(uuid);
    if (known == null) {
      Track track = tracks.of(uuid);
      Track owner = tracks.owner(track);
      int pid = owner == null ? ThreadNames.NOBODY : owner.pid;
      IntakeThread teller =
          owner != null && owner.ofThread ? cast.thread(pid, owner.tid) : teller(pid);
      Object key = track.ofThreadTime ? "time " + teller.id() : uuid; // several tracks are one
      int object = teller.process().object(ObjectType.COUNTER, key, name(track, owner));
      known = new Counter(track, teller, object);
      counters.put(uuid, known);
    }
    return known;
  }

  private String name(Track track, @Nullable Track owner) throws IOException {
    String name = track.name == null ? "" : track.name;
    if (owner != null && owner.ofThread) {
      String thread = cast.thread(owner.pid, owner.tid).name();
      name = name + " · " + (thread.isEmpty() ? String.valueOf(owner.tid) : thread);
    }
    return track.unit.isEmpty() ? name : name + " (" + track.unit + ")";
  }
}
