package interleave.explore;

import java.util.Arrays;

/** Numbers as a key. */
record Numbers(int[] all) {
  static Numbers of(int... all) {
    return new Numbers(all);
  }

  boolean isEmpty() {
    return all.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Numbers numbers && Arrays.equals(all, numbers.all);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int each : all) {
      hash = (hash ^ each) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(all);
  }
}
