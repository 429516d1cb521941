package interleave.agent.jms;

import interleave.agent.trace.Things;
import java.lang.ref.ReferenceQueue;

/** The program's producers and consumers. */
final class Endpoints extends Things<Endpoint> {
  static final Endpoints ALL = new Endpoints();

  private Endpoints() {}

  @Override
  public Endpoint create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    return new Endpoint(object, hash, gone);
  }
}
