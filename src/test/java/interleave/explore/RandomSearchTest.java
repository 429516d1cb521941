package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RandomSearchTest {
  private static final Model LOST =
      Model.started("read b;write b 5;read b;write b -5", "read b;write b 8;read b;write b -8");

  private static RandomSearch gone(Model model, long seed, int depth, long runs) {
    RandomSearch search = new RandomSearch(model, seed, depth, Limits.USUAL.runs(runs));
    try {
      while (search.advance()) {
        assertThat(search.progress().runs()).isLessThan(runs);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return search;
  }

  @Test
  void theSameSeedGivesTheSameRunsAndAnotherDoesNot() {
    Endings one = gone(LOST, 7, 3, 60).endings();
    assertThat(gone(LOST, 7, 3, 60).endings()).isEqualTo(one);
    assertThat(gone(LOST, 8, 3, 60).endings()).isNotEqualTo(one);
    assertThat(one.groups().stream().mapToLong(Endings.Group::times).sum()).isEqualTo(60);
  }

  @Test
  void aLostUpdateIsMetAtLeastAsOftenAsIsPromised() {
    Model adding = Model.started("read b;write b 5;print one", "read b;write b 8;print two");
    int met = 0;
    for (int seed = 0; seed < 40; seed++) {
      RandomSearch search = gone(adding, seed, 2, 100);
      assertThat(search.chance().ofAll()).isGreaterThan(0.8);
      boolean isMet =
          search.endings().groups().stream()
              .anyMatch(each -> !each.ending().values().get("b").equals("13"));
      met += isMet ? 1 : 0;
    }
    assertThat(met).isGreaterThanOrEqualTo(32);
  }

  @Test
  void aSchedulePlaysARandomRunAgain() {
    for (Endings.Group each : gone(LOST, 3, 3, 100).endings().groups()) {
      Trace again = LOST.run(new Subject.Order(each.schedule(), Optional.empty(), 100));
      assertThat(again.ending()).isEqualTo(each.ending());
      assertThat(Schedule.preemptions(again)).isEqualTo(each.preemptions());
    }
  }

  @Test
  void thePromiseIsOneOfThreadsTimesChoicesToTheDepthLessOne() {
    Chance chance = new Chance(3, 4, 10, 100);
    assertThat(chance.ofOne()).isCloseTo(1 / 400.0, within(1e-12));
    assertThat(chance.ofAll()).isCloseTo(1 - Math.pow(1 - 1 / 400.0, 100), within(1e-9));
    assertThat(new Chance(1, 1, 0, 1).ofAll()).isCloseTo(1, within(1e-9));
  }
}
