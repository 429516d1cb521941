package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.Later;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What threads do by the word of the system's scheduler: {@code T} with a length, as Perfetto reads
 * it. Without a length, or with an id, it is a step of what goes on beside threads, as Chrome wrote
 * it once. All are looked at in the order of times, as one may begin when another ends.
 */
final class StateReader implements PhaseReader {
  /** Longer names are no states. */
  private static final int LONGEST = 40;

  private static final byte[] NOTHING = {};

  private final Intake intake;
  private final PhaseReader steps;
  private final Later later;
  private final List<IntakeThread> threads = new ArrayList<>();
  private final Map<IntakeThread, Integer> places = new HashMap<>();

  /**
   * @param steps understands those that are no states
   */
  StateReader(Intake intake, PhaseReader steps) {
    this.intake = intake;
    this.steps = steps;
    later = new Later(intake);
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    if (fields[base + Batch.ID] != 0 || (fields[base + Batch.FLAGS] & Batch.HAS_DURATION) == 0) {
      steps.read(batch, base, process);
      return;
    }
    String name = JsonText.of(batch, fields[base + Batch.NAME], LONGEST);
    int flags = flags(name);
    if (flags < 0) {
      intake.unknown("ph T " + name);
      return;
    }
    IntakeThread thread = process.thread(batch, base);
    Integer known = places.get(thread);
    int place = known == null ? threads.size() : known;
    if (known == null) {
      threads.add(thread);
      places.put(thread, place);
    }
    long begin = fields[base + Batch.TIME];
    long end = Math.max(begin, begin + fields[base + Batch.DURATION]);
    later.add(begin, 0, place, flags, end, NOTHING, 0, 0);
  }

  /** As Linux calls them, with what may stand behind the first letter; -1 where it is none. */
  private static int flags(String name) {
    if (name.equals("Running")) {
      return NativeState.RUNNING.flags(WaitChannel.UNKNOWN);
    }
    if (name.isEmpty() || name.length() > 1 && Character.isLowerCase(name.charAt(1))) {
      return -1;
    }
    return switch (name.charAt(0)) {
      case 'R' -> NativeState.READY.flags(WaitChannel.UNKNOWN);
      case 'S', 'I' -> NativeState.ASLEEP.flags(WaitChannel.UNKNOWN);
      case 'D' -> NativeState.ASLEEP.flags(WaitChannel.UNINTERRUPTIBLE);
      case 'T', 't' -> NativeState.STOPPED.flags(WaitChannel.STOPPED);
      default -> -1;
    };
  }

  /** All is there. */
  void finish() throws IOException {
    long[] ends = new long[threads.size()];
    Arrays.fill(ends, Long.MAX_VALUE);
    later.forEach(
        (time, kind, place, flags, end, text) -> {
          IntakeThread thread = threads.get(place);
          if (ends[place] < time) {
            told(thread, 0, ends[place]);
          }
          told(thread, flags, time);
          ends[place] = end;
        });
    for (int i = 0; i < ends.length; i++) {
      told(threads.get(i), 0, ends[i]);
    }
  }

  private static void told(IntakeThread thread, int flags, long time) throws IOException {
    thread.write(EventKind.STATE_TOLD, flags, 0, 0, 0, time);
  }
}
