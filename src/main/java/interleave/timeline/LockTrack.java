package interleave.timeline;

import org.jspecify.annotations.Nullable;

/** One lock or monitor: who owns it as a ribbon, how many wait. */
public interface LockTrack extends Waiting {
  int index();

  /** The process it lives in, -1 when shared by several. */
  int process();

  String name();

  boolean monitor();

  Holds holds();

  /** How many threads held it together at most: 1 but for read locks. */
  default int mostSharing() {
    return 1;
  }

  /** How often it was read without being held. */
  default int optimisticReads() {
    return 0;
  }

  default OptimisticRead optimisticRead(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  /** Index of the last optimistic read that began at or before {@code time}, -1 if none. */
  default int optimisticReadAt(long time) {
    return -1;
  }

  /**
   * From when on holds are summed up, since there were too many to record each; {@link
   * Timeline#OPEN} for never.
   */
  default long detailEnded() {
    return Timeline.OPEN;
  }

  /** How many {@link #sum sums} there are, in the order of their ends. */
  default int sums() {
    return 0;
  }

  default Sum sum(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  /** Index of the first sum that ends after {@code time}; {@link #sums} if none does. */
  default int sumAfter(long time) {
    return sums();
  }

  /** The sums of all threads in the slice of time that ends then. */
  default java.util.List<Sum> slice(long end) {
    java.util.List<Sum> slice = new java.util.ArrayList<>();
    for (int i = sumAfter(end - 1); i < sums() && sum(i).end() == end; i++) {
      slice.add(sum(i));
    }
    return slice;
  }

  /**
   * The holds of one thread in a slice of time.
   *
   * @param count how many
   * @param contended how many of them had to be waited for
   */
  record Sum(
      int lane,
      long start,
      long end,
      long count,
      long contended,
      long heldNs,
      long waitedNs,
      long longestWaitNs) {}

  /**
   * A read without a hold.
   *
   * @param end when the thread asked whether it was valid; {@link Timeline#OPEN} if it never did
   * @param vain whether it was not: another thread wrote meanwhile
   */
  record OptimisticRead(int lane, long start, long end, boolean vain, int site) {}

  long acquires();

  long contended();

  /** How many asked for it while another held it and have not got it: gave up, ended or wait. */
  default long unmet() {
    return 0;
  }

  /** The part of all that asked for it that had to wait. */
  default double contention() {
    return allContended() / (double) Math.max(1, acquires() + unmet());
  }

  /** How many had to wait, whether they got it or not. */
  default long allContended() {
    return contended() + unmet();
  }

  /** Since when those wait that still do. */
  default java.util.List<Long> lasting() {
    return java.util.List.of();
  }

  /** How long all waits took that are over. */
  long waitNs();

  /** As {@link #waitNs()}, with those that last until now. */
  default long waitNs(long now) {
    return waitNs() + lasting().stream().mapToLong(since -> Math.max(0, now - since)).sum();
  }

  long longestWaitNs();

  /** As {@link #longestWaitNs()}, with those that last until now. */
  default long longestWaitNs(long now) {
    long lasting = lasting().stream().mapToLong(since -> now - since).max().orElse(0);
    return Math.max(longestWaitNs(), lasting);
  }

  /** Whether whoever wants to may release it, and not only the thread that took it. */
  default boolean mayAnyoneRelease() {
    return false;
  }

  /**
   * Whether only moments are told at which threads had it, each a hold without a length, and not
   * for how long they did.
   */
  default boolean isUntold() {
    return false;
  }

  /** How long all holds together took that are over; those that share it count each. */
  long holdNs();

  /** Since when those have it that still do. */
  default java.util.List<Long> holding() {
    return java.util.List.of();
  }

  /** As {@link #holdNs()}, with those that last until now. */
  default long holdNs(long now) {
    return holdNs() + holding().stream().mapToLong(since -> Math.max(0, now - since)).sum();
  }

  /** How long anyone had it between the two times; who shared it does not count twice. */
  default long heldNs(long from, long to) {
    long held = holds().nanosHeld(from, to);
    for (int i = 0; i < sums(); i++) {
      held += sum(i).heldNs();
    }
    return held;
  }

  /** How many waits fell into power-of-two bucket {@code i}: [2^i, 2^(i+1)) ns. */
  long waitsInBucket(int i);

  java.util.List<Owner> owners();

  /** Who held it up to now, who held it longest first. */
  default java.util.List<Owner> owners(long now) {
    return owners().stream()
        .map(owner -> new Owner(owner.lane, owner.acquires, owner.heldUntil(now)))
        .sorted(
            java.util.Comparator.comparingLong((Owner owner) -> owner.holdNs)
                .reversed()
                .thenComparingInt(Owner::lane))
        .toList();
  }

  /** How many waits ended without that their threads got it. */
  default int refusals() {
    return 0;
  }

  default long refusalFrom(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  default long refusalTo(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  /**
   * What one thread had of it.
   *
   * @param holdNs how long the holds took that are over
   * @param since since when it has it; {@link Timeline#OPEN} where it does not
   */
  record Owner(int lane, long acquires, long holdNs, long since) {
    /** One that does not have it now. */
    public Owner(int lane, long acquires, long holdNs) {
      this(lane, acquires, holdNs, Timeline.OPEN);
    }

    /** With the hold that lasts until now. */
    public long heldUntil(long now) {
      return holdNs + (since == Timeline.OPEN ? 0 : Math.max(0, now - since));
    }
  }

  /** Sorted by start; exclusive holds never overlap. */
  interface Holds {
    int size();

    long start(int i);

    long end(int i);

    /** The lane that holds it. */
    int lane(int i);

    /** How long that lane had waited for it, 0 when it was free. */
    long waited(int i);

    /** Whether it had to be waited for, be it for less than a nanosecond. */
    default boolean contended(int i) {
      return waited(i) > 0;
    }

    /** Whether the lane had let go of it to be notified, and has it back: that is no acquire. */
    default boolean regained(int i) {
      return false;
    }

    int site(int i);

    boolean shared(int i);

    int at(long time);

    /** What is kept of them from frame to frame; null where what was may still change. */
    default @Nullable BinKeys kept() {
      return null;
    }

    /** Nanoseconds of [from, to) during which it was held. */
    long nanosHeld(long from, long to);

    /**
     * The lane that held it longest in [from, to), -1 if none; may be taken from a sample where
     * there are many.
     */
    int mainOwner(long from, long to);
  }
}
