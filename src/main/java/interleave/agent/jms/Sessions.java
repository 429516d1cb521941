package interleave.agent.jms;

import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;

/** The program's sessions and contexts. */
final class Sessions extends Things<SessionThing> {
  static final Sessions ALL = new Sessions();

  private Sessions() {}

  @Override
  public SessionThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    return new SessionThing(object, hash, gone);
  }
}
