package interleave.agent.control;

/**
 * Thrown in a thread of the program that is not to go on, since its run is over: what it holds it
 * lets go of in its {@code finally} blocks.
 */
final class Unwound extends Error {
  private static final long serialVersionUID = 1;

  Unwound() {
    super("this run is over", null, false, false);
  }
}
