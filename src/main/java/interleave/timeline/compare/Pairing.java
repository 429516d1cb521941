package interleave.timeline.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds of two lists of names which play the same part. Names that are the same but for numbers are
 * a family: of one that counts from the same number in both, each goes with its own number; of one
 * that does not, as threads of Java count from 0 and those of Python from 1, each with the one that
 * came as early. What is left over, one on each side, is taken for the same.
 */
final class Pairing {
  private final List<PlainName> a;
  private final List<PlainName> b;
  private final Set<Integer> leftOfA = new HashSet<>();
  private final Set<Integer> leftOfB = new HashSet<>();
  private final List<Pair> pairs = new ArrayList<>();

  private Pairing(List<PlainName> a, List<PlainName> b) {
    this.a = a;
    this.b = b;
    for (int i = 0; i < a.size(); i++) {
      leftOfA.add(i);
    }
    for (int i = 0; i < b.size(); i++) {
      leftOfB.add(i);
    }
  }

  /** The pairs, in the order of the first list; then what only the second has. */
  static List<Pair> of(List<PlainName> a, List<PlainName> b) {
    Pairing pairing = new Pairing(a, b);
    pairing.families();
    pairing.rest();
    return pairing.all();
  }

  private void families() {
    Map<String, List<Integer>> ofA = families(a);
    Map<String, List<Integer>> ofB = families(b);
    ofA.forEach(
        (stem, inA) -> {
          List<Integer> inB = ofB.getOrDefault(stem, List.of());
          if (!inB.isEmpty() && first(a, inA).equals(first(b, inB))) {
            byName(inA, inB);
          } else {
            inOrder(inA, inB);
          }
        });
  }

  private static Map<String, List<Integer>> families(List<PlainName> names) {
    Map<String, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      families.computeIfAbsent(names.get(i).stem(), _ -> new ArrayList<>()).add(i);
    }
    return families;
  }

  /** The shorter one is the lower number. */
  private static String first(List<PlainName> names, List<Integer> family) {
    return family.stream()
        .map(i -> names.get(i).text())
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private void byName(List<Integer> inA, List<Integer> inB) {
    Map<String, List<Integer>> byText = new HashMap<>();
    inB.forEach(i -> byText.computeIfAbsent(b.get(i).text(), _ -> new ArrayList<>()).add(i));
    for (int i : inA) {
      List<Integer> same = byText.getOrDefault(a.get(i).text(), List.of());
      if (!same.isEmpty()) {
        pair(i, same.removeFirst());
      }
    }
  }

  private void inOrder(List<Integer> inA, List<Integer> inB) {
    for (int i = 0; i < Math.min(inA.size(), inB.size()); i++) {
      pair(inA.get(i), inB.get(i));
    }
  }

  private void rest() {
    if (leftOfA.size() == 1 && leftOfB.size() == 1) {
      pair(leftOfA.iterator().next(), leftOfB.iterator().next());
    }
  }

  private void pair(int inA, int inB) {
    pairs.add(new Pair(inA, inB));
    leftOfA.remove(inA);
    leftOfB.remove(inB);
  }

  private List<Pair> all() {
    leftOfA.forEach(i -> pairs.add(new Pair(i, -1)));
    pairs.sort(Comparator.comparingInt(Pair::a));
    leftOfB.stream().sorted().forEach(i -> pairs.add(new Pair(-1, i)));
    return List.copyOf(pairs);
  }
}
