package interleave.timeline.draw;

import interleave.timeline.ThreadState;

/** How an area is filled; colour is never the only sign of a state. */
public enum FillPattern {
  PLAIN,
  DIAGONAL,
  /** Sparser, and down to the right. */
  BACK_DIAGONAL,
  HORIZONTAL,
  VERTICAL,
  DOTS,
  /** Short strokes, each row between those of the row above. */
  DASHES;

  public static FillPattern of(ThreadState state) {
    return switch (state) {
      case RUNNING, SLEEPING, IO, NOT_TOLD -> PLAIN;
      case LOCK_WAIT -> DIAGONAL;
      case QUEUE_WAIT -> HORIZONTAL;
      case JOINING -> DOTS;
      case SYNC_WAIT -> VERTICAL;
      case READY -> BACK_DIAGONAL;
      case UNTRACED_WAIT -> DASHES;
    };
  }
}
