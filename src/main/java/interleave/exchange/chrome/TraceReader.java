package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.OwnArrows;
import interleave.exchange.intake.OwnStates;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands the events of a file, and hands on what they say. */
final class TraceReader {
  /** So many bytes of a name are read. */
  static final int LONGEST_NAME = 1 << 11;

  /** So many processes may be named that do nothing. */
  private static final int MOST_KNOWN = 5000;

  /** Processes whose ids are texts have numbers from there on downwards. */
  private static final long NAMED_PIDS = Integer.MIN_VALUE;

  private final Intake intake;
  private final Map<Long, TraceProcess> processes = new HashMap<>();
  private final Map<String, TraceProcess> named = new HashMap<>();
  private final ArgumentText arguments = new ArgumentText();
  private final Metadata metadata;
  private final Counters counters;
  private final AsyncReader asyncs;
  private final FlowReader flows;
  private long lastPid;
  private @Nullable TraceProcess last;

  TraceReader(Intake intake) {
    this.intake = intake;
    metadata = new Metadata(intake);
    counters = new Counters(intake);
    asyncs = new AsyncReader(intake, arguments);
    flows = new FlowReader(intake);
  }

  void read(Batch batch) throws IOException {
    for (int i = 0; i < batch.count; i++) {
      int base = i * FIELDS;
      intake.atByte(batch.position + batch.fields[base + POSITION]);
      char phase = (char) batch.fields[base + PHASE];
      // Most are told of one thread. What is read of them is long, and to be compiled only once.
      if (isTold(phase) && (batch.fields[base + FLAGS] & HAS_TIME) != 0) {
        told(batch, base, phase, process(batch, base));
      } else {
        read(batch, base, phase);
      }
    }
  }

  /** All is read. */
  void finish() throws IOException {
    asyncs.finish();
    processes.values().forEach(TraceProcess::finish);
    named.values().forEach(TraceProcess::finish);
  }

  private void read(Batch batch, int base, char phase) throws IOException {
    if (phase == 'M') {
      metadata.read(batch, base, process(batch, base));
    } else if (unknown(phase)) {
      return;
    } else if ((batch.fields[base + FLAGS] & HAS_TIME) == 0) {
      intake.unknown("no-time");
    } else {
      seldom(batch, base, phase, process(batch, base));
    }
  }

  /** Counts what is not drawn. */
  private boolean unknown(char phase) {
    switch (phase) {
      case 'X', 'B', 'E', 'i', 'I', 'R', 'C', 's', 't', 'f', 'b', 'n', 'e', 'S', 'T', 'p', 'F':
        return false;
      case 'N', 'O', 'D':
        intake.unknown("objects");
        return true;
      case 'P':
        intake.unknown("samples");
        return true;
      case 'c':
        intake.unknown("clock-sync");
        return true;
      case 'v', 'V':
        intake.unknown("memory-dumps");
        return true;
      case 0:
        intake.unknown("no-phase");
        return true;
      default:
        intake.unknown("ph " + phase);
        return true;
    }
  }

  private void seldom(Batch batch, int base, char phase, TraceProcess process) throws IOException {
    switch (phase) {
      case 'C' -> counters.read(batch, base, process);
      case 's', 't', 'f' -> flows.read(batch, base, process);
      default -> asyncs.read(batch, base, process);
    }
  }

  private static boolean isTold(char phase) {
    return phase == 'X' || phase == 'B' || phase == 'E' || isMoment(phase);
  }

  private static boolean isMoment(char phase) {
    return phase == 'i' || phase == 'I' || phase == 'R';
  }

  /** What is told of one thread by itself: slices, their begins and ends, moments. */
  private void told(Batch batch, int base, char phase, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    boolean ends = phase == 'E';
    int length = arguments.of(batch, ends ? 0 : fields[base + CATEGORY], fields[base + ARGS]);
    int name = ends ? 0 : process.name(batch, fields[base + NAME]);
    int flags = isMoment(phase) ? scope(fields[base + FLAGS]) : 0;
    IntakeThread thread = flags == 0 ? process.thread(batch, base) : process.process().whole();
    long time = fields[base + TIME];
    if (phase == 'X') {
      whole(thread, name, time, time + duration(fields, base), length);
    } else {
      EventKind kind =
          ends ? EventKind.SLICE_END : phase == 'B' ? EventKind.SLICE_BEGIN : EventKind.INSTANT;
      thread.write(kind, flags, name, 0, 0, time, arguments.bytes(), 0, length);
    }
    if (phase == 'X' || phase == 'B') {
      bound(batch, base, process);
    }
  }

  private void whole(IntakeThread thread, int name, long begin, long end, int length)
      throws IOException {
    if (begin == end && OwnArrows.isEnd(arguments.bytes(), length)) {
      return; // the arrow itself is told by events of its own
    }
    int state = length == 0 ? -1 : OwnStates.of(arguments.bytes(), length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, state, 0, 0, 0, begin);
    }
    thread.slice(name, 0, begin, end, arguments.bytes(), 0, length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, 0, 0, 0, 0, end);
    }
  }

  private long duration(long[] fields, int base) {
    long duration = fields[base + DURATION];
    if ((fields[base + FLAGS] & HAS_DURATION) == 0 || duration < 0) {
      intake.unknown(duration < 0 ? "negative" : "no-duration");
      return 0;
    }
    return duration;
  }

  private static int scope(long flags) {
    return (flags & GLOBAL) != 0
        ? Flags.RUN_WIDE
        : (flags & OF_PROCESS) != 0 ? Flags.PROCESS_WIDE : 0;
  }

  private void bound(Batch batch, int base, TraceProcess process) throws IOException {
    if ((batch.fields[base + FLAGS] & (FLOW_IN | FLOW_OUT)) != 0) {
      flows.bound(batch, base, process);
    }
  }

  private TraceProcess process(Batch batch, int base) throws IOException {
    long pid = batch.fields[base + PID];
    if ((batch.fields[base + FLAGS] & PID_IS_TEXT) != 0) {
      return named(JsonText.of(batch, pid, LONGEST_NAME));
    }
    TraceProcess known = last;
    if (known == null || lastPid != pid) {
      known = processes.get(pid);
      if (known == null) {
        known = made(() -> intake.process(pid));
        processes.put(pid, known);
      }
      last = known;
      lastPid = pid;
    }
    return known;
  }

  private TraceProcess named(String pid) throws IOException {
    TraceProcess known = named.get(pid);
    if (known == null) {
      long number = NAMED_PIDS - named.size();
      known = made(() -> intake.process(number));
      known.name(pid);
      named.put(pid, known);
    }
    return known;
  }

  /** It is drawn only when it does something. */
  private TraceProcess made(TraceProcess.Making making) throws IOException {
    TraceProcess made = new TraceProcess(making, processes.size() + named.size());
    if (processes.size() + named.size() >= MOST_KNOWN) {
      made.process();
    }
    return made;
  }
}
