package interleave.agent.control;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects that threads of one run meet at, numbered in the order in which they are met: by
 * identity, a variable by the object that it belongs to and its field. Kept as long as the run.
 */
final class Numbers {
  /** No field: the object itself. */
  static final int ITSELF = -1;

  private @Nullable Object[] objects = new @Nullable Object[64];
  private int[] fields = new int[64];
  private int[] numbers = new int[64];
  private int count;

  /** The number of what is known already; 0 for what is new. */
  int known(Object object, int field) {
    int at = find(object, field);
    return objects[at] == null ? 0 : numbers[at];
  }

  /** The number of what is new. */
  int add(Object object, int field) {
    if (count * 2 > objects.length) {
      grow();
    }
    int at = find(object, field);
    objects[at] = object;
    fields[at] = field;
    numbers[at] = ++count;
    return count;
  }

  int count() {
    return count;
  }

  private int find(Object object, int field) {
    int mask = objects.length - 1;
    int hash = System.identityHashCode(object) * 31 + field;
    int at = (hash ^ hash >>> 15) & mask;
    while (objects[at] != null && (objects[at] != object || fields[at] != field)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    @Nullable Object[] before = objects;
    int[] beforeFields = fields;
    int[] beforeNumbers = numbers;
    objects = Arrays.copyOf(new @Nullable Object[0], before.length * 2);
    fields = new int[objects.length];
    numbers = new int[objects.length];
    for (int i = 0; i < before.length; i++) {
      Object each = before[i];
      if (each != null) {
        int at = find(each, beforeFields[i]);
        objects[at] = each;
        fields[at] = beforeFields[i];
        numbers[at] = beforeNumbers[i];
      }
    }
  }

  /** Told of each variable. */
  interface Visitor {
    void variable(Object holder, int field, int number);
  }

  void visitVariables(Visitor visitor) {
    for (int i = 0; i < objects.length; i++) {
      Object each = objects[i];
      if (each != null && fields[i] != ITSELF) {
        visitor.variable(each, fields[i], numbers[i]);
      }
    }
  }
}
