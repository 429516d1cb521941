package interleave.timeline.order;

import interleave.timeline.ThingRef;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A thread hands on to an object what is known to it, or takes over what others handed on there.
 *
 * @param object a number for what is handed on through; steps at others have nothing to do with it
 * @param access of an access that is asked about: its index, else -1
 */
record Step(
    int lane,
    long time,
    boolean takes,
    boolean hands,
    long object,
    Link.Kind kind,
    @Nullable ThingRef about,
    int access) {
  /** Whoever takes over at that very time takes what was handed on at it. */
  static final Comparator<Step> ORDER =
      Comparator.comparingLong(Step::time)
          .thenComparing(step -> step.access < 0 ? 0 : 1)
          .thenComparing(Step::takes);

  static Step hands(int lane, long time, long object, Link.Kind kind, @Nullable ThingRef about) {
    return new Step(lane, time, false, true, object, kind, about, -1);
  }

  static Step takes(int lane, long time, long object, Link.Kind kind, @Nullable ThingRef about) {
    return new Step(lane, time, true, false, object, kind, about, -1);
  }

  /** Nothing but a moment that is asked about. */
  static Step access(int lane, long time, int access) {
    return new Step(lane, time, false, false, -1, Link.Kind.VOLATILE, null, access);
  }
}
