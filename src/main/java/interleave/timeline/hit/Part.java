package interleave.timeline.hit;

/** Which part of the picture was hit. */
public enum Part {
  NOTHING,
  OVERVIEW,
  OVERVIEW_BRUSH,
  OVERVIEW_LEFT_EDGE,
  OVERVIEW_RIGHT_EDGE,
  RULER,
  PLAYHEAD,
  /** The name of a process; the triangle before it has a part of its own. */
  HEADER,
  TRIANGLE,
  /** The note that tells how many service threads are folded away. */
  SERVICES,
  /** The triangle before a crowd, which opens it. */
  CROWD,
  /** The row that tells how many more lanes a crowd has; index below 0: show fewer. */
  MORE_LANES,
  /** The row that tells how many more locks a process has; as {@link #MORE_LANES}. */
  MORE_LOCKS,
  /** The note that tells how many lines of output are folded away. */
  MORE,
  /** The name of a lane, lock, queue, variable. */
  NAME,
  /** A track where nothing in particular is drawn. */
  TRACK,
  SPAN,
  HOLD,
  BEAD,
  ARROW,
  ACCESS,
  CHIP,
  LEGEND
}
