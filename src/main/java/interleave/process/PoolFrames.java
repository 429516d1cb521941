package interleave.process;

/**
 * The types of {@link MessageFrame} between a pool and one of its workers, over a connection that
 * the worker makes.
 *
 * <pre>
 *   pool                       worker
 *   TASK ────────────────────▶
 *        ◀──────────────────── BEGUN            from here on the task is lost if the worker dies
 *        ◀──────────────────── RESULT | FAILURE
 *   LEAVE ───────────────────▶                  and the worker ends
 * </pre>
 */
final class PoolFrames {
  /**
   * {@code i64} task id; then a list of texts: class, method, arguments as {@link Argument} writes
   * them.
   */
  static final byte TASK = 1;

  static final byte LEAVE = 2;

  /** {@code i64} task id. */
  static final byte BEGUN = 10;

  /** {@code i64} task id; then the value. */
  static final byte RESULT = 11;

  /** {@code i64} task id; then a list of texts: the exception in a line, its stack trace. */
  static final byte FAILURE = 12;

  private PoolFrames() {}
}
