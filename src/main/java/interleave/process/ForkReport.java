package interleave.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * What a forked child says of itself, through a pipe to its parent. A report is written in one
 * piece, so that none is ever seen half:
 *
 * <pre>
 *   i64 what   i64 time   i64 value   i64 length of text   text, in {@value #TEXT} bytes
 * </pre>
 *
 * <p>Everything that is needed in the child is allocated beforehand.
 */
final class ForkReport {
  static final int BORN = 1;
  static final int PRINTS = 2;
  static final int SLEEPS = 3;
  static final int WAKES = 4;
  static final int EXITS = 5;
  static final int BECOMES = 6;
  static final int REMAINS = 7;

  /** A child that nobody ends is ended by the system after so many seconds. */
  static final int LONGEST_LIFE = 60;

  static final int TEXT = 224;
  static final int SIZE = 4 * Long.BYTES + TEXT; // less than what POSIX writes in one piece, 512
  private static final int STANDARD_OUTPUT = 1;

  private final MemorySegment slot = Arena.global().allocate(SIZE, Long.BYTES);
  private final MemorySegment line = Arena.global().allocate(TEXT + 1L);
  private int[] nowhere = {};
  private int file = -1;
  private int output = STANDARD_OUTPUT;

  /** Reports go into this file from now on, and lines to standard output. */
  void into(int file) {
    this.file = file;
    output = STANDARD_OUTPUT;
  }

  /** For the rehearsal: into a pipe that is emptied by nobody, and closed in the end. */
  void toNowhere() {
    if (nowhere.length == 0) {
      nowhere = SystemCalls.pipe();
    }
    file = nowhere[1];
    output = nowhere[1];
  }

  void end() {
    SystemCalls.close(nowhere[0]);
    SystemCalls.close(nowhere[1]);
  }

  void send(int what, long value) {
    send(what, value, 0);
  }

  void send(int what, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, TEXT);
    MemorySegment.copy(bytes, 0, slot, JAVA_BYTE, 4 * Long.BYTES, length);
    send(what, 0, length);
  }

  private void send(int what, long value, int length) {
    slot.set(JAVA_LONG, 0, what);
    slot.set(JAVA_LONG, 8, System.nanoTime());
    slot.set(JAVA_LONG, 16, value);
    slot.set(JAVA_LONG, 24, length);
    SystemCalls.write(file, slot, SIZE);
  }

  /** Prints a line, of which so much is printed as there is room for, and reports that. */
  void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, TEXT);
    MemorySegment.copy(bytes, 0, slot, JAVA_BYTE, 4 * Long.BYTES, length);
    MemorySegment.copy(bytes, 0, line, JAVA_BYTE, 0, length);
    line.set(JAVA_BYTE, length, (byte) '\n');
    SystemCalls.write(output, line, length + 1L);
    send(PRINTS, 0, length);
  }
}
