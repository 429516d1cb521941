package interleave.exchange.intake;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a file holds and is not drawn. */
final class Unknowns {
  static final String TOO_DEEP = "too-deep";
  static final String OVERLAPPING = "overlapping";
  static final String END_OF_NOTHING = "end-of-nothing";
  static final String NO_TIME = "no-time";
  static final String ARRIVALS = "arrivals";
  static final String NAMELESS = "nameless";

  /** So many sorts are told apart. */
  private static final int MOST = 60;

  private static final String OTHERS = "others";
  private static final int LONGEST = 80;
  private static final Words WORDS = Words.of("exchange");

  private static final class Count {
    long number;
  }

  private final Map<String, Count> counts = new LinkedHashMap<>();

  /** One more of that sort, which has words of its own, or is told as it is. */
  void count(String sort) {
    count(sort, 1);
  }

  void count(String sort, long number) {
    if (number == 0) {
      return;
    }
    Count known = counts.get(sort);
    if (known == null) {
      String key = counts.size() < MOST ? sort : OTHERS;
      known = counts.computeIfAbsent(key, _ -> new Count());
    }
    known.number += number;
  }

  void addAll(Unknowns others) {
    others.counts.forEach((sort, count) -> count(sort, count.number));
  }

  /** A sentence for each sort. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    counts.forEach(
        (sort, count) -> {
          String key = "unknown." + sort;
          all.add(
              WORDS.has(key)
                  ? WORDS.count(key, count.number)
                  : WORDS.count("unknown", count.number, Texts.shown(sort, LONGEST)));
        });
    return all;
  }
}
