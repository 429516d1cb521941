package interleave.view.session;

/**
 * The playhead as a function of wall time and speed. Knows no clock: every call says what time it
 * is.
 *
 * <p>Live it stands at the end of what is known; replaying it runs from where it was let go at
 * {@link #speed()} times the program's own pace; paused it stands still while the recording goes
 * on.
 */
public final class Playback {
  /** How the playhead moves. */
  public enum Mode {
    LIVE,
    REPLAYING,
    PAUSED
  }

  private Mode mode = Mode.PAUSED;
  private double speed = 1;
  private long anchorWall;
  private long anchorHead;

  /** Follows the end of a run that is going on. */
  public void follow() {
    mode = Mode.LIVE;
  }

  /** Stands at {@code head} until told otherwise. */
  public void stand(long head) {
    mode = Mode.PAUSED;
    anchorHead = head;
  }

  /** Runs from {@code head}, which is where the playhead is at {@code wall}. */
  public void replay(long head, long wall) {
    mode = Mode.REPLAYING;
    anchorHead = head;
    anchorWall = wall;
  }

  /** Moves the playhead without changing whether it runs; live becomes paused. */
  public void seek(long head, long wall) {
    if (mode == Mode.REPLAYING) {
      replay(head, wall);
    } else {
      stand(head);
    }
  }

  /** Changes the pace from {@code wall} on; the playhead does not jump. */
  public void speed(double factor, long wall) {
    if (!(factor >= Speed.SLOWEST && factor <= Speed.FASTEST)) {
      throw new IllegalArgumentException("speed outside of 1/1,000,000 to 10: " + factor);
    }
    if (mode == Mode.REPLAYING) {
      replay(headAt(wall), wall);
    }
    speed = factor;
  }

  /**
   * Where the playhead is at {@code wall} in a run known from {@code start} to {@code end}.
   * Arriving at the end it becomes live while the run goes on and stands still when it is over.
   */
  public long playhead(long wall, long start, long end, boolean running) {
    return switch (mode) {
      case LIVE -> {
        if (!running) {
          stand(end);
        }
        yield end;
      }
      case PAUSED -> Math.clamp(anchorHead, start, Math.max(start, end));
      case REPLAYING -> replayed(wall, start, end, running);
    };
  }

  private long replayed(long wall, long start, long end, boolean running) {
    long head = headAt(wall);
    if (head < end) {
      return Math.max(start, head);
    }
    if (running) {
      follow();
    } else {
      stand(end);
    }
    return end;
  }

  private long headAt(long wall) {
    return anchorHead + Math.round((wall - anchorWall) * speed);
  }

  public Mode mode() {
    return mode;
  }

  public double speed() {
    return speed;
  }
}
