package interleave.engine.sample;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the interpreter of a process keeps the frames of its threads, as its tracer has left word
 * in the recording: a file {@code stacks-PID-TIME} with {@code at} and numbers, or {@code absent
 * REASON}. What they mean stands in the tracer's {@code stacks.py}.
 *
 * @param minor of CPython 3
 * @param interpreter its address
 * @param lock the address of its lock
 * @param codeType what every code object begins with
 * @param at where things are, see {@link Field}
 * @param reason why it is not known; empty where it is
 */
record StackPlace(
    long pid, int minor, long interpreter, long lock, long codeType, int[] at, String reason) {
  /** What stands where, in the order of the file. */
  enum Field {
    FIRST_THREAD,
    NEXT_THREAD,
    IDENTIFIER,
    FRAME,
    INNER_FRAME,
    CODE,
    CALLER,
    INSTRUCTION,
    OWNER,
    FIRST_LINE,
    FILE,
    NAME,
    LINES,
    INSTRUCTIONS,
    ASCII,
    OTHER_TEXT
  }

  /** Whoever has written the file: nothing is looked for further away than that. */
  private static final int FARTHEST = 1 << 14;

  private static final int ADDRESSES = 4;
  private static final int LONGEST = 400;
  private static final Pattern NAME = LeftWord.names("stacks");
  private static final Pattern AT = Pattern.compile("at( -?\\d{1,18})+\n");

  static boolean isName(Path file) {
    return LeftWord.isOne(file, NAME);
  }

  /** Nothing while the file is not complete. */
  static Optional<StackPlace> read(Path file) {
    return LeftWord.read(file, NAME, LONGEST).flatMap(StackPlace::of);
  }

  static Optional<StackPlace> of(LeftWord left) {
    if (!AT.matcher(left.words()).matches()) {
      return left.absent()
          .map(reason -> new StackPlace(left.pid(), 0, 0, 0, 0, new int[0], reason));
    }
    long[] numbers =
        Arrays.stream(left.words().strip().substring(3).split(" "))
            .mapToLong(Long::parseLong)
            .toArray();
    if (numbers.length != ADDRESSES + Field.values().length) {
      return Optional.empty();
    }
    int[] at = new int[Field.values().length];
    for (int i = 0; i < at.length; i++) {
      long offset = numbers[ADDRESSES + i];
      if (offset < -1 || offset > FARTHEST) {
        return Optional.empty();
      }
      at[i] = (int) offset;
    }
    return Optional.of(
        new StackPlace(left.pid(), (int) numbers[0], numbers[1], numbers[2], numbers[3], at, ""));
  }

  int at(Field field) {
    return at[field.ordinal()];
  }

  boolean has(Field field) {
    return at(field) >= 0;
  }
}
