package interleave.agent.control;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code in place of what the JDK does to whole arrays: the same, one element
 * after the other, where the array is watched.
 */
public final class ArrayControl {
  private ArrayControl() {}

  /** In place of {@code Arrays.fill}. */
  public static void fill(Object array, @Nullable Object value, int place) {
    fill(array, 0, Array.getLength(array), value, place);
  }

  public static void fill(Object array, int from, int to, @Nullable Object value, int place) {
    if (!isWatched(array) || !isWithin(array, from, to - from)) {
      really(array, from, to, value);
      return;
    }
    for (int i = from; i < to; i++) {
      write(array, i, value, place);
    }
  }

  private static void really(Object array, int from, int to, @Nullable Object value) {
    if (array instanceof Object[]) {
      Arrays.fill((@Nullable Object[]) array, from, to, value);
    } else if (array instanceof int[] of && value instanceof Integer each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof long[] of && value instanceof Long each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof double[] of && value instanceof Double each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof float[] of && value instanceof Float each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof boolean[] of && value instanceof Boolean each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof char[] of && value instanceof Character each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof byte[] of && value instanceof Byte each) {
      Arrays.fill(of, from, to, each);
    } else if (array instanceof short[] of && value instanceof Short each) {
      Arrays.fill(of, from, to, each);
    }
  }

  /** In place of {@code System.arraycopy}. */
  public static void copy(Object from, int at, Object to, int toAt, int length, int place) {
    boolean steps =
        (isWatched(from) || isWatched(to))
            && isLike(from, to)
            && isWithin(from, at, length)
            && isWithin(to, toAt, length);
    if (!steps) {
      System.arraycopy(from, at, to, toAt, length);
      return;
    }
    boolean backwards = at < toAt; // so that what is copied within an array is not read anew
    for (int i = 0; i < length; i++) {
      int offset = backwards ? length - 1 - i : i;
      write(to, toAt + offset, read(from, at + offset, place), place);
    }
  }

  /** Such an array as the JDK's own call would see. */
  public static Object seen(Object array, int place) {
    if (!isWatched(array)) {
      return array;
    }
    int length = Array.getLength(array);
    Object seen = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      put(seen, i, read(array, i, place));
    }
    return seen;
  }

  private static boolean isWatched(@Nullable Object array) {
    Strand me = Strand.current();
    return array != null && me != null && me.muted == 0 && me.course.objects.isHeld(array);
  }

  private static boolean isLike(@Nullable Object from, @Nullable Object to) {
    return from != null
        && to != null
        && (from.getClass() == to.getClass()
            || (from instanceof Object[] && to instanceof Object[]));
  }

  private static boolean isWithin(Object array, int from, int length) {
    return from >= 0 && length >= 0 && length <= Array.getLength(array) - from;
  }

  private static @Nullable Object read(Object array, int index, int place) {
    VariableControl.readElement(array, index, place);
    Object value = Array.get(array, index);
    if (isWatched(array)) {
      VariableControl.didElement(value, 'L');
    }
    return value;
  }

  private static void write(Object array, int index, @Nullable Object value, int place) {
    VariableControl.writeElement(array, index, value, 'L', place);
    put(array, index, value);
  }

  private static void put(Object array, int index, @Nullable Object value) {
    if (array instanceof Object[]) {
      ((@Nullable Object[]) array)[index] = value;
    } else {
      Array.set(array, index, value);
    }
  }
}
