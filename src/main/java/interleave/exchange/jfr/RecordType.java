package interleave.exchange.jfr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that a chunk describes: of events, of constants, or of what is in them.
 *
 * @param label what people call it, "" where it is not told
 */
record RecordType(long id, String name, String superType, String label, List<Field> fields) {
  static final String STRING = "java.lang.String";
  private static final String EVENT = "jdk.jfr.Event";

  RecordType {
    fields = List.copyOf(fields);
  }

  /** The field of that name; null for none. */
  @Nullable Field field(String called) {
    for (Field each : fields) {
      if (each.name.equals(called)) {
        return each;
      }
    }
    return null;
  }

  boolean isEvent() {
    return superType.equals(EVENT);
  }

  /** What it is called, by people where that is known. */
  String title() {
    return label.isEmpty() ? name : label;
  }

  /**
   * A field of it.
   *
   * @param constant whether there is only the key of a constant
   * @param array whether there are any number of them
   * @param unit what a number means: TICKS, NANOSECONDS, MILLISECONDS, BYTES …; "" for nothing
   * @param moment whether it is a time and no length of time
   */
  record Field(
      String name,
      long type,
      String label,
      boolean constant,
      boolean array,
      String unit,
      boolean moment) {
    String title() {
      return label.isEmpty() ? name : label;
    }
  }
}
