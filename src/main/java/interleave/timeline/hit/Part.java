package interleave.timeline.hit;

/** Which part of the picture was hit. */
public enum Part {
  NOTHING(Zone.NONE),
  OVERVIEW(Zone.OVERVIEW),
  OVERVIEW_BRUSH(Zone.OVERVIEW),
  OVERVIEW_LEFT_EDGE(Zone.OVERVIEW),
  OVERVIEW_RIGHT_EDGE(Zone.OVERVIEW),
  RULER(Zone.RULER),
  PLAYHEAD(Zone.RULER),
  /** The edges of the range that is asked about. */
  RANGE_FROM(Zone.RULER),
  RANGE_TO(Zone.RULER),
  /** The name of a process; the triangle before it has a part of its own. */
  HEADER(Zone.ROWS),
  TRIANGLE(Zone.ROWS),
  /** The note that tells how many service threads are folded away. */
  SERVICES(Zone.ROWS),
  /** The triangle before a crowd, which opens it. */
  CROWD(Zone.ROWS),
  /** The row that tells how many more lanes a crowd has; index below 0: show fewer. */
  MORE_LANES(Zone.ROWS),
  /** The triangle before a group of many things, which opens it. */
  GROUP(Zone.ROWS),
  /** The row that tells how many more things a group has; as {@link #MORE_LANES}. */
  MORE_THINGS(Zone.ROWS),
  /** The triangle before a machine. */
  HOST(Zone.ROWS),
  /** The row that tells how many more machines there are, or processes on one. */
  MORE_HOSTS(Zone.ROWS),
  /** The note that tells how many more thread-locals a thread has. */
  MORE_LOCALS(Zone.ROWS),
  /** The note that tells how many more rows of slices there are. */
  MORE_SLICES(Zone.ROWS),
  /** The note that tells how many lines of output are folded away. */
  MORE(Zone.ROWS),
  /** The name of a lane, lock, queue, variable. */
  NAME(Zone.ROWS),
  /** Where the start of the interpreter is drawn together, and the words that open and close it. */
  START(Zone.ROWS),
  /** A track where nothing in particular is drawn. */
  TRACK(Zone.ROWS),
  SPAN(Zone.ROWS),
  HOLD(Zone.ROWS),
  BEAD(Zone.ROWS),
  ARROW(Zone.ROWS),
  ACCESS(Zone.ROWS),
  CHIP(Zone.ROWS),
  LEGEND(Zone.NONE),
  /** The switch in the legend that hides arrows. */
  ARROWS(Zone.NONE);

  /** Where in the picture it is; dragging does the same in all of a zone. */
  public enum Zone {
    NONE,
    OVERVIEW,
    RULER,
    ROWS
  }

  private final Zone zone;

  Part(Zone zone) {
    this.zone = zone;
  }

  public Zone zone() {
    return zone;
  }
}
