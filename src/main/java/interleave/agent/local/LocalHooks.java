package interleave.agent.local;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Previews;
import interleave.agent.trace.Thing;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the calls of thread-local variables. No hook lets an exception
 * out, and none asks a value for anything but what {@link Previews} does.
 */
public final class LocalHooks {
  private static final int GET = LOCAL_GET.code();

  private LocalHooks() {}

  /** Before {@code set(value)}. */
  public static long setBegin(@Nullable Object local, @Nullable Object value, int site) {
    try {
      if (local instanceof ThreadLocal) {
        Lane lane = Lane.current();
        Thing thing = Locals.seen(local, site);
        String preview = Previews.of(value);
        KnownLocals.of(lane).isKnown(thing, preview);
        lane.log.text(LOCAL_SET, 0, thing.id, site, 0, preview);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return 0;
  }

  /** After {@code get()}; a value that is as it was needs no text. */
  public static void getEnd(@Nullable Object local, @Nullable Object value, long none, int site) {
    try {
      if (local != null) {
        Lane lane = Lane.current();
        Thing thing = Locals.seen(local, site);
        String preview = Previews.of(value);
        if (KnownLocals.of(lane).isKnown(thing, preview)) {
          lane.log.event(GET, 0, thing.id, site, 0);
        } else {
          lane.log.text(LOCAL_GET, 0, thing.id, site, 0, preview);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code remove()}. */
  public static long removeBegin(@Nullable Object local, int site) {
    try {
      if (local instanceof ThreadLocal) {
        Lane lane = Lane.current();
        Thing thing = Locals.seen(local, site);
        KnownLocals.of(lane).forget(thing);
        lane.log.event(LOCAL_REMOVED, 0, thing.id, site, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return 0;
  }
}
