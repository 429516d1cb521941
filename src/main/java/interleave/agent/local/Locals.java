package interleave.agent.local;

import interleave.agent.trace.Names;
import interleave.agent.trace.Thing;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;

/** The program's thread-local variables and scoped values. */
final class Locals extends Things<Thing> {
  static final Locals ALL = new Locals();

  private Locals() {}

  static Thing seen(Object local, int site) {
    Thing found = ALL.of(local, site);
    if (!found.named) {
      Names.improve(found, typeOf(local), site);
    }
    return found;
  }

  static ObjectType typeOf(Object local) {
    return local instanceof ScopedValue ? ObjectType.SCOPED_VALUE : ObjectType.THREAD_LOCAL;
  }

  @Override
  public Thing create(Object local, int hash, ReferenceQueue<Object> gone, int site) {
    Thing made = new Thing(local, hash, gone);
    made.define(typeOf(local), Names.of(made, local, site));
    return made;
  }
}
