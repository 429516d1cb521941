package interleave.timeline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static List<Pair> pairs(List<String> a, List<String> b) {
    return Pairing.of(plain(a), plain(b));
  }

  private static List<PlainName> plain(List<String> names) {
    return names.stream().map(PlainName::of).toList();
  }

  @Test
  void namesThatAreTheSameGoTogetherWhereverTheyStand() {
    assertThat(pairs(List.of("main", "reader", "writer"), List.of("writer", "main", "reader")))
        .containsExactly(new Pair(0, 1), new Pair(1, 2), new Pair(2, 0));
  }

  @Test
  void threadsOfJavaCountFromNoughtAndThoseOfPythonFromOneAndGoTogetherInTheirOrder() {
    assertThat(
            pairs(
                List.of("main", "Thread-0", "Thread-1"),
                List.of("MainThread", "Thread-1 (work)", "Thread-2 (work)")))
        .containsExactly(new Pair(0, 0), new Pair(1, 1), new Pair(2, 2));
  }

  @Test
  void whereBothCountFromTheSameNumberEachGoesWithItsOwnHoweverTheyBegan() {
    assertThat(
            pairs(
                List.of("pool-1-thread-2", "pool-1-thread-1"),
                List.of("pool-1-thread-1", "pool-1-thread-2", "pool-1-thread-3")))
        .containsExactly(new Pair(0, 1), new Pair(1, 0), new Pair(-1, 2));
  }

  @Test
  void anAddressIsNoPartOfAName() {
    assertThat(
            pairs(List.of("Account@1f2e", "Object 0x69ec"), List.of("Object 0x7fff", "Account@a0")))
        .containsExactly(new Pair(0, 1), new Pair(1, 0));
  }

  @Test
  void whatIsLeftOverIsTheSameOnlyWhereThereIsOneOnEachSide() {
    assertThat(pairs(List.of("balance", "lock"), List.of("balance", "_lock")))
        .containsExactly(new Pair(0, 0), new Pair(1, 1));
    assertThat(pairs(List.of("red", "blue"), List.of("one", "two")))
        .containsExactly(new Pair(0, -1), new Pair(1, -1), new Pair(-1, 0), new Pair(-1, 1));
  }

  @Test
  void aFieldIsNamedByItsLastPart() {
    assertThat(Stream.of("Account.balance", "balance").map(PlainName::ofLast).distinct())
        .hasSize(1);
  }
}
