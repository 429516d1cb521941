package interleave.agent.jms;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code where sessions and contexts make producers and consumers, and end what
 * was done by them: who waits for a message does not say where, so it is remembered from here.
 *
 * <p>No hook lets an exception out.
 */
public final class SessionHooks {
  private SessionHooks() {}

  /** After what makes {@code made} for {@code destination}. */
  public static void madeFor(
      @Nullable Object session,
      @Nullable Object destination,
      @Nullable Object made,
      long token,
      int site) {
    try {
      if (session != null && made != null) {
        Endpoint endpoint = Endpoints.ALL.of(made, site);
        endpoint.destination = MessageSight.destination(destination);
        endpoint.session = Sessions.ALL.of(session, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After a context's {@code createProducer()}. */
  public static void made(@Nullable Object session, @Nullable Object made, long token, int site) {
    madeFor(session, null, made, token, site);
  }

  /** After {@code commit()}. */
  public static void committed(@Nullable Object session, long token, int site) {
    end(session, 0, site);
  }

  /** After {@code rollback()}, and after {@code close()}, which does that. */
  public static void rolledBack(@Nullable Object session, long token, int site) {
    end(session, Flags.FAILED, site);
  }

  /** It threw {@code why}; brokers roll back what they cannot commit. */
  public static void failed(@Nullable Object session, Throwable why, long token, int site) {
    end(session, Flags.FAILED, site);
  }

  private static void end(@Nullable Object session, int flags, int site) {
    try {
      SessionThing thing = session == null ? null : Sessions.ALL.known(session);
      if (thing != null) {
        thing.end(Lane.current(), flags, site);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}
