package interleave.engine.sample;

import interleave.engine.sample.StackPlace.Field;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A function of a Python program, as it is read once from the memory of its process.
 *
 * @param mark what is compared before it is believed again: its place may be given to another
 * @param sites by instruction, the number that its place has in the recording
 */
record PythonCode(
    Mark mark,
    int minor,
    String file,
    String owner,
    String name,
    byte[] lines,
    Map<Integer, Integer> sites) {
  private static final int LONGEST_TEXT = 4096;
  private static final int LONGEST_TABLE = 60_000;
  private static final int OBJECT_TYPE = 8;
  private static final int LENGTH = 16;
  private static final int BYTES_BEGIN = 32;
  private static final int TEXT_STATE = 32;
  private static final int HEAD = 40;
  private static final int HEAD_OF_CODE = 208;
  private static final String LOCALS = "<locals>.";

  /** Where a code object's parts are, and where it begins in its file. */
  record Mark(int firstLine, long file, long name, long lines) {}

  /**
   * What a code object is made of.
   *
   * @throws IOException where there is none
   */
  static Mark mark(ProcessMemory memory, StackPlace place, long code) throws IOException {
    ByteBuffer head = memory.read(code, HEAD_OF_CODE);
    if (head.getLong(OBJECT_TYPE) != place.codeType()) {
      throw new EOFException(); // no code is there
    }
    return new Mark(
        head.getInt(place.at(Field.FIRST_LINE)),
        head.getLong(place.at(Field.FILE)),
        head.getLong(place.at(Field.NAME)),
        head.getLong(place.at(Field.LINES)));
  }

  static PythonCode read(ProcessMemory memory, StackPlace place, Mark mark) throws IOException {
    String qualified = text(memory, place, mark.name()).replace(LOCALS, "");
    int dot = qualified.lastIndexOf('.');
    byte[] lines = new byte[(int) Math.clamp(memory.word(mark.lines() + LENGTH), 0, LONGEST_TABLE)];
    if (lines.length > 0) {
      memory.read(mark.lines() + BYTES_BEGIN, lines.length).get(lines);
    }
    return new PythonCode(
        mark,
        place.minor(),
        text(memory, place, mark.file()),
        qualified.substring(0, Math.max(0, dot)),
        qualified.substring(dot + 1),
        lines,
        new HashMap<>());
  }

  private static String text(ProcessMemory memory, StackPlace place, long address)
      throws IOException {
    ByteBuffer head = memory.read(address, HEAD);
    int length = (int) Math.clamp(head.getLong(LENGTH), 0, LONGEST_TEXT);
    int state = head.getInt(TEXT_STATE);
    int width = state >> 2 & 7;
    boolean ascii = (state >> 6 & 1) != 0;
    Charset charset =
        switch (width) {
          case 1 -> StandardCharsets.ISO_8859_1;
          case 2 -> StandardCharsets.UTF_16LE;
          case 4 -> StandardCharsets.UTF_32LE;
          default -> throw new EOFException(); // no text is there
        };
    byte[] bytes = new byte[length * width];
    if (bytes.length > 0) {
      memory
          .read(address + place.at(ascii ? Field.ASCII : Field.OTHER_TEXT), bytes.length)
          .get(bytes);
    }
    return new String(bytes, charset);
  }

  /** The line of an instruction so many bytes from the first. */
  int line(int instruction) {
    return LineTable.line(minor, lines, mark.firstLine(), instruction);
  }
}
