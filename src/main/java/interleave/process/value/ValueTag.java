package interleave.process.value;

import org.jspecify.annotations.Nullable;

/**
 * The first byte of an encoded value: what it is. What follows it is written beside each; lengths
 * are 32-bit, big endian.
 */
public enum ValueTag {
  /** Nothing: a null, or the result of a method without one. */
  NOTHING(0),
  FALSE(1),
  TRUE(2),
  /** 1 byte. */
  BYTE(3),
  /** 2 bytes. */
  SHORT(4),
  /** 2 bytes, UTF-16. */
  CHAR(5),
  /** 4 bytes. */
  INT(6),
  /** 8 bytes. */
  LONG(7),
  /** 4 bytes, IEEE. */
  FLOAT(8),
  /** 8 bytes, IEEE. */
  DOUBLE(9),
  /** Length in bytes, UTF-8. */
  TEXT(10),
  /**
   * Length in characters, UTF-16: for strings with half a surrogate pair, which UTF-8 cannot say.
   */
  RAW_TEXT(11),
  /** Length, bytes. */
  BYTES(12),
  /** Count, values. */
  LIST(13),
  /** Length and UTF-8 of the class' binary name, count, values of the components in their order. */
  RECORD(14);

  private static final ValueTag[] ALL = values();

  private final byte code;

  ValueTag(int code) {
    this.code = (byte) code;
  }

  public byte code() {
    return code;
  }

  static @Nullable ValueTag of(int code) {
    return code >= 0 && code < ALL.length ? ALL[code] : null;
  }
}
