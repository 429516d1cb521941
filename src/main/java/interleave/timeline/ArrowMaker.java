package interleave.timeline;

import interleave.timeline.Timeline.Arrow;
import interleave.timeline.Timeline.Arrow.Kind;
import interleave.timeline.column.ObjectColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the arrows between processes and threads; one whose other end has not happened yet waits
 * for it.
 */
final class ArrowMaker {
  private final Directory directory;
  private final ObjectColumn<Arrow> arrows = new ObjectColumn<>();
  private final List<Arrow> waiting = new ArrayList<>();

  ArrowMaker(Directory directory) {
    this.directory = directory;
  }

  void threadStarted(int from, int to, long time) {
    waiting.add(arrow(Kind.START_THREAD, from, -1, time, to, -1));
  }

  void interrupted(int from, int to, long time) {
    arrows.add(new Arrow(Kind.INTERRUPT, from, -1, time, to, -1, time, -1));
  }

  void processStarted(int fromLane, int fromProcess, int to, long time) {
    if (fromProcess >= 0) {
      waiting.add(arrow(Kind.START_PROCESS, fromLane, fromProcess, time, -1, to));
    }
  }

  void terminated(int fromLane, int fromProcess, int to, long time, boolean kill) {
    waiting.add(arrow(kill ? Kind.KILL : Kind.TERMINATE, fromLane, fromProcess, time, -1, to));
  }

  private static Arrow arrow(
      Kind kind, int fromLane, int fromProcess, long time, int toLane, int toProcess) {
    return new Arrow(kind, fromLane, fromProcess, time, toLane, toProcess, Timeline.OPEN, -1);
  }

  /**
   * Finishes the arrows whose ends are known; the others end at {@code otherwise} unless that is
   * open.
   */
  void advance(long otherwise) {
    waiting.removeIf(
        arrow -> {
          long to = Math.min(endOf(arrow), otherwise);
          if (to == Timeline.OPEN) {
            return false;
          }
          arrows.add(
              new Arrow(
                  arrow.kind(),
                  arrow.fromLane(),
                  arrow.fromProcess(),
                  arrow.fromTime(),
                  arrow.toLane(),
                  arrow.toProcess(),
                  Math.max(to, arrow.fromTime()),
                  -1));
          return true;
        });
  }

  private long endOf(Arrow arrow) {
    return switch (arrow.kind()) {
      case START_THREAD -> directory.lanes.get(arrow.toLane()).start;
      case START_PROCESS -> firstWord(directory.processes.get(arrow.toProcess()));
      case TERMINATE, KILL -> directory.processes.get(arrow.toProcess()).end;
      case INTERRUPT -> arrow.fromTime();
    };
  }

  private static long firstWord(ProcessState process) {
    return process.traced && process.seenLanes.size() == 0 ? Timeline.OPEN : process.start;
  }

  List<Arrow> view() {
    return arrows.view();
  }
}
