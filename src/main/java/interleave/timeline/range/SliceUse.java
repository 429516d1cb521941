package interleave.timeline.range;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What slices of one name came to within a range: as far as they lie in it. Time within another of
 * the same name counts once; its own is what no slice within it has.
 */
public final class SliceUse {
  private final String name;
  private final int number;
  private long count;
  private long total;
  private long own;
  private long inAll;
  private long longest = -1;
  private ThingRef longestSlice = new ThingRef.Track(0);

  private SliceUse(String name, int number) {
    this.name = name;
    this.number = number;
  }

  /** All of them, by name. */
  public static Collection<SliceUse> all(Inquiry asked) {
    Sums sums = new Sums(asked);
    for (SliceTrack track : asked.timeline().slices()) {
      sums.add(track);
    }
    return sums.byName.values();
  }

  public String name() {
    return name;
  }

  /** How many begin within the range, or go on when it begins. */
  public long count() {
    return count;
  }

  public long totalNs() {
    return total;
  }

  public long ownNs() {
    return own;
  }

  public long longestNs() {
    return longest;
  }

  /** How long one took in the mean. */
  public long meanNs() {
    return count == 0 ? 0 : inAll / count;
  }

  /** The one that took longest. */
  public ThingRef longest() {
    return longestSlice;
  }

  private static final class Sums {
    private final Inquiry asked;
    private final Timeline timeline;
    private final long from;
    private final long to;
    private final Map<String, SliceUse> byName = new LinkedHashMap<>();

    /** The same by what a name is called in its process. */
    private @Nullable SliceUse[] byId = new @Nullable SliceUse[64];

    private int steps;

    Sums(Inquiry asked) {
      this.asked = asked;
      timeline = asked.timeline();
      from = asked.range().from();
      to = asked.range().to();
    }

    /**
     * Goes through the rows from above: what lies within a slice is taken from its own time. Which
     * names lie around one is looked up only where that name occurs in a row above at all.
     */
    void add(SliceTrack track) {
      List<BitSet> above = new ArrayList<>();
      for (int depth = 0; depth < track.depth(); depth++) {
        BitSet here = new BitSet();
        row(track, depth, here, above);
        above.add(here);
      }
    }

    private void row(SliceTrack track, int depth, BitSet here, List<BitSet> above) {
      SliceTrack.Row row = track.row(depth);
      int around = depth == 0 ? -1 : Math.max(0, track.row(depth - 1).at(from));
      for (int i = Math.max(0, row.at(from)); i < row.size() && row.start(i) < to; i++) {
        asked.patience().check(steps++);
        long begin = Math.max(from, row.start(i));
        long end = Math.min(to, track.end(timeline, row, i));
        if (end < begin || end == begin && row.start(i) < from) {
          continue;
        }
        SliceUse use = use(row, i);
        here.set(use.number);
        use.take(end - begin, track.index(), depth, i);
        if (depth > 0) {
          around = around(track.row(depth - 1), around, row.start(i));
          use(track.row(depth - 1), around).own -= end - begin;
        }
        if (!isWithinItself(track, depth, i, use, above)) {
          use.total += end - begin;
        }
      }
    }

    private static int around(SliceTrack.Row row, int from, long time) {
      int i = from;
      while (i + 1 < row.size() && row.start(i + 1) <= time) {
        i++;
      }
      return i;
    }

    private boolean isWithinItself(
        SliceTrack track, int depth, int i, SliceUse use, List<BitSet> above) {
      for (int d = depth - 1; d >= 0; d--) {
        if (above.get(d).get(use.number)
            && use(track.row(d), track.row(d).at(track.row(depth).start(i))) == use) {
          return true;
        }
      }
      return false;
    }

    private SliceUse use(SliceTrack.Row row, int i) {
      int id = row.nameId(i);
      if (id >= byId.length) {
        byId = Arrays.copyOf(byId, Math.max(id + 1, 2 * byId.length));
      }
      SliceUse known = byId[id];
      if (known == null) {
        known = byName.computeIfAbsent(row.name(i), name -> new SliceUse(name, byName.size()));
        byId[id] = known;
      }
      return known;
    }
  }

  private void take(long ns, int track, int depth, int index) {
    count++;
    own += ns;
    inAll += ns;
    if (ns > longest) {
      longest = ns;
      longestSlice = new ThingRef.Slice(track, depth, index);
    }
  }
}
