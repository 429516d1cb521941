package interleave.engine;

import java.io.IOException;
import java.nio.file.Files;
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
  private static final Pattern NAME = Pattern.compile("gil-(\\d{1,10})-[0-9a-f]+");
  private static final Pattern AT = Pattern.compile("at (\\d{1,18}) (\\d{1,4}) (\\d{1,18})\n");
  private static final Pattern ABSENT = Pattern.compile("absent (\\w+)\n");
  private static final int LONGEST = 100;

  static boolean isName(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Nothing while the file is not complete. */
  static Optional<GilPlace> read(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      if (!name.matches() || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      return parse(Long.parseLong(name.group(1)), Files.readString(file));
    } catch (IOException e) {
      return Optional.empty(); // gone with the recording
    }
  }

  private static Optional<GilPlace> parse(long pid, String words) {
    Matcher at = AT.matcher(words);
    if (at.matches()) {
      return Optional.of(
          new GilPlace(
              pid,
              Long.parseLong(at.group(1)),
              Integer.parseInt(at.group(2)),
              Long.parseLong(at.group(3)),
              ""));
    }
    Matcher absent = ABSENT.matcher(words);
    return absent.matches()
        ? Optional.of(new GilPlace(pid, 0, 0, 0, absent.group(1)))
        : Optional.empty();
  }
}
