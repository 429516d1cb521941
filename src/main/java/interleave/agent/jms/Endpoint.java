package interleave.agent.jms;

import interleave.agent.trace.Thing;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** What the tracer knows of one producer or consumer. */
final class Endpoint extends Thing {
  /** By which it was made, where that was seen. */
  volatile @Nullable SessionThing session;

  /** Where it sends to or receives from; null where it was not told so or not seen. */
  volatile @Nullable Destination destination;

  Endpoint(Object object, int hash, ReferenceQueue<Object> gone) {
    super(object, hash, gone);
  }
}
