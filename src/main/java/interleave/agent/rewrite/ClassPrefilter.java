package interleave.agent.rewrite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Looks over a class file for anything a hook may be interested in, without the class-file API,
 * since most classes have nothing: names in the constant pool, synchronized methods, and bytes that
 * may be monitor instructions.
 */
final class ClassPrefilter {
  private static final int LONGEST_NAME = 64;
  private static final int MONITORENTER = 0xC2;
  private static final int ACC_SYNCHRONIZED = 0x20;
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  /** Bytes of a constant after its tag; 0 for a tag that does not exist. */
  private static final byte[] CONSTANT_BYTES = {
    0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2
  };

  private final Set<String> names;

  /** For classes in whose constant pool one of {@code names} stands, or that enter monitors. */
  ClassPrefilter(Set<String> names) {
    this.names = names;
  }

  boolean isInteresting(byte[] classFile) {
    ByteBuffer in = ByteBuffer.wrap(classFile);
    in.position(8);
    int constants = Short.toUnsignedInt(in.getShort());
    int code = -1;
    for (int i = 1; i < constants; i++) {
      int tag = in.get();
      if (tag == UTF8) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length <= LONGEST_NAME) {
          String text = new String(classFile, in.position(), length, StandardCharsets.ISO_8859_1);
          if (names.contains(text)) {
            return true;
          }
          if (text.equals("Code")) {
            code = i;
          }
        }
        in.position(in.position() + length);
      } else if (tag <= 0 || tag >= CONSTANT_BYTES.length || CONSTANT_BYTES[tag] == 0) {
        return false;
      } else {
        in.position(in.position() + CONSTANT_BYTES[tag]);
        i += tag == LONG || tag == DOUBLE ? 1 : 0;
      }
    }
    in.position(in.position() + 6);
    skip(in, Short.toUnsignedInt(in.getShort()) * 2);
    return members(in, -1) || members(in, code);
  }

  /** Goes over the fields or methods; true when one enters a monitor, or may. */
  private static boolean members(ByteBuffer in, int code) {
    int members = Short.toUnsignedInt(in.getShort());
    for (int m = 0; m < members; m++) {
      int flags = in.getShort();
      if (code > 0 && (flags & ACC_SYNCHRONIZED) != 0) {
        return true;
      }
      skip(in, 4);
      int attributes = Short.toUnsignedInt(in.getShort());
      for (int a = 0; a < attributes; a++) {
        int name = Short.toUnsignedInt(in.getShort());
        int length = in.getInt();
        if (name == code && hasMonitor(in, length)) {
          return true;
        }
        skip(in, length);
      }
    }
    return false;
  }

  private static boolean hasMonitor(ByteBuffer in, int length) {
    for (int at = in.position(); at < in.position() + length; at++) {
      if ((in.get(at) & 0xFF) == MONITORENTER) {
        return true;
      }
    }
    return false;
  }

  private static void skip(ByteBuffer in, int bytes) {
    in.position(in.position() + bytes);
  }
}
