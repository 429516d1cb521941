package interleave.timeline.range;

import java.util.ArrayList;
import java.util.List;

/** How many waits were how long: those of bucket i took from 2^i ns on, up to twice that. */
public record WaitLengths(List<Long> counts) {
  public static final int BUCKETS = 64;
  public static final WaitLengths NONE = new WaitLengths(List.of());

  public WaitLengths {
    counts = List.copyOf(counts);
  }

  static WaitLengths of(long[] counts) {
    List<Long> list = new ArrayList<>();
    for (long count : counts) {
      list.add(count);
    }
    return new WaitLengths(list);
  }

  /** Those of a lock, in all of its run. */
  public static WaitLengths of(interleave.timeline.LockTrack lock) {
    long[] counts = new long[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] = lock.waitsInBucket(i);
    }
    return of(counts);
  }

  /** The bucket of a wait that took so long. */
  static int bucket(long ns) {
    return 63 - Long.numberOfLeadingZeros(Math.max(1, ns));
  }

  public long count(int bucket) {
    return bucket < counts.size() ? counts.get(bucket) : 0;
  }

  public boolean isEmpty() {
    return counts.stream().allMatch(count -> count == 0);
  }
}
