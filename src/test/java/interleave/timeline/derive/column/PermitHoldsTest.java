package interleave.timeline.derive.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who has permits, against a list that is looked through. */
class PermitHoldsTest {
  private static final int LANES = 6;

  private record Permit(int lane, long since) {}

  @Test
  void whoGivesBackWhatIsNotItsOwnGivesBackTheOldest() {
    Random random = new Random(5);
    PermitHolds holds = new PermitHolds();
    List<Permit> permits = new ArrayList<>();
    for (long time = 1; time < 5000; time++) {
      int lane = random.nextInt(LANES);
      if (random.nextBoolean() && permits.size() < 40) {
        holds.acquired(lane, 1, time);
        permits.add(new Permit(lane, time));
      } else {
        holds.released(lane, 1, time);
        Permit given =
            permits.stream()
                .filter(permit -> permit.lane == lane)
                .findFirst()
                .orElse(permits.isEmpty() ? null : permits.getFirst());
        permits.remove(given);
      }
      List<Integer> have = permits.stream().map(Permit::lane).distinct().toList();
      assertThat(holds.at(time, holds.size())).containsExactlyInAnyOrderElementsOf(have);
    }
  }

  @Test
  void aHundredThousandPermitsThatOthersGiveBackAreNotLookedThrough() {
    PermitHolds holds = new PermitHolds();
    int many = 100_000;
    for (int i = 0; i < many; i++) {
      holds.acquired(0, 1, i);
    }
    for (int i = 0; i < many; i++) {
      holds.released(1 + i, 1, many + i);
    }
    assertThat(holds.at(2L * many, holds.size())).isEmpty();
  }
}
