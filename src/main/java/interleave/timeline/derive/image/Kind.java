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
    return switch (object) {
      case ByteColumn _ -> BYTE_COLUMN;
      case IntColumn _ -> INT_COLUMN;
      case LongColumn _ -> LONG_COLUMN;
      case TextColumn _ -> TEXT_COLUMN;
      case long[] _ -> LONGS;
      case int[] _ -> INTS;
      case byte[] _ -> BYTES;
      case boolean[] _ -> BOOLEANS;
      case double[] _ -> DOUBLES;
      case Object[] _ -> OBJECTS;
      case Object own when Shape.isOurs(own.getClass()) -> PLAIN;
      case Deque<?> _ -> DEQUE;
      case List<?> _ -> LIST;
      case LinkedHashMap<?, ?> _ -> LINKED_MAP;
      case SortedMap<?, ?> _ -> TREE_MAP;
      case EnumMap<?, ?> _ -> TREE_MAP;
      case Map<?, ?> _ -> HASH_MAP;
      case LinkedHashSet<?> _ -> LINKED_SET;
      case SortedSet<?> _ -> TREE_SET;
      case Set<?> _ -> HASH_SET;
      default -> throw new IllegalArgumentException("cannot be kept: " + object.getClass());
    };
  }
}
