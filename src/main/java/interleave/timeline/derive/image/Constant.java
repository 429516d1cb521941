package interleave.timeline.derive.image;

import java.util.List;

/** What a constant is. */
final class Constant {
  static final int TEXT = 0;
  static final int INT = 1;
  static final int LONG = 2;
  static final int ENUM = 3;
  static final int RECORD = 4;

  /** One that never changes: a record may copy what it is handed, so it has to be complete. */
  static final int LIST = 5;

  private static final Class<?> SHORT_LIST = List.of(1).getClass();
  private static final Class<?> LONG_LIST = List.of(1, 2, 3).getClass();

  private Constant() {}

  static boolean is(Object object) {
    return object instanceof String
        || object instanceof Integer
        || object instanceof Long
        || object instanceof Enum<?>
        || object instanceof Record
        || object.getClass() == SHORT_LIST
        || object.getClass() == LONG_LIST;
  }
}
