package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
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
      read(batch, base, (char) batch.fields[base + PHASE]);
    }
  }

  /** All is read. */
  void finish() throws IOException {
    asyncs.finish();
    processes.values().forEach(TraceProcess::finish);
    named.values().forEach(TraceProcess::finish);
  }

  private void read(Batch batch, int base, char phase) throws IOException {
    long flags = batch.fields[base + FLAGS];
    if (phase == 'M') {
      metadata.read(batch, base, process(batch, base));
    } else if (unknown(phase)) {
      return;
    } else if ((flags & HAS_TIME) == 0) {
      intake.unknown("no-time");
    } else if (phase == 'X') {
      whole(batch, base, process(batch, base));
    } else if (phase == 'B') {
      begin(batch, base, process(batch, base));
    } else if (phase == 'E') {
      end(batch, base, process(batch, base));
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
      case 'i', 'I', 'R' -> moment(batch, base, process);
      case 'C' -> counters.read(batch, base, process);
      case 's', 't', 'f' -> flows.read(batch, base, process);
      default -> asyncs.read(batch, base, process);
    }
  }

  private void whole(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    long begin = fields[base + TIME];
    long duration = fields[base + DURATION];
    if ((fields[base + FLAGS] & HAS_DURATION) == 0 || duration < 0) {
      intake.unknown(duration < 0 ? "negative" : "no-duration");
      duration = 0;
    }
    int length = arguments.of(batch, fields[base + CATEGORY], fields[base + ARGS]);
    int name = process.name(batch, fields[base + NAME]);
    IntakeThread thread = process.thread(batch, base);
    int state = length == 0 ? -1 : OwnStates.of(arguments.bytes(), length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, state, 0, 0, 0, begin);
    }
    thread.slice(name, 0, begin, begin + duration, arguments.bytes(), 0, length);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, 0, 0, 0, 0, begin + duration);
    }
    bound(batch, base, process);
  }

  private void begin(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    int length = arguments.of(batch, fields[base + CATEGORY], fields[base + ARGS]);
    int name = process.name(batch, fields[base + NAME]);
    IntakeThread thread = process.thread(batch, base);
    long time = fields[base + TIME];
    thread.write(EventKind.SLICE_BEGIN, 0, name, 0, 0, time, arguments.bytes(), 0, length);
    bound(batch, base, process);
  }

  private void bound(Batch batch, int base, TraceProcess process) throws IOException {
    if ((batch.fields[base + FLAGS] & (FLOW_IN | FLOW_OUT)) != 0) {
      flows.bound(batch, base, process);
    }
  }

  private void end(Batch batch, int base, TraceProcess process) throws IOException {
    int length = arguments.of(batch, 0, batch.fields[base + ARGS]);
    IntakeThread thread = process.thread(batch, base);
    long time = batch.fields[base + TIME];
    thread.write(EventKind.SLICE_END, 0, 0, 0, 0, time, arguments.bytes(), 0, length);
  }

  private void moment(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    long scope = fields[base + FLAGS];
    int flags =
        (scope & GLOBAL) != 0 ? Flags.RUN_WIDE : (scope & OF_PROCESS) != 0 ? Flags.PROCESS_WIDE : 0;
    IntakeThread thread = flags == 0 ? process.thread(batch, base) : process.process().whole();
    int length = arguments.of(batch, fields[base + CATEGORY], fields[base + ARGS]);
    int name = process.name(batch, fields[base + NAME]);
    long time = fields[base + TIME];
    thread.write(EventKind.INSTANT, flags, name, 0, 0, time, arguments.bytes(), 0, length);
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
