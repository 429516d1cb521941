package interleave.exchange.intake;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what a file holds and is not drawn. */
final class Unknowns {
  static final String TOO_DEEP = "too-deep";
  static final String OVERLAPPING = "overlapping";
  static final String END_OF_NOTHING = "end-of-nothing";
  static final String NO_TIME = "no-time";
  static final String STRANGE_TIME = "strange-time";
  static final String ENDLESS = "endless";
  static final String ARRIVALS = "arrivals";
  static final String NAMELESS = "nameless";

  /** So many sorts are told apart. */
  private static final int MOST = 60;

  private static final String OTHERS = "others";
  private static final int LONGEST = 80;

  /** From so many sorts on they share a sentence. */
  private static final int MANY = 3;

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

  /** A sentence for each sort that has words; one for all others, where they are many. */
  List<String> sentences() {
    List<String> all = new ArrayList<>();
    List<String> others = new ArrayList<>();
    counts.forEach(
        (sort, count) -> {
          if (WORDS.has("unknown." + sort)) {
            all.add(WORDS.count("unknown." + sort, count.number));
          } else {
            others.add(sort);
          }
        });
    others.sort(
        Comparator.comparing(this::number, Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder()));
    if (others.size() < MANY) {
      others.forEach(sort -> all.add(WORDS.count("unknown", number(sort), shown(sort))));
    } else {
      all.add(
          WORDS.get(
              "unknown.several",
              others.stream()
                  .map(sort -> WORDS.get("unknown.each", shown(sort), number(sort)))
                  .collect(Collectors.joining(WORDS.get("unknown.comma")))));
    }
    return all;
  }

  private long number(String sort) {
    Count count = counts.get(sort);
    return count == null ? 0 : count.number;
  }

  private static String shown(String sort) {
    return Texts.shown(sort, LONGEST);
  }
}
