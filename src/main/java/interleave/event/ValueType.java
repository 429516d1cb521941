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
  /**
   * A reference: the value is the referent's identity, 0 for null. What it looks like stands in the
   * event's text, where that is not as it was with the same value before.
   */
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
      case CHAR -> quoted(String.valueOf((char) bits), '\'');
      case REFERENCE -> bits == 0 ? "null" : "@" + Long.toHexString(bits);
    };
  }

  /** A text as it stands in a source, in one line. */
  public static String quoted(String text, char quote) {
    StringBuilder to = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        case '\\' -> to.append("\\\\");
        default -> {
          if (sign == quote) {
            to.append('\\');
          }
          to.append(sign < ' ' || sign == 0x7F ? '\u00B7' : sign);
        }
      }
    }
    return to.append(quote).toString();
  }

  /** Whether values can be added and told by how much they differ. */
  public boolean isNumber() {
    return switch (this) {
      case INT, LONG, FLOAT, DOUBLE, BYTE, SHORT -> true;
      case BOOLEAN, CHAR, REFERENCE -> false;
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
