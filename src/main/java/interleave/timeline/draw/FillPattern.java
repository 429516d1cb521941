package interleave.timeline.draw;

import interleave.timeline.ThreadState;

/** How an area is filled; colour is never the only sign of a state. */
public enum FillPattern {
  PLAIN,
  DIAGONAL,
  HORIZONTAL,
  VERTICAL,
  DOTS;

  public static FillPattern of(ThreadState state) {
    return switch (state) {
      case RUNNING, SLEEPING, IO -> PLAIN;
      case LOCK_WAIT -> DIAGONAL;
      case QUEUE_WAIT -> HORIZONTAL;
      case JOINING -> DOTS;
      case SYNC_WAIT -> VERTICAL;
    };
  }
}
