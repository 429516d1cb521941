package interleave.agent.trace;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the code says of an object that is used or made at a place, as far as it says one thing. */
final class Hints {
  private static final String SEVERAL = "";

  /** By site; written under this lock, and seen soon enough. */
  private volatile @Nullable String[] names = new @Nullable String[256];

  /** Another name than before, or none, makes the place say nothing. */
  synchronized void add(int site, @Nullable String given) {
    String name = given == null ? SEVERAL : given;
    @Nullable String[] all = names;
    if (site >= all.length) {
      all = Arrays.copyOf(all, Math.max(site + 1, all.length * 2));
    }
    String known = all[site];
    if (known == null) {
      all[site] = name;
    } else if (!known.equals(name)) {
      all[site] = SEVERAL; // two objects in one line: neither is named after it
    }
    names = all;
  }

  @Nullable String at(int site) {
    @Nullable String[] all = names;
    String name = site < all.length ? all[site] : null;
    return SEVERAL.equals(name) ? null : name;
  }
}
