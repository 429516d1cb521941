package interleave.engine;

import interleave.engine.sample.LeftWord;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the interpreter of a process keeps its lock, as its tracer has left word in the recording:
 * a file {@code gil-PID-TIME} with {@code at ADDRESS OFFSET PASSED}, or {@code absent REASON}.
 *
 * @param address of the structure; 0 where it is not known
 * @param identifier where in the state of a thread the identifier of that thread stands
 * @param passed how often it had gone from one thread to another by then
 * @param reason why it is not known; empty where it is
 */
record GilPlace(long pid, long address, int identifier, long passed, String reason) {
  private static final Pattern NAME = LeftWord.names("gil");
  private static final Pattern AT = Pattern.compile("at (\\d{1,18}) (\\d{1,4}) (\\d{1,18})\n");
  private static final int LONGEST = 100;

  static boolean isName(Path file) {
    return LeftWord.isOne(file, NAME);
  }

  /** Nothing while the file is not complete. */
  static Optional<GilPlace> read(Path file) {
    return LeftWord.read(file, NAME, LONGEST).flatMap(GilPlace::of);
  }

  private static Optional<GilPlace> of(LeftWord left) {
    Matcher at = AT.matcher(left.words());
    if (at.matches()) {
      return Optional.of(
          new GilPlace(
              left.pid(),
              Long.parseLong(at.group(1)),
              Integer.parseInt(at.group(2)),
              Long.parseLong(at.group(3)),
              ""));
    }
    return left.absent().map(reason -> new GilPlace(left.pid(), 0, 0, 0, reason));
  }
}
