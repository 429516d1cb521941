package interleave.exchange.intake;

import interleave.event.NativeState;
import interleave.event.ToldWait;
import interleave.event.WaitChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * States of threads as our own exports write them: slices of a category that nobody else has, with
 * the state as their first argument. They come back as states, and as what else they say.
 */
public final class OwnStates {
  private static final byte[] BEGIN =
      "[interleave.state] state=".getBytes(StandardCharsets.US_ASCII);

  private static final Map<String, Integer> FLAGS =
      Map.of(
          "running", NativeState.RUNNING.flags(WaitChannel.UNKNOWN),
          "ready", NativeState.READY.flags(WaitChannel.UNKNOWN),
          "untraced_wait", ToldWait.SOMETHING.flags(),
          "lock_wait", ToldWait.LOCK.flags(),
          "queue_wait", ToldWait.QUEUE.flags(),
          "joining", ToldWait.END.flags(),
          "sync_wait", ToldWait.OTHERS.flags(),
          "io", ToldWait.TRANSFER.flags(),
          "sleeping", ToldWait.TIME.flags());

  private OwnStates() {}

  /** The flags of the state that a slice with those arguments stands for; -1 for none. */
  public static int of(byte[] arguments, int length) {
    if (length <= BEGIN.length || arguments[1] != BEGIN[1] || arguments[12] != BEGIN[12]) {
      return -1;
    }
    int end = BEGIN.length;
    for (int i = 0; i < BEGIN.length; i++) {
      if (arguments[i] != BEGIN[i]) {
        return -1;
      }
    }
    while (end < length && arguments[end] != ' ') {
      end++;
    }
    String state =
        new String(arguments, BEGIN.length, end - BEGIN.length, StandardCharsets.US_ASCII);
    return FLAGS.getOrDefault(state, -1);
  }

  /** The same of a text. */
  public static int of(String arguments) {
    if (!arguments.startsWith("[interleave.state]")) {
      return -1;
    }
    byte[] bytes = arguments.getBytes(StandardCharsets.US_ASCII);
    return of(bytes, bytes.length);
  }
}
