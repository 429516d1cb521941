package interleave.timeline.layout;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Names of lanes and processes for readers; any index may be -1. */
public final class Lanes {
  private static final Words WORDS = Words.of("timeline/draw");

  private Lanes() {}

  /** The process of a lane, -1 when the lane is not known. */
  public static int process(Timeline timeline, int lane) {
    return lane < 0 || lane >= timeline.lanes().size() ? -1 : timeline.lanes().get(lane).process();
  }

  /** {@code Writer 27525}, or an empty text. */
  public static String processName(Timeline timeline, int process) {
    if (process < 0 || process >= timeline.processes().size()) {
      return "";
    }
    ProcessTrack track = timeline.processes().get(process);
    return track.called();
  }

  /** {@code Thread-1}, or an empty text. */
  public static String name(Timeline timeline, int lane) {
    return lane < 0 || lane >= timeline.lanes().size() ? "" : timeline.lanes().get(lane).name();
  }

  /**
   * The process where it has one thread that matters, else the thread, with its process where that
   * is a child: what tells it apart soonest.
   */
  public static String brief(Timeline timeline, int lane) {
    if (lane < 0 || lane >= timeline.lanes().size()) {
      return WORDS.get("unknown");
    }
    ThreadLane thread = timeline.lanes().get(lane);
    if (timeline.processes().size() < 2 || thread.process() < 0) {
      return thread.name();
    }
    ProcessTrack process = timeline.processes().get(thread.process());
    long siblings =
        process.lanes().stream().filter(i -> !timeline.lanes().get(i).service()).limit(2).count();
    if (siblings < 2) {
      return process.name();
    }
    // Among processes, threads without one are those of the program that started the others.
    return process.parent() < 0 ? thread.name() : process.name() + " · " + thread.name();
  }

  /** {@code Writer 27525 · main}, or just the thread where there is one process only. */
  public static String full(Timeline timeline, int lane) {
    if (lane < 0 || lane >= timeline.lanes().size()) {
      return WORDS.get("unknown");
    }
    ThreadLane thread = timeline.lanes().get(lane);
    if (timeline.processes().size() < 2 || thread.process() < 0) {
      return thread.name();
    }
    ProcessTrack process = timeline.processes().get(thread.process());
    return process.called() + " · " + thread.name();
  }
}
