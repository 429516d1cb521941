package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a trace; each is told before anything stands on it. */
final class TraceTracks {
  private static final Words WORDS = Words.of("exchange/export");

  private final Excerpt what;
  private final TraceSink sink;
  private final Numbers pids = new Numbers();
  private final Map<Integer, Process> processes = new HashMap<>();
  private final Map<Integer, TraceTrack> threads = new HashMap<>();

  /** Of each thread whose process was told. */
  private final long[] tids;

  private int ids;

  /** What is known of a process that was told. */
  private static final class Process {
    final long pid;
    final Numbers tids = new Numbers();
    int rows;

    Process(long pid) {
      this.pid = pid;
    }
  }

  TraceTracks(Excerpt what, TraceSink sink) {
    this.what = what;
    this.sink = sink;
    tids = new long[what.timeline().lanes().size()];
  }

  private Timeline timeline() {
    return what.timeline();
  }

  /** That process, which may be -1 for what belongs to none or to several. */
  private Process process(int index) throws IOException {
    int alone = timeline().processes().size() == 1 ? 0 : -1;
    int which = index < 0 ? alone : index;
    Process known = processes.get(which);
    if (known == null) {
      ProcessTrack track = which < 0 ? null : timeline().processes().get(which);
      known = new Process(track == null ? pids.own() : pids.of(track.pid()));
      processes.put(which, known);
      if (track != null) {
        number(track, known.tids);
      }
      int last = timeline().processes().size();
      sink.process(
          track == null
              ? new TraceProcess(known.pid, WORDS.get("shared"), last, List.of())
              : new TraceProcess(known.pid, track.name(), which, facts(track)));
    }
    return known;
  }

  /**
   * Threads are numbered as the system does, or the file that they came from. Of the others each
   * has its number in the recording, where that is left over.
   */
  private void number(ProcessTrack process, Numbers numbers) {
    List<ThreadLane> others = new ArrayList<>();
    for (int lane : process.lanes()) {
      ThreadLane thread = timeline().lanes().get(lane);
      if (Numbers.fits(thread.number())) {
        tids[lane] = numbers.of(thread.number());
      } else {
        others.add(thread);
      }
    }
    for (ThreadLane thread : others) {
      tids[thread.index()] = numbers.of(thread.id());
    }
  }

  private List<Fact> facts(ProcessTrack track) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("pid", track.pid()));
    add(facts, "command", track.command());
    add(
        facts,
        "runtime",
        track.interpreter().name().isEmpty() ? track.runtime() : track.interpreter().name());
    if (!timeline().hosts().isEmpty()) {
      add(facts, "host", timeline().hosts().get(track.host()).name());
    }
    if (track.exit() != null) {
      add(facts, "exit", track.exit().show());
    }
    return facts;
  }

  private static void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(key, value));
    }
  }

  /** The row of a thread; null where that is not known or does not leave. */
  @Nullable TraceTrack thread(int lane) throws IOException {
    if (lane < 0 || !what.lanes().has(lane)) {
      return null;
    }
    TraceTrack known = threads.get(lane);
    if (known == null) {
      ThreadLane thread = timeline().lanes().get(lane);
      Process process = process(thread.process());
      known = told(process, tids[lane], TraceTrack.Kind.THREAD, thread.name(), "");
      threads.put(lane, known);
    }
    return known;
  }

  /** A row of its own. */
  TraceTrack row(int process, String name) throws IOException {
    Process below = process(process);
    return told(below, below.tids.own(), TraceTrack.Kind.ROW, name, "");
  }

  TraceTrack counter(int process, String name, String unit) throws IOException {
    return told(process(process), 0, TraceTrack.Kind.COUNTER, name, unit);
  }

  private TraceTrack told(Process process, long tid, TraceTrack.Kind kind, String name, String unit)
      throws IOException {
    TraceTrack track = new TraceTrack(++ids, process.pid, tid, kind, name, process.rows++, unit);
    sink.track(track);
    return track;
  }
}
