package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.CrowdTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.column.FrozenList;
import interleave.timeline.column.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Threads that are too many to be drawn one by one, and the carriers of virtual ones. */
class CrowdsTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");

  private static ThreadLane lane(Timeline timeline, String name) {
    return timeline.lanes().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> mounted(Timeline timeline, String carrier) {
    Spans spans = lane(timeline, carrier).spans();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      told.add(spans.label(i) + " " + spans.start(i) + "-" + spans.end(i));
    }
    return told;
  }

  @Test
  void aCarrierShowsWhichVirtualThreadItRanWhen() {
    process.thread(90, "carrier").at(1);
    Trace.Thread a = process.virtual(11, "a");
    Trace.Thread b = process.virtual(12, "b");
    a.at(10).event(EventKind.THREAD_BEGIN).event(EventKind.CARRIER, 0, 90);
    a.at(20).event(EventKind.SLEEP_BEGIN, 0, 100);
    b.at(25).event(EventKind.THREAD_BEGIN).event(EventKind.CARRIER, 0, 90);
    b.at(40).event(EventKind.THREAD_END);
    a.at(60).event(EventKind.SLEEP_END);
    a.at(70).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(mounted(timeline, "carrier")).containsExactly("a 10-20", "b 25-40", "a 60-70");
    assertThat(lane(timeline, "carrier").kind()).isEqualTo(ThreadLane.Kind.CARRIER);
    assertThat(timeline.crowds().getFirst().carriers())
        .containsExactly(lane(timeline, "carrier").index());
    assertThat(timeline.plainLanes()).isEmpty();
  }

  @Test
  void whoWakesUpOnAnotherCarrierWasNeverOnTheOldOne() {
    Trace.Thread a = process.virtual(11, "a");
    Trace.Thread b = process.virtual(12, "b");
    a.at(10).event(EventKind.CARRIER, 0, 90).event(EventKind.THREAD_BEGIN);
    a.at(20).event(EventKind.SLEEP_BEGIN, 0, 100);
    b.at(21).event(EventKind.CARRIER, 0, 90).event(EventKind.THREAD_BEGIN);
    a.at(50).event(EventKind.SLEEP_END).event(EventKind.CARRIER, 0, 91);
    b.at(60).event(EventKind.THREAD_END);
    a.at(80).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(mounted(timeline, "thread 90")).containsExactly("a 10-20", "b 21-60");
    assertThat(mounted(timeline, "thread 91")).containsExactly("a 50-80");
  }

  @Test
  void whoWaitsUnseenIsOffItsCarrierWhenThatRunsAnother() {
    Trace.Thread a = process.virtual(11, "a");
    Trace.Thread b = process.virtual(12, "b");
    a.at(10).event(EventKind.CARRIER, 0, 90).event(EventKind.THREAD_BEGIN);
    b.at(30).event(EventKind.CARRIER, 0, 90).event(EventKind.THREAD_BEGIN);
    b.at(40).event(EventKind.THREAD_END);
    a.at(60).event(EventKind.INTERRUPT, 0, 12);
    a.at(80).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(mounted(timeline, "thread 90")).containsExactly("a 10-30", "b 30-40", "a 60-80");
    CrowdTrack crowd = timeline.crowds().getFirst();
    assertThat(crowd.count(ThreadState.RUNNING, 20)).isEqualTo(1);
    assertThat(crowd.count(ThreadState.RUNNING, 35)).isEqualTo(1);
    assertThat(crowd.count(ThreadState.SYNC_WAIT, 35)).isEqualTo(1);
    assertThat(crowd.count(ThreadState.RUNNING, 50)).isZero();
    assertThat(crowd.count(ThreadState.RUNNING, 70)).isEqualTo(1);
    assertThat(crowd.alive(80)).isZero();
  }

  @Test
  void whatACarrierRunsNowIsDrawnUpToNow() {
    Trace.Thread a = process.virtual(11, "a");
    a.at(10).event(EventKind.CARRIER, 0, 90).event(EventKind.THREAD_BEGIN);
    trace.store.advance(100_000_000);
    Spans spans = lane(trace.store.snapshot(), "thread 90").spans();
    assertThat(spans.size()).isEqualTo(1);
    assertThat(spans.end(0)).isEqualTo(Timeline.OPEN);
    assertThat(spans.state(0)).isEqualTo(ThreadState.RUNNING);
  }

  @Test
  void aThreadThatNeverSaidItsNameIsCalledVirtual() {
    process.virtual(11, null).at(10).event(EventKind.THREAD_BEGIN);
    assertThat(trace.end().lanes().getFirst().name()).isEqualTo("virtual 11");
  }

  @Test
  void aCrowdCountsItsThreadsByState() {
    for (int i = 0; i < 100; i++) {
      Trace.Thread each = process.virtual(11 + i, "v" + i);
      each.at(100 + i).event(EventKind.THREAD_BEGIN);
      each.at(300 + i).event(EventKind.SLEEP_BEGIN, 0, 5);
      each.at(500 + i).event(EventKind.SLEEP_END).at(600 + i).event(EventKind.THREAD_END);
    }
    CrowdTrack crowd = trace.end().crowds().getFirst();
    assertThat(crowd.virtual()).isTrue();
    assertThat(crowd.lanes()).hasSize(100);
    assertThat(crowd.most()).isEqualTo(100);
    assertThat(crowd.alive(99)).isZero();
    assertThat(crowd.count(ThreadState.RUNNING, 149)).isEqualTo(50);
    assertThat(crowd.count(ThreadState.SLEEPING, 349)).isEqualTo(50);
    assertThat(crowd.count(ThreadState.RUNNING, 349)).isEqualTo(50);
    assertThat(crowd.count(ThreadState.SLEEPING, 450)).isEqualTo(100);
    assertThat(crowd.means(400, 500)[ThreadState.SLEEPING.ordinal()]).isEqualTo(100);
    assertThat(crowd.means(100, 200)[ThreadState.RUNNING.ordinal()]).isEqualTo(50.5);
    assertThat(crowd.alive(1000)).isZero();
  }

  @Test
  void meansAreWhatTheLanesThemselvesGive() {
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      Trace.Thread each = process.virtual(11 + i, "v" + i);
      long time = random.nextInt(1000);
      each.at(time).event(EventKind.THREAD_BEGIN);
      for (int nap = 0; nap < random.nextInt(5); nap++) {
        time += 1 + random.nextInt(300);
        each.at(time).event(EventKind.SLEEP_BEGIN, 0, 5);
        time += 1 + random.nextInt(300);
        each.at(time).event(EventKind.SLEEP_END);
      }
      each.at(time + random.nextInt(100)).event(EventKind.THREAD_END);
    }
    Timeline timeline = trace.end();
    CrowdTrack crowd = timeline.crowds().getFirst();
    for (int i = 0; i < 50; i++) {
      long from = random.nextInt(2000);
      long to = from + 1 + random.nextInt(500);
      double[] means = crowd.means(from, to);
      for (ThreadState state : ThreadState.values()) {
        long sum = 0;
        for (ThreadLane lane : timeline.lanes()) {
          sum += lane.spans().nanosIn(state, from, to);
        }
        assertThat(means[state.ordinal()])
            .isCloseTo((double) sum / (to - from), org.assertj.core.data.Offset.offset(1e-6));
      }
    }
  }

  @Test
  void platformThreadsBeyondTheFirstAreACrowdToo() {
    for (int i = 0; i < 100; i++) {
      process.thread(11 + i, "t" + i).at(10 + i).event(EventKind.THREAD_BEGIN);
    }
    Timeline timeline = trace.end();
    assertThat(timeline.plainLanes()).hasSize(ProcessState.MOST_PLAIN);
    CrowdTrack crowd = timeline.crowds().getFirst();
    assertThat(crowd.virtual()).isFalse();
    assertThat(crowd.lanes()).hasSize(100 - ProcessState.MOST_PLAIN);
    assertThat(crowd.alive(200)).as("the process has ended").isZero();
    assertThat(crowd.alive(108)).isEqualTo(99 - ProcessState.MOST_PLAIN);
  }

  @Test
  void whoWaitedLongestComesFirst() {
    int lock = process.object(ObjectType.LOCK, 0, "P.lock");
    for (int i = 0; i < 50; i++) {
      Trace.Thread each = process.virtual(11 + i, "v" + i);
      each.at(100).event(EventKind.THREAD_BEGIN);
      if (i % 10 == 3) {
        each.at(200).event(EventKind.LOCK_REQUEST, lock);
        each.at(200 + (4L << i)).event(EventKind.LOCK_ACQUIRED, lock, 4L << i);
        each.event(EventKind.LOCK_RELEASED, lock);
      }
    }
    Timeline timeline = trace.end();
    CrowdTrack crowd = timeline.crowds().getFirst();
    assertThat(crowd.prominent().stream().map(i -> timeline.lanes().get(i).name()))
        .containsExactly("v43", "v33", "v23", "v13", "v3");
    assertThat(crowd.first(7).stream().map(i -> timeline.lanes().get(i).name()))
        .containsExactly("v43", "v33", "v23", "v13", "v3", "v0", "v1");
  }

  @Test
  void whoWaitsForEverComesFirstToo() {
    int lock = process.object(ObjectType.LOCK, 0, "P.lock");
    Trace.Thread stuck = process.virtual(11, "stuck");
    stuck.at(100).event(EventKind.THREAD_BEGIN);
    stuck.at(200).event(EventKind.LOCK_REQUEST, lock);
    for (int i = 1; i <= 200; i++) {
      process.virtual(11 + i, "v" + i).at(300).event(EventKind.THREAD_BEGIN);
      trace.store.advance(i * 1_000_000L);
    }
    assertThat(trace.store.snapshot().crowds().getFirst().prominent()).containsExactly(0);
  }

  @Test
  void theMostWaitedForLockComesFirst() {
    Trace.Thread one = process.thread(11, "one");
    for (int i = 0; i < 20; i++) {
      int lock = process.object(ObjectType.LOCK, 0, "P.lock" + i);
      one.at(1000 * i + 1).event(EventKind.LOCK_REQUEST, lock);
      long waited = i == 13 ? 700 : i == 5 ? 40 : 1;
      one.at(1000 * i + 1 + waited).event(EventKind.LOCK_ACQUIRED, lock, waited);
      one.event(EventKind.LOCK_RELEASED, lock);
    }
    ThingGroup group = trace.end().groups().get(1);
    assertThat(group.sort()).isEqualTo(ThingGroup.Sort.LOCK);
    assertThat(group.members()).hasSize(20);
    assertThat(group.prominent()).startsWith(13, 5).hasSize(20);
  }

  @Test
  void aRankingIsThatOfAllWeights() {
    Random random = new Random(3);
    Ranking ranking = new Ranking();
    long[] weights = new long[2000];
    for (int i = 0; i < 20_000; i++) {
      int member = random.nextInt(weights.length);
      weights[member] += random.nextInt(1000);
      ranking.offer(member, weights[member]);
    }
    long[] sorted = weights.clone();
    java.util.Arrays.sort(sorted);
    long least = sorted[sorted.length - Ranking.MOST];
    assertThat(ranking.best()).hasSize(Ranking.MOST).doesNotHaveDuplicates();
    assertThat(ranking.best()).allMatch(member -> weights[member] >= least);
  }

  @Test
  void aCopyOfAListStaysWhatItWas() {
    FrozenList<Integer> list = new FrozenList<>();
    for (int i = 0; i < 1000; i++) {
      list.set(i, i);
    }
    List<Integer> before = list.freeze();
    list.set(300, -1);
    list.set(1000, 1000);
    List<Integer> after = list.freeze();
    assertThat(before).hasSize(1000).allMatch(i -> i >= 0);
    assertThat(after).hasSize(1001).endsWith(999, 1000);
    assertThat(after.get(300)).isEqualTo(-1);
    assertThat(after.get(301)).isEqualTo(301);
  }
}
