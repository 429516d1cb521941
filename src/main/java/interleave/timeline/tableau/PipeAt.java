package interleave.timeline.tableau;

import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.PipeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks up the pipes to and from children that are open at one moment. */
final class PipeAt {
  private static final int MOST_TRANSFERS = 256;

  private final Timeline timeline;
  private final long time;

  PipeAt(Timeline timeline, long time) {
    this.timeline = timeline;
    this.time = time;
  }

  List<Tableau.Pipe> pipes() {
    List<Tableau.Pipe> pipes = new ArrayList<>();
    for (PipeTrack pipe : timeline.pipes()) {
      boolean open = pipe.opened() <= time && pipe.closed() > time;
      if (pipe.other() >= 0 && pipe.stream() == PipeTrack.Stream.INPUT) {
        continue; // told at the other end
      }
      if (open && pipe.child() >= 0 && pipe.bytes() > 0) {
        pipes.add(pipe(pipe));
      }
    }
    return pipes;
  }

  private Tableau.Pipe pipe(PipeTrack pipe) {
    ProcessTrack process = timeline.processes().get(pipe.child());
    List<Integer> child = process.end() > time ? List.of(laneOf(timeline, process)) : List.of();
    List<Integer> users = users(pipe);
    boolean input = pipe.stream() == PipeTrack.Stream.INPUT;
    long read = pipe.bytesAt(time);
    long bytes = pipe.other() < 0 ? read : timeline.pipes().get(pipe.other()).bytesAt(time) - read;
    String key = pipe.other() < 0 ? "stage." + pipe.stream() : "fact.within";
    String name = Words.of("timeline/pipes").get(key, PipeText.bytes(Math.max(0, bytes)));
    return new Tableau.Pipe(
        new ThingRef.Pipe(pipe.index()),
        name,
        input ? users : child,
        input ? child : users,
        List.of(),
        0);
  }

  /** Threads of the parent that used the pipe before, or will. */
  private List<Integer> users(PipeTrack pipe) {
    Set<Integer> lanes = new TreeSet<>();
    for (int i = 0; i < Math.min(MOST_TRANSFERS, pipe.transfers()); i++) {
      int lane = pipe.transfer(i).lane();
      if (lane >= 0 && !timeline.lanes().get(lane).service()) {
        lanes.add(lane);
      }
    }
    return List.copyOf(lanes);
  }

  /**
   * The first lane of a process, known already or not; negative for one without: -1 - its index.
   */
  static int laneOf(Timeline timeline, ProcessTrack process) {
    return process.lanes().stream()
        .limit(TableauAt.FIRST)
        .filter(lane -> !timeline.lanes().get(lane).service())
        .findFirst()
        .orElse(-1 - process.index());
  }
}
