package interleave.process;

/**
 * The types of {@link MessageFrame} between a queue's server and the processes that use it. A
 * connection has one request under way at a time.
 *
 * <pre>
 *   HELLO                                  first of all
 *   PUT  ── ACCEPTED | TIMED_OUT
 *   GET  ── MESSAGE ── GOT | TIMED_OUT     without GOT the message stays in the queue
 *   anything wrong ── REFUSED              and the connection is closed
 * </pre>
 */
final class QueueFrames {
  /** {@code i64} {@link #MAGIC}. */
  static final byte HELLO = 1;

  /** {@code i64} longest wait in ns, {@link #FOR_EVER}; then the value. */
  static final byte PUT = 2;

  /** {@code i64} longest wait in ns, {@link #FOR_EVER}. */
  static final byte GET = 3;

  /** {@code i64} id of the message that has arrived. */
  static final byte GOT = 4;

  /** {@code i64} id of the message, {@code i64} the time at which it entered the queue. */
  static final byte ACCEPTED = 10;

  /**
   * {@code i64} id of the message, {@code i64} the time at which it entered the queue; then the
   * value.
   */
  static final byte MESSAGE = 11;

  static final byte TIMED_OUT = 12;

  /** UTF-8: why. */
  static final byte REFUSED = 13;

  static final long MAGIC = 0x696e_7465_7251_0001L;

  static final long FOR_EVER = -1;

  private QueueFrames() {}
}
