package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** What a property tries is the same in each run, unless somebody wants others. */
class SameTriesTest {
  private static final List<Integer> OF_ITS_NAME = new ArrayList<>();
  private static final List<Integer> OF_A_SEED = new ArrayList<>();

  @Property(tries = 5)
  void triesAreTheSameEachTime(@ForAll @IntRange(max = 1_000_000) int any) {
    OF_ITS_NAME.add(any);
  }

  @Property(tries = 5, seed = "1")
  void aSeedThatIsGivenIsKept(@ForAll @IntRange(max = 1_000_000) int any) {
    OF_A_SEED.add(any);
  }

  @AfterContainer
  static void theyWereThese() {
    if (SameTries.areUsual()) {
      assertThat(OF_ITS_NAME).containsExactly(999_999, 168_809, 14, 53_771, 496);
      assertThat(OF_A_SEED).containsExactly(5_638, 111_439, 43_540, 5_850, 0);
    }
  }

  @Example
  void theSeedIsOfTheName() {
    assertThat(SameTries.seed("a.B#c")).isEqualTo(91_016_533);
    assertThat(SameTries.seed("a.B#d")).isNotEqualTo(SameTries.seed("a.B#c"));
  }
}
