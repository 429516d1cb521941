package interleave.process;

import interleave.process.broker.BrokerClient;
import interleave.process.broker.BrokerQueue;

/**
 * By which names a broker knows what is a pool's, and what its messages say. Tasks have their
 * number and {@link PoolTask#order} in Base64; results the number of their task, a letter, and the
 * rest in Base64.
 */
final class PoolChannel {
  /** Open pools, for machines that lend theirs: the key, and the name. */
  static final String OPEN_POOLS = "interleave.pools";

  /** A worker has come: its pid. */
  static final char HERE = 'H';

  /** The value. */
  static final char RESULT = 'R';

  /** A list of texts: the exception in a line, its stack trace. */
  static final char FAILURE = 'F';

  /** A text: why nobody runs the task any more. */
  static final char LOST = 'L';

  private PoolChannel() {}

  static BrokerQueue tasks(BrokerClient broker, long pool) {
    return broker.queue("interleave.pool." + Long.toHexString(pool) + ".tasks");
  }

  static BrokerQueue results(BrokerClient broker, long pool) {
    return broker.queue("interleave.pool." + Long.toHexString(pool) + ".results");
  }

  /** The token of whoever made it. */
  static String token(long pool) {
    return "pool." + Long.toHexString(pool);
  }
}
