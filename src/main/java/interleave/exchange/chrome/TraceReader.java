package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import interleave.exchange.intake.Intake;
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

  /** Phases are characters of ASCII. */
  private static final int PHASES = 128;

  private final Intake intake;
  private final Map<Long, TraceProcess> processes = new HashMap<>();
  private final Map<String, TraceProcess> named = new HashMap<>();
  private final StackFrames frames = new StackFrames();
  private final StackTexts stacks;
  private final SampleReader samples;
  private final AsyncReader asyncs;
  private final StateReader states;

  /** By its phase who understands an event; null where it is not drawn. */
  private final @Nullable PhaseReader[] readers = new @Nullable PhaseReader[PHASES];

  private long lastPid;
  private @Nullable TraceProcess last;

  TraceReader(Intake intake) {
    this.intake = intake;
    ArgumentText arguments = new ArgumentText();
    stacks = new StackTexts(intake, frames);
    samples = new SampleReader(intake, frames, processes.values());
    FlowReader flows = new FlowReader(intake, arguments, stacks);
    asyncs = new AsyncReader(intake, arguments, stacks);
    understands(new Metadata(intake), "M");
    understands(new SliceReader(intake, arguments, stacks, flows), "X");
    understands(new MarkReader(arguments, stacks, flows), "BEiIR");
    understands(new Counters(intake), "C");
    understands(flows, "stf");
    states = new StateReader(intake, asyncs);
    understands(asyncs, "bneSpF");
    understands(states, "T");
    understands(samples, "P");
  }

  private void understands(PhaseReader reader, String phases) {
    for (int i = 0; i < phases.length(); i++) {
      readers[phases.charAt(i)] = reader;
    }
  }

  void read(Batch batch) throws IOException {
    for (int i = 0; i < batch.count; i++) {
      int base = i * FIELDS;
      intake.atByte(batch.position + batch.fields[base + POSITION]);
      int phase = (int) batch.fields[base + PHASE];
      if ((batch.fields[base + FLAGS] & STACK_IS_LIST) != 0) {
        intake.unknown("stack-lists");
      }
      PhaseReader reader = readers[phase];
      if (reader == null) {
        other(batch, base, phase);
      } else if ((batch.fields[base + FLAGS] & HAS_TIME) == 0 && phase != 'M') {
        intake.unknown("no-time");
      } else {
        reader.read(batch, base, process(batch, base));
      }
    }
  }

  /** What no reader draws. */
  private void other(Batch batch, int base, int phase) {
    if (phase == FRAME) {
      frames.add(batch, base);
    } else {
      unknown((char) phase);
    }
  }

  /** All is read. */
  void finish() throws IOException {
    asyncs.finish();
    states.finish();
    samples.finish();
    for (TraceProcess each : processes.values()) {
      stacks.finish(each);
    }
    for (TraceProcess each : named.values()) {
      stacks.finish(each);
    }
    processes.values().forEach(TraceProcess::finish);
    named.values().forEach(TraceProcess::finish);
  }

  /** Counts what is not drawn. */
  private void unknown(char phase) {
    intake.unknown(
        switch (phase) {
          case 'N', 'O', 'D' -> "objects";
          case 'c' -> "clock-sync";
          case 'v', 'V' -> "memory-dumps";
          case 0 -> "no-phase";
          default -> "ph " + phase;
        });
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
