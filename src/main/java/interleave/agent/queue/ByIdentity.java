package interleave.agent.queue;

import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of {@link InFlightMessages} that are a certain object, by its identity hash.
 * Refers to messages by their ids only, so it keeps no object alive.
 */
final class ByIdentity {
  private final InFlightMessages messages;
  private @Nullable Node[] buckets = new @Nullable Node[256];
  private int size;

  private static final class Node {
    final int hash;
    final long id;
    @Nullable Node next;

    Node(int hash, long id, @Nullable Node next) {
      this.hash = hash;
      this.id = id;
      this.next = next;
    }
  }

  ByIdentity(InFlightMessages messages) {
    this.messages = messages;
  }

  private static int hash(Object element) {
    int hash = System.identityHashCode(element);
    return hash ^ (hash >>> 16);
  }

  void add(Object element, long id) {
    if (size > buckets.length) {
      grow();
    }
    insert(new Node(hash(element), id, null));
    size++;
  }

  private void insert(Node node) {
    int at = node.hash & (buckets.length - 1);
    node.next = buckets[at];
    buckets[at] = node;
  }

  private void grow() {
    @Nullable Node[] old = buckets;
    buckets = new @Nullable Node[old.length * 4];
    for (Node each : old) {
      while (each != null) {
        Node following = each.next;
        insert(each);
        each = following;
      }
    }
  }

  /** The smallest id of a message that is {@code element}, 0 when there is none. */
  long oldest(Object element) {
    int hash = hash(element);
    long oldest = 0;
    for (Node each = buckets[hash & (buckets.length - 1)]; each != null; each = each.next) {
      boolean older = oldest == 0 || each.id < oldest;
      if (each.hash == hash && older && messages.is(each.id, element)) {
        oldest = each.id;
      }
    }
    return oldest;
  }

  void remove(Object element, long id) {
    int at = hash(element) & (buckets.length - 1);
    Node before = null;
    for (Node each = buckets[at]; each != null; each = each.next) {
      if (each.id == id) {
        if (before == null) {
          buckets[at] = each.next;
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
