package interleave.agent.lock;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Programs;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;

/** Objects that are used as monitors. */
final class Monitors extends Things<MonitorThing> {
  private static final Monitors ALL = new Monitors();
  private static final Lane.Slot<MonitorThing> LAST = Lane.slot();

  private Monitors() {}

  static MonitorThing of(Lane lane, Object object, int site) {
    MonitorThing found = lane.get(LAST);
    if (found == null || !found.refersTo(object)) {
      found = ALL.of(object, site);
      lane.put(LAST, found);
    }
    if (!found.named) {
      Names.improve(found, ObjectType.MONITOR, site);
    }
    return found;
  }

  /** The id of a monitor of which the JVM tells class and identity hash; 0 for an unknown one. */
  static int idOf(String className, int hash) {
    MonitorThing known = ALL.ofHash(hash, className);
    return known == null ? 0 : known.id;
  }

  @Override
  public MonitorThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    MonitorThing made = new MonitorThing(object, hash, gone, mayBeHeldByTheJdk(object.getClass()));
    made.define(ObjectType.MONITOR, Names.of(made, object, site));
    return made;
  }

  private static boolean mayBeHeldByTheJdk(Class<?> type) {
    if (type == Class.class || type.isArray()) {
      return false;
    }
    for (Class<?> each = type; each != Object.class && each != null; each = each.getSuperclass()) {
      if (Programs.isJdk(each.getName())) {
        return true;
      }
    }
    return false;
  }
}
