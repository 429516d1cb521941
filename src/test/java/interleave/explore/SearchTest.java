package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static Search search(Subject subject, int preemptions, boolean everything) {
    return gone(new Search(subject, Limits.USUAL.preemptions(preemptions), everything));
  }

  private static Search gone(Search search) {
    try {
      while (search.advance()) {
        assertThat(search.progress().runs()).isLessThan(1_000_000);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return search;
  }

  private static String repeated(String code, int times) {
    return IntStream.range(0, times).mapToObj(_ -> code).collect(Collectors.joining(";"));
  }

  private static BigInteger choose(int n, int k) {
    BigInteger result = k < 0 || k > n ? BigInteger.ZERO : BigInteger.ONE;
    for (int i = 0; i < k && result.signum() > 0; i++) {
      result = result.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return result;
  }

  /** Orders of two threads of n steps each with exactly so many preemptions, for n above 0. */
  private static BigInteger orders(int n, int preemptions) {
    int blocks = preemptions + 2;
    return choose(n - 1, (blocks + 1) / 2 - 1)
        .multiply(choose(n - 1, blocks / 2 - 1))
        .multiply(BigInteger.TWO);
  }

  @Test
  void withoutReductionThereAreAsManyRunsAsTheClosedFormSaysAtEachBound() {
    for (String step : List.of("sleep", "set x 1", "read x")) {
      for (int n = 1; n <= 5; n++) {
        Model model = Model.of(repeated(step, n), repeated(step, n));
        BigInteger sum = BigInteger.ZERO;
        for (int bound = 0; bound <= 2 * n - 2; bound++) {
          sum = sum.add(orders(n, bound));
          Search search = search(model, bound, true);
          assertThat(search.progress().runs())
              .as("%s %d %d", step, n, bound)
              .isEqualTo(sum.longValue());
          assertThat(search.endings().orders()).contains(sum);
        }
        assertThat(sum).isEqualTo(choose(2 * n, n));
        assertThat(search(model, Limits.NONE, true).progress().isWhole()).isTrue();
      }
    }
  }

  @Test
  void withReductionTheSameOrdersAreCountedAndIndependentStepsTakeOneRun() {
    for (int n = 1; n <= 8; n++) {
      Model model = Model.of(repeated("sleep", n), repeated("read x", n));
      for (int bound = 0; bound <= 3; bound++) {
        Search search = search(model, bound, false);
        BigInteger sum =
            IntStream.rangeClosed(0, Math.min(bound, 2 * n - 2))
                .mapToObj(p -> orders(n0(model), p))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(search.progress().runs()).isEqualTo(1);
        assertThat(search.endings().orders()).contains(sum);
      }
    }
  }

  private static int n0(Model model) {
    return model.code().get(ThreadId.MAIN).size();
  }

  @Test
  void threeThreadsOfIndependentStepsHaveAMultinomialOfOrders() {
    Model model = Model.of(repeated("sleep", 3), repeated("sleep", 3), repeated("sleep", 3));
    assertThat(search(model, Limits.NONE, true).progress().runs()).isEqualTo(1680); // 9! / 3!³
    Search reduced = search(model, Limits.NONE, false);
    assertThat(reduced.progress().runs()).isEqualTo(1);
    assertThat(reduced.endings().orders()).contains(BigInteger.valueOf(1680));
  }

  @Test
  void withALockThereAreAsManyClassesAsOrdersOfGettingIt() {
    for (int loops = 1; loops <= 3; loops++) {
      String loop = repeated("lock m;read x;write x 1;unlock m", loops);
      Search search = search(Model.started(loop, loop), Limits.NONE, false);
      assertThat(search.progress().classes()).isEqualTo(choose(2 * loops, loops).longValue());
      assertThat(search.progress().isWhole()).isTrue();
      assertThat(search.endings().groups()).hasSize(1);
    }
  }

  @Test
  void ofTheSixStepsOfTwoLoopsExactlyTheBalancesAreFoundThatAllOrdersFind() {
    String five = repeated("read b;write b 5;read b;write b -5", 2);
    String eight = repeated("read b;write b 8;read b;write b -8", 2);
    Model model = Model.of(five, eight);
    BruteForce all = new BruteForce(model);
    Search search = search(model, Limits.NONE, false);
    assertThat(balances(search.endings().groups().stream().map(Endings.Group::ending).toList()))
        .isEqualTo(balances(all.endings.keySet()))
        .contains("0", "5", "-8", "13");
    assertThat(search.endings().orders()).contains(choose(16, 8));
    assertThat(search.progress().classes())
        .isEqualTo(all.classes.size())
        .isEqualTo(search.progress().runs());
  }

  private static Set<String> balances(Iterable<Ending> endings) {
    Set<String> balances = new HashSet<>();
    endings.forEach(each -> balances.add(each.values().get("b")));
    return balances;
  }

  @Test
  void threePhilosophersComeToTheirDeadlockWithOnePreemptionByTheShortestSchedule() {
    String eat = "lock %s;sleep;lock %s;print e;unlock %s;unlock %s;";
    String[] seats = {
      repeated(eat.formatted("a", "b", "b", "a"), 3),
      repeated(eat.formatted("b", "c", "c", "b"), 3),
      repeated(eat.formatted("c", "a", "a", "c"), 3)
    };
    Search search = search(Model.started(seats), 2, false);
    Endings.Group deadlock =
        search.endings().groups().stream()
            .filter(each -> each.ending().kind() == Ending.Kind.DEADLOCK)
            .findFirst()
            .orElseThrow();
    assertThat(deadlock.preemptions()).isEqualTo(1);
    Trace again =
        Model.started(seats).run(new Subject.Order(deadlock.schedule(), Optional.empty(), 1000));
    assertThat(again.ending()).isEqualTo(deadlock.ending());
  }

  @Test
  void deadlocksOfTwoLocksInOppositeOrderAreThoseOfAllOrders() {
    Model model =
        Model.started("lock a;lock b;unlock b;unlock a", "lock b;lock a;unlock a;unlock b");
    compare(model);
  }

  static void compare(Model model) {
    BruteForce all = new BruteForce(model);
    for (int bound : new int[] {0, 1, 2, 3, Limits.NONE}) {
      Search search = search(model, bound, false);
      compare(model, all, bound, search);
      Limits limits = Limits.USUAL.preemptions(bound);
      compare(model, all, bound, gone(Search.careful(model, limits)));
    }
  }

  private static void compare(Model model, BruteForce all, int bound, Search search) {
    Map<Ending, Endings.Group> found =
        search.endings().groups().stream()
            .collect(Collectors.toMap(Endings.Group::ending, each -> each));
    assertThat(found.keySet()).as("bound %d of %s", bound, model).isEqualTo(all.endings(bound));
    assertThat(search.progress().classes()).isEqualTo(all.classes(bound));
    assertThat(search.endings().orders()).contains(BigInteger.valueOf(all.orders(bound)));
    assertThat(search.progress().differences()).isZero();
    assertThat(search.progress().completed()).isGreaterThanOrEqualTo(bound);
    found.forEach(
        (ending, group) -> {
          assertThat(List.of(group.preemptions(), group.schedule().size()))
              .isEqualTo(all.shortest.get(ending));
          assertThat(
                  model.run(
                      new Subject.Order(group.schedule(), Optional.empty(), Limits.USUAL.steps())))
              .extracting(Trace::ending)
              .isEqualTo(ending);
        });
  }
}
