package interleave.process.door;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.process.door.Stranger.Reason;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When it is worth a word that somebody was sent away. */
class StrangersTest {
  private final Strangers strangers = new Strangers();

  @Test
  void theSameOneIsToldOfLessAndLessOften() {
    LongStream told =
        LongStream.range(0, 100).map(_ -> strangers.count(new Stranger("::1", Reason.KEY)));
    assertThat(told.filter(it -> it > 0)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L);
    assertThat(strangers.count(new Stranger("::1", Reason.PLAIN))).isEqualTo(1);
    assertThat(strangers.count(new Stranger("::2", Reason.KEY))).isEqualTo(1);
  }

  @Test
  void aCrowdOfThemIsCountedAndNoLongerTold() {
    LongStream told =
        LongStream.range(0, 5_000).map(i -> strangers.count(new Stranger("h" + i, Reason.KEY)));
    assertThat(told.filter(it -> it > 0).count()).isEqualTo(1_000);
    assertThat(strangers.all()).isEqualTo(5_000);
  }
}
