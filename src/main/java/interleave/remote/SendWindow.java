package interleave.remote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What was sent and is not yet known to have arrived: so much at most as the receiver grants. What
 * nobody says has arrived is sent again. No thread, no clock.
 */
final class SendWindow {
  /** After so long without a word of what has arrived it is sent again. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

  private record Sent(long number, byte[] message) {}

  private final Deque<Sent> underWay = new ArrayDeque<>();
  private long bytes;
  private long next;
  private long progress;
  private int credit;

  /** Of which number the next batch is. */
  long next() {
    return next;
  }

  /** How many bytes may be sent now; one batch may be larger when nothing is under way. */
  long room() {
    return credit - bytes;
  }

  boolean isEmpty() {
    return underWay.isEmpty();
  }

  /** How many bytes are under way. */
  long bytes() {
    return bytes;
  }

  /** The next batch is sent. */
  void sent(byte[] message, long now) {
    if (underWay.isEmpty()) {
      progress = now;
    }
    underWay.add(new Sent(next++, message));
    bytes += message.length;
  }

  void granted(Message.Grant grant, long now) {
    credit = Math.max(0, grant.credit());
    while (!underWay.isEmpty() && underWay.peek().number() < grant.next()) {
      bytes -= underWay.remove().message().length;
      progress = now;
    }
  }

  /** What is to be sent once more now. */
  List<byte[]> overdue(long now) {
    if (underWay.isEmpty() || now - progress < PATIENCE) {
      return List.of();
    }
    return again(now);
  }

  /** All that is under way: the connection it went over is gone. */
  List<byte[]> again(long now) {
    progress = now;
    return underWay.stream().map(Sent::message).toList();
  }
}
