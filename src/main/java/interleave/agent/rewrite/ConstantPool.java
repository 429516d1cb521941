package interleave.agent.rewrite;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The constants of a class file, read where they stand. */
final class ConstantPool {
  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int FIELD = 9;
  static final int METHOD = 10;
  static final int INTERFACE_METHOD = 11;
  static final int METHOD_HANDLE = 15;
  static final int INVOKE_DYNAMIC = 18;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int COUNT_AT = 8;

  /** Bytes of a constant after its tag; 0 for a tag that does not exist. */
  private static final byte[] BYTES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  final byte[] file;

  /** Where each constant's tag stands. */
  private final int[] tags;

  /** Where the file goes on behind the constants. */
  final int end;

  ConstantPool(byte[] file) {
    this.file = file;
    tags = new int[u2(COUNT_AT)];
    int at = COUNT_AT + 2;
    for (int i = 1; i < tags.length; i++) {
      tags[i] = at;
      int tag = file[at];
      at += 1 + (tag == UTF8 ? 2 + u2(at + 1) : bytesOf(tag));
      i += tag == LONG || tag == DOUBLE ? 1 : 0;
    }
    end = at;
  }

  /** How many bytes a constant of that tag has behind it; not for texts. */
  private static int bytesOf(int tag) {
    if (tag <= 0 || tag >= BYTES.length || BYTES[tag] == 0) {
      throw new IllegalArgumentException(
          "there is no constant of kind ".concat(Integer.toString(tag)));
    }
    return BYTES[tag];
  }

  int u1(int at) {
    return file[at] & 0xFF;
  }

  int u2(int at) {
    return u1(at) << 8 | u1(at + 1);
  }

  int u4(int at) {
    return u2(at) << 16 | u2(at + 2);
  }

  int count() {
    return tags.length;
  }

  /** What kind of constant it is; 0 for a place that a wide one before it takes. */
  int tag(int index) {
    return tags[index] == 0 ? 0 : u1(tags[index]);
  }

  /** The two bytes {@code offset} bytes behind the constant's tag. */
  int part(int index, int offset) {
    return u2(tags[index] + 1 + offset);
  }

  String text(int index) {
    int at = tags[index] + 1;
    int length = u2(at);
    for (int i = 0; i < length; i++) {
      if (file[at + 2 + i] < 0) {
        return unusualText(at, length);
      }
    }
    return new String(file, at + 2, length, StandardCharsets.ISO_8859_1);
  }

  private String unusualText(int at, int length) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, at, length + 2))) {
      return in.readUTF();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  boolean isText(int index, String text) {
    return u2(tags[index] + 1) == text.length() && beginsWith(index, text);
  }

  /** Whether a text begins so; makes no string of it. */
  private boolean beginsWith(int index, String start) {
    int at = tags[index] + 1;
    if (u2(at) < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (file[at + 2 + i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the internal name of a class begins so. */
  boolean isClassIn(int index, String prefix) {
    return beginsWith(part(index, 0), prefix);
  }

  /** The internal name of a class. */
  String className(int index) {
    return text(part(index, 0));
  }

  /** Of a field or method: whose it is said to be. */
  String owner(int index) {
    return className(part(index, 0));
  }

  /** Of a field or method. */
  String member(int index) {
    return text(part(part(index, 2), 0));
  }

  /** Of a field or method. */
  String descriptor(int index) {
    return text(part(part(index, 2), 2));
  }
}
