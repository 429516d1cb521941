package interleave.process;

import interleave.process.value.RefusedBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of a {@link ProcessQueue} are kept: with the process that made it, or with a
 * broker.
 */
interface QueueStore extends AutoCloseable {
  /**
   * A message that is in the queue.
   *
   * @param time when it entered
   */
  record Entered(long id, long time) {}

  /** A message that has left the queue. */
  record Left(long id, ByteBuffer value) {}

  /**
   * Puts a value at the end; waits while there is no room.
   *
   * @param longest in ns, {@link QueueFrames#FOR_EVER}
   * @return null when the time is up
   * @throws RefusedBytesException when the queue does not take it
   * @throws IOException when there is no such queue any more
   */
  @Nullable Entered put(byte[] value, long longest) throws IOException, InterruptedException;

  /**
   * Takes the oldest value; waits until there is one.
   *
   * @param longest in ns, {@link QueueFrames#FOR_EVER}
   * @return null when the time is up
   * @throws IOException when there is no such queue any more
   */
  @Nullable Left get(long longest) throws IOException, InterruptedException;

  /** Lets go of it. */
  @Override
  void close();
}
