package interleave.exchange.export.otlp;

import interleave.file.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What spans and traces are called: the same in each export of a run. */
final class SpanIds {
  private static final int PLACES = 40;

  /** Moments have their numbers apart from slices, of which nobody knows how many come. */
  private static final long MOMENTS = 1L << PLACES - 1;

  private static final int TRACE_BYTES = 16;

  private SpanIds() {}

  /** Of what lasts on a row, the first has 1; the row itself has 0. */
  static String of(int track, long place) {
    return HexFormat.of().toHexDigits(mixed((long) track << PLACES | place));
  }

  static String ofMoment(int track, long place) {
    return of(track, MOMENTS | place);
  }

  /** Another for each number, and 0, which is no id, for 0 alone. */
  private static long mixed(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ mixed >>> 31;
  }

  /** A trace is a run. */
  static String trace(Manifest manifest) {
    String run =
        manifest.created() + "\n" + manifest.title() + "\n" + String.join("\n", manifest.command());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, TRACE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
