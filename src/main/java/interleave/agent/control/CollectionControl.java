package interleave.agent.control;

import interleave.agent.control.call.Calls;
import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import interleave.agent.trace.Previews;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Called before calls on collections that threads may share; and by collections that need no lock
 * of their own, where they have seen how they are and have not changed that yet.
 */
public final class CollectionControl {
  /** Whether a program has come to such a collection; until then nobody asks who it is. */
  private static boolean used;

  private CollectionControl() {}

  /**
   * Before a call on {@code target}.
   *
   * @param key of which part of it, a key or an index; null where it is about the whole
   * @param value what is put there
   */
  public static void before(
      @Nullable Object target, @Nullable Object key, @Nullable Object value, int call, int place) {
    Strand me = Strand.current();
    if (me == null || target == null) {
      return;
    }
    Calls.Call of = Calls.at(call);
    if (me.course.isOver()) {
      me.course.unwind(me, of.operation());
      return;
    }
    me.course.comeBack(me);
    me.collection = null;
    me.stands = 0;
    Object whole = me.muted > 0 ? null : me.course.objects.collectionOf(target);
    if (whole != null) {
      String detail = part(of, key).concat(put(of, value));
      stand(me, whole, kind(of.operation()), detail, place);
      me.stands = me.object;
    }
  }

  /** What is no look changes it, whatever it is called. */
  private static Operation kind(Operation of) {
    return of == Operation.READ || of == Operation.WRITE ? of : Operation.UPDATE;
  }

  private static String part(Calls.Call of, @Nullable Object key) {
    return switch (of.handed()) {
      case KEY, ENTRY -> "[".concat(Previews.of(key)).concat("]");
      default -> "";
    };
  }

  private static String put(Calls.Call of, @Nullable Object value) {
    return of.handed() == Calls.Handed.ENTRY ? " = ".concat(Previews.of(value)) : "";
  }

  private static void stand(Strand me, Object whole, Operation next, String detail, int place) {
    me.describe(next, Test.ALWAYS, null, place);
    me.object = me.course.objects.ofCollection(whole, Places.at(place).name());
    me.detail = detail;
    used = true;
    me.course.stand(me);
    me.collection = whole;
  }

  /** After a call whose result is nobody's business. */
  public static void done() {
    Strand me = Strand.current();
    if (me != null) {
      me.collection = null;
    }
  }

  /** After a call whose result is a part of the collection, such as an iterator. */
  public static void part(@Nullable Object result) {
    Strand me = Strand.current();
    if (me != null && result != null && me.collection != null && !me.course.isOver()) {
      me.course.objects.belongs(result, me.collection);
    }
    done();
  }

  /** After a call whose result is an object of its own, unless that is an entry. */
  public static void gave(@Nullable Object result) {
    if (result instanceof Map.Entry<?, ?>) {
      part(result);
    } else {
      done();
    }
  }

  /** A collection is about to write what depends on what it has read of itself. */
  public static void writes(@Nullable Object collection) {
    Strand me = used ? Strand.current() : null;
    if (me != null && isWithin(me, collection)) {
      within(me, Operation.WRITE);
    }
  }

  /** The same, of a part that does not know whose it is. */
  public static void writes() {
    Strand me = used ? Strand.current() : null;
    if (me != null
        && (me.collection instanceof LinkedList<?> || me.collection instanceof ArrayDeque<?>)) {
      within(me, Operation.WRITE);
    }
  }

  /** A collection is about to change what it has looked at, and nothing else. */
  public static void changes(@Nullable Object collection) {
    Strand me = used ? Strand.current() : null;
    if (me != null && isWithin(me, collection)) {
      within(me, Operation.UPDATE);
    }
  }

  /** Whether that is the collection that the program's call is about, or what is inside of it. */
  private static boolean isWithin(Strand me, @Nullable Object collection) {
    Object asked = me.collection;
    return asked != null
        && (asked == collection
            || (asked instanceof HashSet<?> && collection instanceof HashMap<?, ?>)
            || (asked instanceof TreeSet<?> && collection instanceof TreeMap<?, ?>));
  }

  private static void within(Strand me, Operation next) {
    Object whole = me.collection;
    if (me.course.isOver()) {
      me.course.unwind(me, next);
    } else if (whole != null && me.muted == 0) {
      stand(me, whole, next, "", me.place);
    }
  }

  /** A collection is about to be written out as a text. */
  public static void shows(@Nullable Object collection) {
    Strand me = Strand.current();
    if (me == null || collection == null) {
      return;
    }
    Course course = me.course;
    if (course.isOver()) {
      course.unwind(me, Operation.READ);
      return;
    }
    Object whole = me.muted > 0 ? null : course.objects.collectionOf(collection);
    if (whole != null) {
      me.printing = me.next == Operation.PRINT ? me.object : me.printing;
      stand(me, whole, Operation.READ, "", me.place);
      me.collection = null;
    }
  }

  /** It was; where that is printed, it is so only now. */
  public static void shown() {
    Strand me = Strand.current();
    if (me != null && me.printing != 0 && me.next != Operation.PRINT && !me.course.isOver()) {
      me.describe(Operation.PRINT, Test.ALWAYS, null, me.place);
      me.object = me.printing;
      me.course.stand(me);
    }
  }
}
