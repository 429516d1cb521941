package interleave.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks are related by what exchanges tell of them, and no further. */
class ClockRelationTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1000 * MS;
  private static final long HOUR = 3600 * SECOND;

  private final ClockRelation relation = new ClockRelation();
  private long here = 5 * SECOND;

  /** A clock there, and ways that take different times. */
  private record Net(long ahead, double drift, long out, long back) {
    long there(long here) {
      return here + ahead + (long) (here * drift);
    }
  }

  private void exchange(Net net, long jitter) {
    long asked = here;
    long received = net.there(asked + net.out() + jitter);
    long answered = received + MS / 100;
    long heard = asked + net.out() + jitter + MS / 100 + net.back();
    relation.exchanged(asked, received, answered, heard);
    here = heard;
  }

  private void isWithin(Net net, long time) {
    long there = net.there(time);
    long uncertainty = relation.uncertainty(there);
    assertThat(Math.abs(relation.here(there) - time)).isLessThanOrEqualTo(uncertainty + 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7 * HOUR, -7 * HOUR, 123_456_789})
  void whatIsTranslatedIsOffByNoMoreThanWhatIsTold(long ahead) {
    Net net = new Net(ahead, 0, MS, MS);
    Random random = new Random(ahead);
    for (int i = 0; i < 20; i++) {
      exchange(net, random.nextInt(3) * MS);
      here += SECOND;
      if (relation.isKnown()) {
        isWithin(net, here);
      }
    }
    assertThat(relation.uncertainty(net.there(here))).isLessThan(2 * MS);
  }

  @Test
  void unequalWaysAreWithinTheUncertainty() {
    Net net = new Net(-HOUR, 0, MS / 10, 40 * MS);
    for (int i = 0; i < 10; i++) {
      exchange(net, 0);
    }
    isWithin(net, here);
    assertThat(relation.uncertainty(net.there(here))).isBetween(20 * MS, 21 * MS);
  }

  @Test
  void ofSeveralExchangesTheQuickestWayOutAndTheQuickestWayBackCount() {
    Net slowOut = new Net(HOUR, 0, 30 * MS, MS);
    Net slowBack = new Net(HOUR, 0, MS, 30 * MS);
    for (int i = 0; i < 4; i++) {
      exchange(slowOut, 0);
      exchange(slowBack, 0);
    }
    isWithin(slowOut, here);
    assertThat(relation.uncertainty(slowOut.there(here))).isLessThan(2 * MS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8e-5, -8e-5})
  void clocksThatDriftApartAreFollowed(double drift) {
    Net net = new Net(3 * HOUR, drift, MS, 2 * MS);
    long before = Long.MIN_VALUE;
    for (int i = 0; i < 600; i++) {
      exchange(net, 0);
      for (int step = 0; step < 10; step++) {
        here += SECOND / 10;
        isWithin(net, here);
        long now = relation.here(net.there(here));
        assertThat(now).isGreaterThan(before);
        before = now;
      }
    }
    assertThat(relation.contradictions()).isZero();
    assertThat(relation.uncertainty(net.there(here))).isLessThan(3 * MS);
  }

  @Test
  void aLaterEstimateNeverTakesTimesBack() {
    Net bad = new Net(0, 0, 200 * MS, MS);
    for (int i = 0; i < ClockRelation.ENOUGH; i++) {
      exchange(bad, 0);
    }
    long before = relation.here(here);
    for (int i = 1; i < 2000; i++) {
      if (i % 100 == 0) {
        exchange(new Net(0, 0, i % 200 == 0 ? MS : 150 * MS, i % 200 == 0 ? 120 * MS : MS), 0);
      }
      here += MS;
      long now = relation.here(here);
      assertThat(now).isGreaterThan(before);
      isWithin(new Net(0, 0, 0, 0), here);
      before = now;
    }
  }

  @Test
  void aClockThatSleptIsFoundOut() {
    for (int i = 0; i < 10; i++) {
      exchange(new Net(0, 0, MS, MS), 0);
    }
    relation.here(here);
    here += 11 * SECOND;
    Net after = new Net(-10 * SECOND, 0, MS, MS);
    exchange(after, 0);
    assertThat(relation.contradictions()).isOne();
    here += SECOND;
    isWithin(after, here);
    assertThat(relation.uncertainty(after.there(here))).isLessThan(2 * MS);
  }

  @Test
  void whatIsToldLateIsTranslatedAsItWouldHaveBeen() {
    Net net = new Net(HOUR, 0, MS, 3 * MS);
    for (int i = 0; i < 10; i++) {
      exchange(net, 0);
    }
    long first = relation.here(net.there(here));
    long asked = here;
    for (int i = 0; i < 5; i++) {
      here += SECOND;
      relation.here(net.there(here));
      exchange(new Net(HOUR, 0, MS, MS), 0);
    }
    assertThat(relation.here(net.there(asked))).isEqualTo(first);
  }

  @Test
  void anAnswerThatCannotBeIsLeftOut() {
    for (int i = 0; i < 10; i++) {
      exchange(new Net(0, 0, MS, MS), 0);
    }
    long before = relation.here(here);
    relation.exchanged(here, 5 * HOUR, 4 * HOUR, here + MS);
    relation.exchanged(here, 0, HOUR, here + MS);
    relation.exchanged(here, Long.MIN_VALUE, Long.MAX_VALUE, here + MS);
    assertThat(relation.here(here)).isEqualTo(before);
    assertThat(relation.contradictions()).isZero();
  }
}
