package interleave.timeline.search;

import interleave.timeline.search.Found.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Looks through all names that there are to be looked through. */
public final class Search {
  private static final int OFTEN = 4_096;
  private static final int LATE = 256;

  private final List<Findable> sources;

  public Search(List<Findable> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * Everything that has each of the words in its name.
   *
   * @param most how many of each kind are wanted; all are counted
   * @param stop asked now and then, ends the search early
   */
  public Found find(String text, int most, BooleanSupplier stop) {
    return find(text, _ -> most, stop);
  }

  /**
   * The same.
   *
   * @param most how many of that kind are wanted
   */
  public Found find(String text, ToIntFunction<FoundKind> most, BooleanSupplier stop) {
    NameQuery pattern = new NameQuery(text);
    Map<FoundKind, Best> best = new TreeMap<>();
    boolean whole = true;
    if (!pattern.isEmpty()) {
      for (Findable source : sources) {
        Best some = best.computeIfAbsent(source.kind(), kind -> new Best(most.applyAsInt(kind)));
        whole &= look(source, pattern, some, stop);
      }
    }
    List<Hit> hits = new ArrayList<>();
    Map<FoundKind, Integer> counts = new HashMap<>();
    best.forEach(
        (kind, some) -> {
          some.into(hits);
          if (some.count > 0) {
            counts.put(kind, some.count);
          }
        });
    return new Found(hits, counts, whole);
  }

  private static boolean look(Findable source, NameQuery pattern, Best best, BooleanSupplier stop) {
    @Nullable String[] late = new @Nullable String[LATE];
    int[] ranks = new int[LATE];
    for (int i = 0; i < source.size(); i++) {
      if (i % OFTEN == 0 && stop.getAsBoolean()) {
        return false;
      }
      String name = source.name().apply(i);
      int at = name.hashCode() & (LATE - 1);
      boolean known = name.equals(late[at]); // the same text again and again, as of spans
      int rank = known ? ranks[at] : pattern.rank(name);
      late[at] = name;
      ranks[at] = rank;
      if (rank != NameQuery.NOT && best.wants(rank)) {
        best.add(
            rank,
            new Hit(source.kind(), source.thing().apply(i), name, source.process().applyAsInt(i)));
      }
    }
    return true;
  }

  /** Those that fit best, rank by rank. */
  private static final class Best {
    private final List<List<Hit>> byRank = new ArrayList<>();
    private final int most;
    private int count;

    Best(int most) {
      this.most = most;
      for (int i = 0; i < NameQuery.RANKS; i++) {
        byRank.add(new ArrayList<>());
      }
    }

    /** Counts one, and tells whether it may come to be shown. */
    boolean wants(int rank) {
      count++;
      return byRank.get(rank).size() < most;
    }

    void add(int rank, Hit hit) {
      byRank.get(rank).add(hit);
    }

    void into(List<Hit> hits) {
      byRank.stream().flatMap(List::stream).limit(most).forEach(hits::add);
    }
  }
}
