package interleave.agent.lock;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Names;
import interleave.agent.trace.Things;
import interleave.event.ObjectType;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks that are acquired and released by calls, and what belongs to them. */
public final class Locks extends Things<LockThing> {
  static final Locks ALL = new Locks();

  private static final Lane.Slot<LockThing> LAST = Lane.slot();

  private Locks() {}

  /** What {@code object} is to {@code lane}; it is mostly the lock that it used last. */
  static LockThing of(Lane lane, Object object, int site) {
    LockThing found = lane.get(LAST);
    if (found == null || !found.refersTo(object)) {
      found = ALL.of(object, site);
      lane.put(LAST, found);
    }
    name(found, object, site);
    return found;
  }

  /** The id of {@code object} where that is known as a lock; 0 where it is not. */
  public static int idOf(Object object) {
    LockThing known = ALL.known(object);
    return known == null ? 0 : known.id;
  }

  /**
   * Names {@code known} after the field that the program took it from, where it has no name yet.
   */
  static void name(LockThing known, Object object, int site) {
    if (!known.named) {
      Names.improve(known, typeOf(object), site);
    }
  }

  private static ObjectType typeOf(Object object) {
    if (object instanceof Condition) {
      return ObjectType.CONDITION;
    }
    if (object instanceof StampedLock) {
      return ObjectType.STAMPED_LOCK;
    }
    return object instanceof ReadWriteLock ? ObjectType.READ_WRITE_LOCK : ObjectType.LOCK;
  }

  @Override
  public LockThing create(Object object, int hash, ReferenceQueue<Object> gone, int site) {
    LockThing made = new LockThing(object, hash, gone);
    made.define(typeOf(object), Names.of(made, object, site));
    return made;
  }

  /** {@code part}, a read or a write lock, is recorded as {@code whole}. */
  static void belongs(Object part, Object whole, boolean shared, int site) {
    if (ALL.known(part) != null) {
      return;
    }
    LockThing of = ALL.of(whole, site);
    ALL.adopt(part, of, shared);
  }

  /** {@code condition} belongs to {@code lock}, and has a name of its own. */
  static void condition(Object condition, Object lock, int site) {
    if (ALL.known(condition) != null) {
      return;
    }
    LockThing whole = ALL.of(lock, site);
    ALL.adopt(
        condition,
        new Adoption<>() {
          @Override
          public LockThing create(Object object, int hash, ReferenceQueue<Object> gone) {
            LockThing made = new LockThing(object, hash, gone);
            made.whole = whole;
            String name = Names.ofResult(site);
            made.named = name != null;
            made.define(ObjectType.CONDITION, name != null ? name : Names.numbered("Condition"));
            return made;
          }
        });
  }

  private void adopt(Object part, LockThing whole, boolean shared) {
    adopt(
        part,
        new Adoption<>() {
          @Override
          public LockThing create(Object object, int hash, ReferenceQueue<Object> gone) {
            LockThing made = new LockThing(object, hash, gone);
            made.id = whole.id;
            made.shared = shared;
            made.whole = whole;
            made.named = true;
            return made;
          }
        });
  }
}
