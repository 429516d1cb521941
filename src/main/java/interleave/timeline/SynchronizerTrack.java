package interleave.timeline;

import java.util.List;

/**
 * One semaphore, latch, barrier, phaser or exchanger: where it stands as steps, who waited at it
 * and who let them go on.
 */
public interface SynchronizerTrack extends Waiting {
  int index();

  /** The process it lives in. */
  int process();

  /** Whether it is a latch that is set once and not counted down: Python calls it an event. */
  default boolean isEvent() {
    return false;
  }

  String name();

  Kind kind();

  /** Permits at first, count or parties at that time; -1 where the program would not tell. */
  int totalAt(long time);

  /**
   * Permits free, count left, or parties arrived; before the first step what it was found with, as
   * nobody had touched it yet.
   */
  int levelAt(long time);

  int maxLevel();

  int steps();

  long stepTime(int i);

  int stepLevel(int i);

  /** Who made that step, -1 when unknown. */
  int stepLane(int i);

  /** Index of the last step at or before {@code time}, -1 if none. */
  int stepAt(long time);

  /** Which lanes have permits of a semaphore. */
  List<Integer> holdersAt(long time);

  /** Waits in the order of their begin. */
  int waits();

  Wait wait(int i);

  /** Index of the last wait that began at or before {@code time}, -1 if none. */
  int waitAt(long time);

  long waitNs();

  long longestWaitNs();

  /** How often it opened, broke or ended, in the order of time. */
  int openings();

  Opening opening(int i);

  /** Index of the last opening at or before {@code time}, -1 if none. */
  int openingAt(long time);

  /** What it is. */
  enum Kind {
    SEMAPHORE,
    LATCH,
    BARRIER,
    PHASER,
    EXCHANGER,
    /** A word in memory, of which only waits and wakes are seen: whose lock it is, nobody tells. */
    FUTEX,
    /** Of a type that nobody knows: waits are seen, and what they wait for is not. */
    UNKNOWN
  }

  /** How a wait ended. */
  enum Outcome {
    WAITS,
    WENT_ON,
    TIMED_OUT,
    INTERRUPTED,
    /** The barrier was broken by another. */
    BROKEN,
    /** The thread or its process ended. */
    ENDED
  }

  /**
   * One wait.
   *
   * @param end {@link Timeline#OPEN} while it goes on
   * @param asked permits asked for, or the phase that was to end
   * @param by the lane that let it go on: released the permit, or was the last to come; -1 if
   *     nobody is known to have
   * @param byTime when that one did
   */
  record Wait(
      int lane,
      long begin,
      long end,
      int asked,
      Outcome outcome,
      int by,
      long byTime,
      int bySite) {}

  /**
   * One moment at which all that waited went on.
   *
   * @param lane the last to come, or who broke or ended it; -1 when unknown
   * @param arrived when that one came; a barrier's action runs from then on until {@code time}
   * @param let how many waited
   * @param phase the number of the phase or round that was over then, from 0
   */
  record Opening(
      int index, Cause cause, long time, int lane, long arrived, int site, int let, int phase) {}

  /** Why those who waited went on. */
  enum Cause {
    OPENED,
    BROKEN,
    TERMINATED
  }
}
