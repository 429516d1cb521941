package interleave.exchange.export.trace;

import interleave.timeline.CpuTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.TimeMark;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long processes lived, their phases, their processor time, what they printed. */
final class ProcessRows {
  private static final Words WORDS = Words.of("exchange/export");

  private final Telling telling;

  /** Of each process the row of its life, to which arrows go that meet no thread. */
  private final Map<Integer, TraceTrack> lives = new HashMap<>();

  ProcessRows(Telling telling) {
    this.telling = telling;
  }

  TraceTrack life(int process) throws IOException {
    TraceTrack known = lives.get(process);
    if (known == null) {
      known = telling.tracks.row(process, WORDS.get("life"));
      lives.put(process, known);
    }
    return known;
  }

  /** Those first, so that they stand in their order. */
  void tell() throws IOException {
    for (ProcessTrack process : telling.timeline().processes()) {
      if (telling.what.lanes().hasAnyOf(telling.timeline(), process.index())
          && (!process.traced() || process.tellsRunning()) // else how long is not told
          && telling.what.meets(process.start(), process.end())) {
        TraceTrack row = life(process.index());
        telling.slice(row, "process", process.name(), process.start(), process.died(), List.of());
        if (process.wasZombie()) {
          String zombie = WORDS.get("zombie");
          telling.slice(row, "process", zombie, process.died(), process.end(), List.of());
        }
        processorTime(process);
      }
    }
  }

  private void processorTime(ProcessTrack process) throws IOException {
    CpuTrack cpu = CpuTrack.of(telling.timeline(), process.index());
    if (cpu != null && telling.what.lanes().isAll()) {
      int steps = cpu.samples().size();
      telling.counter(
          process.index(),
          WORDS.get("cpu"),
          "cores",
          steps,
          i -> i == 0 ? cpu.start() : cpu.samples().time(i - 1),
          i -> share(cpu, i));
    }
  }

  /** Between two looks; from the last one on nothing is known, and 0 ends the line. */
  private static double share(CpuTrack cpu, int step) {
    long from = step == 0 ? cpu.start() : cpu.samples().time(step - 1);
    return cpu.share(from, cpu.samples().time(step));
  }

  /** What else belongs to processes as a whole. */
  void tellRest() throws IOException {
    phases();
    deadlocks();
    output();
    notes();
  }

  private void phases() throws IOException {
    Map<Integer, StackedRows> rows = new HashMap<>();
    for (ProgramPhase phase : telling.timeline().phases()) {
      if (telling.what.lanes().has(phase.lane())
          && telling.what.meets(phase.start(), phase.end())) {
        TraceTrack row =
            row(rows, phase.process(), WORDS.get("phases"), phase.start(), phase.end());
        telling.slice(row, "phase", phase.name(), phase.start(), phase.end(), List.of());
      }
    }
  }

  private TraceTrack row(
      Map<Integer, StackedRows> rows, int process, String name, long start, long end)
      throws IOException {
    return rows.computeIfAbsent(process, it -> new StackedRows(telling.tracks, it, name))
        .row(start, end);
  }

  private void deadlocks() throws IOException {
    Map<Integer, StackedRows> rows = new HashMap<>();
    for (Deadlock ring : telling.timeline().deadlocks()) {
      if (ring.members().stream().anyMatch(each -> telling.what.lanes().has(each.lane()))
          && telling.what.meets(ring.since(), ring.end())) {
        int process = Lanes.process(telling.timeline(), ring.members().getFirst().lane());
        TraceTrack row = row(rows, process, WORDS.get("deadlock"), ring.since(), ring.end());
        deadlock(row, ring);
      }
    }
  }

  /** Of one that was only seen now and then each moment. */
  private void deadlock(TraceTrack row, Deadlock ring) throws IOException {
    String names =
        ring.members().stream()
            .map(each -> Lanes.name(telling.timeline(), each.lane()))
            .collect(Collectors.joining(", "));
    if (ring.seen().isEmpty()) {
      telling.slice(row, "deadlock", names, ring.since(), ring.end(), List.of());
    }
    for (long moment : ring.seen()) {
      if (telling.what.has(moment)) {
        telling.instant(row, "deadlock", names, moment, List.of());
      }
    }
  }

  private void output() throws IOException {
    OutputTrack output = telling.timeline().output();
    Map<Integer, TraceTrack> rows = new HashMap<>();
    for (int i = Math.max(0, output.at(telling.what.range().from() - 1)); i < output.size(); i++) {
      OutputTrack.Line line = output.line(i);
      if (telling.isPast(line.time())) {
        return;
      }
      telling.step();
      TraceTrack row = telling.tracks.thread(line.lane());
      if (row == null && telling.what.lanes().isAll() && telling.what.has(line.time())) {
        row = rows.get(line.process());
        if (row == null) {
          row = telling.tracks.row(line.process(), WORDS.get("output"));
          rows.put(line.process(), row);
        }
      }
      String stream = line.stderr() ? "stderr" : "stdout";
      telling.instant(row, "output", line.text(), line.time(), List.of(new Fact("stream", stream)));
    }
  }

  private void notes() throws IOException {
    TraceTrack row = null;
    for (TimeMark mark : telling.what.marks()) {
      if (telling.what.has(mark.time())) {
        if (row == null) {
          row = telling.tracks.row(-1, WORDS.get("notes"));
        }
        String name = mark.note().isBlank() ? WORDS.get("mark") : mark.note();
        telling.instant(row, "note", name, mark.time(), List.of());
      }
    }
  }
}
