package interleave.event;

import org.jspecify.annotations.Nullable;

/**
 * How the 64 bits of a watched variable's value are to be read. The code stands in the flags of the
 * event.
 */
public enum ValueType {
  INT(1),
  LONG(2),
  FLOAT(3),
  DOUBLE(4),
  BOOLEAN(5),
  BYTE(6),
  SHORT(7),
  CHAR(8),
  /** A reference: the value is the referent's identity hash, 0 for null. */
  REFERENCE(9);

  /** By their codes, which begin with 1. */
  private static final ValueType[] ALL = values();

  private final int code;

  ValueType(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static @Nullable ValueType of(int code) {
    return code > 0 && code <= ALL.length ? ALL[code - 1] : null;
  }

  /**
   * The value as a reader would write it: {@code -2311}, {@code 0.5}, {@code true}, {@code 'a'},
   * {@code @1f3b}.
   */
  public String show(long bits) {
    return switch (this) {
      case INT, LONG, BYTE, SHORT -> Long.toString(bits);
      case FLOAT -> Float.toString(Float.intBitsToFloat((int) bits));
      case DOUBLE -> Double.toString(Double.longBitsToDouble(bits));
      case BOOLEAN -> bits == 0 ? "false" : "true";
      case CHAR -> "'" + (char) bits + "'";
      case REFERENCE -> bits == 0 ? "null" : "@" + Long.toHexString(bits);
    };
  }

  /** The value as a number to draw on an axis. */
  public double number(long bits) {
    return switch (this) {
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
      default -> bits;
    };
  }
}
