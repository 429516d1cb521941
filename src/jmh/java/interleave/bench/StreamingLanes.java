package interleave.bench;

import interleave.event.Recording;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Two hundred lanes that are written while time goes by, so many events a second. */
final class StreamingLanes implements AutoCloseable {
  private static final long PAUSE = 500_000;

  private final Thread thread;
  private volatile boolean closed;

  private StreamingLanes(LaneRecording lanes) {
    thread = Thread.ofPlatform().daemon().name("writer").unstarted(() -> write(lanes));
  }

  static StreamingLanes into(Recording recording, long eventsOfASecond) throws IOException {
    long slot = LaneRecording.slot(eventsOfASecond);
    StreamingLanes lanes =
        new StreamingLanes(new LaneRecording(recording, System.nanoTime(), slot));
    lanes.thread.start();
    return lanes;
  }

  private void write(LaneRecording lanes) {
    while (!closed) {
      lanes.upTo(System.nanoTime());
      LockSupport.parkNanos(PAUSE);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
