package interleave.timeline.derive.image;

import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Of which kind an object is that may refer to others, or be referred to while it is incomplete.
 */
enum Kind {
  PLAIN,
  OBJECTS,
  LONGS,
  INTS,
  BYTES,
  BOOLEANS,
  DOUBLES,
  LIST,
  DEQUE,
  HASH_MAP,
  LINKED_MAP,
  TREE_MAP,
  HASH_SET,
  LINKED_SET,
  TREE_SET,
  BYTE_COLUMN,
  INT_COLUMN,
  LONG_COLUMN,
  TEXT_COLUMN;

  static final Kind[] ALL = values();

  /**
   * The kind of an object that is no constant.
   *
   * @throws IllegalArgumentException where it is nothing that can be kept
   */
  static Kind of(Object object) {
    // No switch over patterns: to link one takes as long as to read an image.
    if (object.getClass().isArray()) {
      return ofArray(object);
    } else if (object instanceof ByteColumn) {
      return BYTE_COLUMN;
    } else if (object instanceof IntColumn) {
      return INT_COLUMN;
    } else if (object instanceof LongColumn) {
      return LONG_COLUMN;
    } else if (object instanceof TextColumn) {
      return TEXT_COLUMN;
    } else if (Shape.isOurs(object.getClass())) {
      return PLAIN;
    } else if (object instanceof Map) {
      return ofMap(object);
    } else if (object instanceof Set) {
      return ofSet(object);
    } else if (object instanceof Deque) {
      return DEQUE;
    } else if (object instanceof List) {
      return LIST;
    }
    throw new IllegalArgumentException("cannot be kept: " + object.getClass());
  }

  private static Kind ofArray(Object array) {
    if (array instanceof Object[]) {
      return OBJECTS;
    } else if (array instanceof long[]) {
      return LONGS;
    } else if (array instanceof int[]) {
      return INTS;
    } else if (array instanceof byte[]) {
      return BYTES;
    } else if (array instanceof boolean[]) {
      return BOOLEANS;
    } else if (array instanceof double[]) {
      return DOUBLES;
    }
    throw new IllegalArgumentException("cannot be kept: " + array.getClass());
  }

  private static Kind ofMap(Object map) {
    if (map instanceof LinkedHashMap) {
      return LINKED_MAP;
    }
    return map instanceof SortedMap || map instanceof EnumMap ? TREE_MAP : HASH_MAP;
  }

  private static Kind ofSet(Object set) {
    if (set instanceof LinkedHashSet) {
      return LINKED_SET;
    }
    return set instanceof SortedSet ? TREE_SET : HASH_SET;
  }
}
