package interleave.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the system counts of a thread in {@code /proc/<pid>/task/<tid>/schedstat}: nanoseconds on a
 * processor, and nanoseconds in which it waited for one. The second grows when a wait is over, the
 * first of a running thread with each tick; of a sleeping one both are exact.
 */
record SchedulerWord(long ran, long waited) {
  private static final String SLEEPS = "\nvoluntary_ctxt_switches:";

  static final SchedulerWord NONE = new SchedulerWord(0, 0);

  /** Of the two numbers that the text begins with. */
  static SchedulerWord parse(byte[] text, int size) {
    long[] numbers = new long[2];
    int at = 0;
    for (int i = 0; i < numbers.length; i++) {
      while (at < size && isDigit(text[at])) {
        numbers[i] = numbers[i] * 10 + text[at] - '0';
        at++;
      }
      at++;
    }
    return new SchedulerWord(numbers[0], numbers[1]);
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  /** How often a thread gave up its processor by itself, as its status says; -1 if it does not. */
  static long sleeps(Path status, ProcFile.Reading reading) {
    try (ProcFile file = new ProcFile(status, reading)) {
      String text = new String(reading.bytes(), 0, file.readOnce(), StandardCharsets.ISO_8859_1);
      int at = text.indexOf(SLEEPS);
      int end = text.indexOf('\n', at + 1);
      return at < 0 || end < 0
          ? -1
          : Long.parseLong(text.substring(at + SLEEPS.length(), end).strip());
    } catch (IOException | NumberFormatException e) {
      return -1;
    }
  }

  SchedulerWord since(SchedulerWord before) {
    return new SchedulerWord(ran - before.ran, waited - before.waited);
  }

  boolean isNothing() {
    return ran == 0 && waited == 0;
  }
}
