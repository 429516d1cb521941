package interleave.agent.local;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code where scoped values are bound for the length of a call: what the carrier
 * binds is set before the call and removed after it, in a stack.
 */
public final class ScopeHooks {
  private static final long NOTHING = 0;

  private ScopeHooks() {}

  /** After {@code ScopedValue.where(key, value)}. */
  public static void whereEnd(
      @Nullable ScopedValue<?> key,
      @Nullable Object value,
      ScopedValue.@Nullable Carrier carrier,
      long none,
      int site) {
    bind(carrier, key, value, null, site);
  }

  /** After {@code carrier.where(key, value)}. */
  public static void whereEnd(
      @Nullable Object former,
      @Nullable ScopedValue<?> key,
      @Nullable Object value,
      ScopedValue.@Nullable Carrier carrier,
      long none,
      int site) {
    bind(carrier, key, value, former, site);
  }

  private static void bind(
      @Nullable Object carrier,
      @Nullable Object key,
      @Nullable Object value,
      @Nullable Object former,
      int site) {
    try {
      if (carrier != null && key != null) {
        Bindings.bind(carrier, key, value, former, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code carrier.run(…)}. */
  public static long scopeBegin(@Nullable Object carrier, @Nullable Runnable task, int site) {
    return begin(carrier, site);
  }

  /** Before {@code carrier.call(…)}. */
  public static long scopeBegin(
      @Nullable Object carrier, ScopedValue.@Nullable CallableOp<?, ?> task, int site) {
    return begin(carrier, site);
  }

  private static long begin(@Nullable Object carrier, int site) {
    try {
      Bindings.Binding bound = carrier == null ? null : Bindings.of(carrier);
      if (bound != null) {
        set(Lane.current(), bound, site);
        return 1;
      }
    } catch (Throwable e) {
      // Not recorded.
    }
    return NOTHING;
  }

  private static void set(Lane lane, Bindings.Binding binding, int site) {
    if (binding.before != null) {
      set(lane, binding.before, site);
    }
    KnownLocals.of(lane).isKnown(binding.local, binding.preview);
    lane.log.text(LOCAL_SET, 0, binding.local.id, site, 0, binding.preview);
  }

  /** After {@code run}. */
  public static void scopeEnd(@Nullable Object carrier, long token, int site) {
    end(carrier, token, site);
  }

  /** After {@code call}. */
  public static void scopeEnd(
      @Nullable Object carrier, @Nullable Object result, long token, int site) {
    end(carrier, token, site);
  }

  /** The call threw {@code why}: its scope is left all the same. */
  public static void scopeFailed(@Nullable Object carrier, Throwable why, long token, int site) {
    end(carrier, token, site);
  }

  private static void end(@Nullable Object carrier, long token, int site) {
    try {
      if (token != NOTHING && carrier != null) {
        Lane lane = Lane.current();
        for (Bindings.Binding each = Bindings.of(carrier); each != null; each = each.before) {
          KnownLocals.of(lane).forget(each.local);
          lane.log.event(LOCAL_REMOVED, 0, each.local.id, site, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
