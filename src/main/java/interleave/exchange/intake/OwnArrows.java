package interleave.exchange.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What our own exports put at the ends of arrows, for viewers that need something there: of a
 * category that nobody else has. It is not drawn, since the arrow itself is told beside it.
 */
public final class OwnArrows {
  private static final String BEGIN = "[interleave.arrow] end=";
  private static final byte[] BYTES = BEGIN.getBytes(StandardCharsets.US_ASCII);

  private OwnArrows() {}

  /** Whether what has those arguments stands for the end of an arrow. */
  public static boolean isEnd(byte[] arguments, int length) {
    return length >= BYTES.length
        && Arrays.equals(arguments, 0, BYTES.length, BYTES, 0, BYTES.length);
  }

  /** The same of a text. */
  public static boolean isEnd(String arguments) {
    return arguments.startsWith(BEGIN);
  }
}
