package interleave.timeline.derive;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Signals;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.Timeline.Arrow.Kind;
import interleave.timeline.derive.column.ArrowColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the arrows between processes and threads; one whose other end has not happened yet waits
 * for it.
 */
final class ArrowMaker {
  private final Directory directory;
  private final ArrowColumns arrows = new ArrowColumns();
  private final List<Arrow> waiting = new ArrayList<>();

  ArrowMaker(Directory directory) {
    this.directory = directory;
  }

  void threadStarted(int from, int to, long time) {
    LaneBuilder lane = directory.lanes.get(to);
    lane.starter = from;
    lane.started = time;
    if (lane.isSeen()) {
      begun(lane);
    }
  }

  /** A thread has begun; of the crowds nobody wants to see a hundred thousand arrows. */
  void begun(LaneBuilder lane) {
    if (lane.starter >= 0 && lane.crowd == null) {
      arrows.add(startOf(lane, lane.start));
    }
  }

  /** Threads that were started and never seen end their arrows {@code at} the end. */
  void neverBegun(long at) {
    for (LaneBuilder lane : directory.lanes.view()) {
      if (lane.starter >= 0 && !lane.isSeen()) {
        arrows.add(startOf(lane, at));
      }
    }
  }

  static Arrow startOf(LaneBuilder lane, long begun) {
    return new Arrow(
        Kind.START_THREAD,
        lane.starter,
        -1,
        lane.started,
        lane.index,
        -1,
        Math.max(begun, lane.started));
  }

  void interrupted(int from, int to, long time) {
    arrows.add(new Arrow(Kind.INTERRUPT, from, -1, time, to, -1, time));
  }

  void processStarted(int fromLane, int fromProcess, int to, long time) {
    if (fromProcess >= 0) {
      waiting.add(arrow(Kind.START_PROCESS, fromLane, fromProcess, time, -1, to));
    }
  }

  void forked(int fromLane, int fromProcess, int toLane, int toProcess, long time) {
    waiting.add(arrow(Kind.FORK, fromLane, fromProcess, time, toLane, toProcess));
  }

  /**
   * A process was sent a signal.
   *
   * @param number of the signal, 0 where that is not told
   */
  void signalled(Kind kind, int fromLane, int fromProcess, int to, long time, int number) {
    waiting.add(new Arrow(kind, fromLane, fromProcess, time, -1, to, Timeline.OPEN, number));
  }

  /** It has come: the first of that number that has not is the one. */
  void handled(int process, int lane, long time, int number) {
    for (int i = 0; i < waiting.size(); i++) {
      Arrow it = waiting.get(i);
      if (isSignal(it) && it.toProcess() == process && it.signal() == number) {
        waiting.remove(i);
        int to = lane >= 0 && directory.lanes.get(lane).service ? -1 : lane;
        arrows.add(it.to(to, Math.max(time, it.fromTime())));
        return;
      }
    }
  }

  private static boolean isSignal(Arrow arrow) {
    return switch (arrow.kind()) {
      case TERMINATE, KILL, SIGNAL -> true;
      case START_PROCESS, FORK, START_THREAD, INTERRUPT, CALL, ANSWER -> false;
    };
  }

  /** A thread called what another process serves, and a thread of that takes it up. */
  void called(int from, long began, int to, long time) {
    arrows.add(new Arrow(Kind.CALL, from, -1, began, to, -1, time));
  }

  /** The one that served a call has answered. */
  void answered(int from, long began, int to, long time) {
    arrows.add(new Arrow(Kind.ANSWER, from, -1, began, to, -1, time));
  }

  private static Arrow arrow(
      Kind kind, int fromLane, int fromProcess, long time, int toLane, int toProcess) {
    return new Arrow(kind, fromLane, fromProcess, time, toLane, toProcess, Timeline.OPEN);
  }

  /**
   * Finishes the arrows whose ends are known; the others end at {@code otherwise} unless that is
   * open.
   */
  void advance(long otherwise) {
    waiting.removeIf(
        arrow -> {
          long to = Math.min(endOf(arrow, otherwise), otherwise);
          if (to == Timeline.OPEN) {
            return false;
          }
          arrows.add(arrow.to(arrow.toLane(), Math.max(to, arrow.fromTime())));
          return true;
        });
  }

  private long endOf(Arrow arrow, long otherwise) {
    return switch (arrow.kind()) {
      case FORK -> directory.lanes.get(arrow.toLane()).start;
      case START_PROCESS -> firstWord(directory.processes.get(arrow.toProcess()));
      case TERMINATE, KILL, SIGNAL ->
          effect(directory.processes.get(arrow.toProcess()), arrow, otherwise);
      case START_THREAD, INTERRUPT, CALL, ANSWER -> arrow.fromTime();
    };
  }

  /** Where a signal ends the process it arrives at its end; else it was let pass when it came. */
  private static long effect(ProcessState process, Arrow signal, long otherwise) {
    if (process.end == Timeline.OPEN && otherwise == Timeline.OPEN) {
      return Timeline.OPEN;
    }
    ProcessTrack.Exit exit = process.exit;
    boolean passed =
        signal.signal() != 0
            && (process.end == Timeline.OPEN
                || exit != null && !Signals.name(signal.signal()).equals(exit.signal()));
    return passed ? signal.fromTime() : process.lanesEnd();
  }

  private static long firstWord(ProcessState process) {
    return process.traced && process.seenLanes.size() == 0 ? Timeline.OPEN : process.start;
  }

  List<Arrow> view() {
    return arrows.view();
  }
}
