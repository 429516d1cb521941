package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import interleave.agent.trace.Names;
import interleave.agent.trace.Previews;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code about watched fields, and about elements of arrays that these hold. */
public final class VariableControl {
  private VariableControl() {}

  /** Before a watched field of {@code holder} is read. */
  public static void read(@Nullable Object holder, int field, int place) {
    Strand me = Strand.current();
    if (me != null && holder != null) {
      access(me, Operation.READ, holder, field, place, "");
    }
  }

  /** Before a watched static field is read. */
  public static void read(int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      access(me, Operation.READ, Fields.at(field), field, place, "");
    }
  }

  /** Before a watched field of {@code holder} is written; it is null for a static one. */
  public static void write(@Nullable Object holder, int value, int type, int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      writes(me, holder, field, place, written(value, (char) type));
    }
  }

  public static void write(@Nullable Object holder, long value, int type, int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      writes(me, holder, field, place, Long.toString(value));
    }
  }

  public static void write(@Nullable Object holder, float value, int type, int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      writes(me, holder, field, place, Float.toString(value));
    }
  }

  public static void write(@Nullable Object holder, double value, int type, int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      writes(me, holder, field, place, Double.toString(value));
    }
  }

  public static void write(
      @Nullable Object holder, @Nullable Object value, int type, int field, int place) {
    Strand me = Strand.current();
    if (me != null) {
      writes(me, holder, field, place, Previews.of(value));
    }
  }

  private static void writes(
      Strand me, @Nullable Object holder, int field, int place, String value) {
    access(me, Operation.WRITE, holder == null ? Fields.at(field) : holder, field, place, value);
  }

  /** An array or a collection that such a field refers to. */
  public static void held(@Nullable Object array, int field) {
    Strand me = Strand.current();
    if (me != null && array != null && !me.course.isOver()) {
      me.course.objects.hold(array, Fields.at(field).shown);
    }
  }

  /** One that a lambda has to do with, and so perhaps several threads. */
  public static void captured(@Nullable Object array, int place) {
    Strand me = Strand.current();
    if (me != null && array != null && !me.course.isOver()) {
      String name = Places.at(place).name();
      me.course.objects.hold(array, name == null ? unnamed(array) : name);
    }
  }

  private static String unnamed(Object shared) {
    Class<?> type = shared.getClass();
    return type.isArray() ? "array" : Names.simple(type.getName());
  }

  /** Before an element is read, of whatever array. */
  public static void readElement(@Nullable Object array, int index, int place) {
    Strand me = Strand.current();
    if (me != null) {
      me.element = 0;
      element(me, Operation.READ, array, index, place, "");
    }
  }

  public static void writeElement(
      @Nullable Object array, int index, int value, int type, int place) {
    Strand me = Strand.current();
    if (me != null) {
      char of = array instanceof boolean[] ? 'Z' : (char) type;
      element(me, Operation.WRITE, array, index, place, written(value, of));
    }
  }

  public static void writeElement(
      @Nullable Object array, int index, long value, int type, int place) {
    Strand me = Strand.current();
    if (me != null) {
      element(me, Operation.WRITE, array, index, place, Long.toString(value));
    }
  }

  public static void writeElement(
      @Nullable Object array, int index, float value, int type, int place) {
    Strand me = Strand.current();
    if (me != null) {
      element(me, Operation.WRITE, array, index, place, Float.toString(value));
    }
  }

  public static void writeElement(
      @Nullable Object array, int index, double value, int type, int place) {
    Strand me = Strand.current();
    if (me != null) {
      element(me, Operation.WRITE, array, index, place, Double.toString(value));
    }
  }

  public static void writeElement(
      @Nullable Object array, int index, @Nullable Object value, int type, int place) {
    Strand me = Strand.current();
    if (me != null) {
      element(me, Operation.WRITE, array, index, place, Previews.of(value));
    }
  }

  /** Those of arrays that nobody else knows are nobody's business, nor are those out of bounds. */
  private static void element(
      Strand me, Operation operation, @Nullable Object array, int index, int place, String value) {
    if (array != null
        && me.course.objects.isHeld(array)
        && index >= 0
        && index < Array.getLength(array)) {
      access(me, operation, array, index, place, value);
      me.element = me.muted == 0 ? me.object : 0;
      me.isBoolean = array instanceof boolean[];
    }
  }

  /** After an element was read. */
  public static void didElement(int value, int type) {
    Strand me = Strand.current();
    if (me != null && me.element != 0) {
      did(value, me.isBoolean ? 'Z' : type);
    }
  }

  public static void didElement(long value, int type) {
    if (isElement()) {
      did(value, type);
    }
  }

  public static void didElement(float value, int type) {
    if (isElement()) {
      did(value, type);
    }
  }

  public static void didElement(double value, int type) {
    if (isElement()) {
      did(value, type);
    }
  }

  public static void didElement(@Nullable Object value, int type) {
    Strand me = Strand.current();
    if (me != null && me.element != 0) {
      if (value != null && value.getClass().isArray()) {
        me.course.objects.hold(value, me.course.objects.nameOf(me.element));
      }
      did(value, type);
    }
  }

  private static boolean isElement() {
    Strand me = Strand.current();
    return me != null && me.element != 0;
  }

  private static void access(
      Strand me, Operation operation, Object holder, int field, int place, String value) {
    Course course = me.course;
    if (course.isOver()) {
      course.unwind(me, operation);
      return;
    }
    course.comeBack(me);
    if (me.muted == 0) {
      me.describe(operation, Test.ALWAYS, null, place);
      me.object = course.objects.ofVariable(holder, field);
      me.detail = value;
      course.stand(me);
    }
  }

  /** After a read. */
  public static void did(int value, int type) {
    Strand me = Strand.current();
    if (me != null && isHeard(me)) {
      me.course.did(me, written(value, (char) type));
    }
  }

  public static void did(long value, int type) {
    Strand me = Strand.current();
    if (me != null && isHeard(me)) {
      me.course.did(me, Long.toString(value));
    }
  }

  public static void did(float value, int type) {
    Strand me = Strand.current();
    if (me != null && isHeard(me)) {
      me.course.did(me, Float.toString(value));
    }
  }

  public static void did(double value, int type) {
    Strand me = Strand.current();
    if (me != null && isHeard(me)) {
      me.course.did(me, Double.toString(value));
    }
  }

  public static void did(@Nullable Object value, int type) {
    Strand me = Strand.current();
    if (me != null && isHeard(me)) {
      me.course.did(me, Previews.of(value));
    }
  }

  /** After a call that says something. */
  public static void didCall(int value, int type) {
    if (hasStood()) {
      did(value, type);
    }
  }

  public static void didCall(long value, int type) {
    if (hasStood()) {
      did(value, type);
    }
  }

  public static void didCall(float value, int type) {
    if (hasStood()) {
      did(value, type);
    }
  }

  public static void didCall(double value, int type) {
    if (hasStood()) {
      did(value, type);
    }
  }

  /** What comes out of what is shared is shared, too. */
  public static void didCall(@Nullable Object value, int type) {
    Strand me = Strand.current();
    if (me != null && me.stands != 0 && !me.course.isOver()) {
      if (value != null) {
        me.course.objects.hold(value, me.course.objects.nameOf(me.stands).concat("[]"));
      }
      did(value, type);
    }
  }

  private static boolean hasStood() {
    Strand me = Strand.current();
    return me != null && me.stands != 0;
  }

  private static boolean isHeard(Strand me) {
    return me.muted == 0 && !me.free && !me.course.isOver();
  }

  /** A value of the small types, as it is written in the source. */
  private static String written(int value, char type) {
    return switch (type) {
      case 'Z' -> value == 0 ? "false" : "true";
      case 'C' -> Character.toString((char) value);
      default -> Integer.toString(value);
    };
  }
}
