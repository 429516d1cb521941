package interleave.view.session;

import interleave.laboratory.Conduct;

/**
 * Whether a run under control has come to its end and does not end by itself: it stands for ever,
 * or was cut off. It is to be stopped then, but not before its deadlock is to be seen.
 */
public final class Standing {
  private static final long LONGEST_NS = 3_000_000_000L;

  private long since;

  /** Looks how it is in a frame that it is in; true as long as it is to be stopped. */
  public boolean isToBeStopped(Frame frame, Conduct conduct) {
    if (frame.phase() != Session.State.RUNNING || !conduct.state().isAtAnEnd()) {
      since = 0;
      return false;
    }
    since = since == 0 ? System.nanoTime() : since;
    return !frame.timeline().deadlocks().isEmpty() || System.nanoTime() - since > LONGEST_NS;
  }
}
