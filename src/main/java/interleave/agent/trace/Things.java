package interleave.agent.trace;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * From objects of the program to what we know of them: by identity, and weakly. Looking up takes no
 * lock; adding does. The program's {@code hashCode} and {@code equals} are never called.
 *
 * @param <T> what is known of each; all of them are of that type
 */
public abstract class Things<T extends Thing> {
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private volatile AtomicReferenceArray<@Nullable Thing> buckets = new AtomicReferenceArray<>(256);
  private int size;

  /** Makes what is to be known of {@code object}, when it is seen for the first time. */
  public abstract T create(Object object, int hash, ReferenceQueue<Object> gone, int site);

  @SuppressWarnings("unchecked")
  public final T of(Object object, int site) {
    int hash = System.identityHashCode(object);
    Thing found = find(buckets, object, hash);
    return (T) (found != null ? found : add(object, hash, site, null));
  }

  @SuppressWarnings("unchecked")
  public final @Nullable T known(Object object) {
    return (T) find(buckets, object, System.identityHashCode(object));
  }

  /**
   * What is known of an object that cannot be asked for, but whose class and identity hash are
   * known; null where nothing is.
   */
  @SuppressWarnings("unchecked")
  public final @Nullable T ofHash(int hash, String className) {
    AtomicReferenceArray<@Nullable Thing> in = buckets;
    Thing each = in.get(spread(hash) & (in.length() - 1));
    for (; each != null; each = each.next) {
      Object object = each.hash == hash ? each.get() : null;
      if (object != null && object.getClass().getName().equals(className)) {
        return (T) each;
      }
    }
    return null;
  }

  private static @Nullable Thing find(
      AtomicReferenceArray<@Nullable Thing> in, Object object, int hash) {
    Thing each = in.get(spread(hash) & (in.length() - 1));
    while (each != null && !each.refersTo(object)) {
      each = each.next;
    }
    return each;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  /** Makes what is to be known of an object that is part of another. */
  public interface Adoption<T extends Thing> {
    T create(Object object, int hash, ReferenceQueue<Object> gone);
  }

  /** What {@code adoption} makes, or what is known of {@code object} already. */
  @SuppressWarnings("unchecked")
  public final T adopt(Object object, Adoption<T> adoption) {
    return (T) add(object, System.identityHashCode(object), 0, adoption);
  }

  /** Nobody asks for that one any more. */
  protected final void forget(T thing) {
    synchronized (gone) {
      remove(thing);
    }
    thing.clear();
  }

  private Thing add(Object object, int hash, int site, @Nullable Adoption<T> adoption) {
    synchronized (gone) {
      Thing found = find(buckets, object, hash);
      if (found != null) {
        return found;
      }
      forgetWhatIsGone();
      if (size > buckets.length()) {
        grow();
      }
      Thing made =
          adoption == null ? create(object, hash, gone, site) : adoption.create(object, hash, gone);
      AtomicReferenceArray<@Nullable Thing> all = buckets;
      int at = spread(hash) & (all.length() - 1);
      made.next = all.get(at);
      all.set(at, made);
      size++;
      return made;
    }
  }

  private void grow() {
    AtomicReferenceArray<@Nullable Thing> old = buckets;
    AtomicReferenceArray<@Nullable Thing> wider = new AtomicReferenceArray<>(old.length() * 4);
    for (int i = 0; i < old.length(); i++) {
      for (Thing each = old.get(i); each != null; ) {
        Thing following = each.next;
        int at = spread(each.hash) & (wider.length() - 1);
        // A reader in the old table may follow this into the new one: it then misses at most, and
        // looks again under the lock.
        each.next = wider.get(at);
        wider.set(at, each);
        each = following;
      }
    }
    buckets = wider;
  }

  private void forgetWhatIsGone() {
    for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
      remove((Thing) each);
    }
  }

  private void remove(Thing thing) {
    AtomicReferenceArray<@Nullable Thing> all = buckets;
    int at = spread(thing.hash) & (all.length() - 1);
    Thing before = null;
    for (Thing each = all.get(at); each != null; each = each.next) {
      if (each == thing) {
        if (before == null) {
          all.set(at, each.next);
        } else {
          before.next = each.next;
        }
        size--;
        return;
      }
      before = each;
    }
  }
}
