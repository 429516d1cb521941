package interleave.explore;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Endings that are told as one: those that differ only in the order of lines that were printed, and
 * deadlocks of the same threads on the same things.
 *
 * @param shortest of them, with how often all of them came about
 * @param endings how many they are
 */
public record EndingKind(Endings.Group shortest, int endings) {

  /** Of all endings, in the order of their shortest. */
  public static List<EndingKind> of(Endings endings) {
    Map<Ending, List<Endings.Group>> kinds = new LinkedHashMap<>();
    endings
        .groups()
        .forEach(
            each -> kinds.computeIfAbsent(key(each.ending()), _ -> new ArrayList<>()).add(each));
    return kinds.values().stream()
        .map(each -> new EndingKind(together(each), each.size()))
        .sorted(
            Comparator.comparingInt((EndingKind each) -> each.shortest().preemptions())
                .thenComparingInt(each -> each.shortest().schedule().size()))
        .toList();
  }

  private static Ending key(Ending ending) {
    return ending.kind() == Ending.Kind.DEADLOCK
        ? new Ending(ending.kind(), "", Map.of(), "", ending.waiting())
        : new Ending(
            ending.kind(),
            ending.text(),
            ending.values(),
            ending.output().lines().sorted().collect(Collectors.joining("\n")),
            ending.waiting());
  }

  private static Endings.Group together(List<Endings.Group> groups) {
    Endings.Group first = groups.getFirst(); // they are sorted
    Optional<BigInteger> orders =
        groups.stream().allMatch(each -> each.orders().isPresent())
            ? groups.stream().map(each -> each.orders().orElseThrow()).reduce(BigInteger::add)
            : Optional.empty();
    return new Endings.Group(
        first.ending(),
        groups.stream().mapToLong(Endings.Group::times).sum(),
        orders,
        first.preemptions(),
        first.schedule(),
        first.trace());
  }
}
