package interleave.timeline.range;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Story;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What parts of a run came to adds up to what all of it did, wherever that is told. */
class RangeSumsTest {
  @Property(tries = 150)
  void partsOfARunAddUpToTheWhole(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Timeline timeline = Story.tell(random, steps).timeline();
    TimeRange all = new TimeRange(timeline.start(), timeline.now() + 1);
    long cut = all.from() + random.nextLong(all.length() + 1);
    Inquiry one = new Inquiry(timeline, new TimeRange(all.from(), cut), Patience.ENDLESS);
    Inquiry other = new Inquiry(timeline, new TimeRange(cut, all.to()), Patience.ENDLESS);
    for (LockTrack lock : timeline.locks()) {
      LockUse whole = LockUse.of(Inquiry.whole(timeline), lock);
      LockUse walked = new LockWalk(lock, all, timeline.now(), Patience.ENDLESS).use();
      assertThat(walked).isEqualTo(whole);
      LockUse first = LockUse.of(one, lock);
      LockUse second = LockUse.of(other, lock);
      assertThat(first.acquires() + second.acquires()).isEqualTo(whole.acquires());
      assertThat(first.waitedNs() + second.waitedNs()).isEqualTo(whole.waitedNs());
      assertThat(first.heldNs() + second.heldNs()).isEqualTo(whole.heldNs());
      assertThat(first.contended() + second.contended()).isGreaterThanOrEqualTo(whole.contended());
      assertThat(whole.owners().stream().mapToLong(LockTrack.Owner::holdNs).sum())
          .isEqualTo(whole.heldNs());
    }
    for (QueueTrack queue : timeline.queues()) {
      QueueUse whole = QueueUse.of(Inquiry.whole(timeline), queue);
      QueueUse first = QueueUse.of(one, queue);
      QueueUse second = QueueUse.of(other, queue);
      assertThat(first.puts() + second.puts()).isEqualTo(whole.puts());
      assertThat(first.gets() + second.gets()).isEqualTo(whole.gets());
      assertThat(Math.max(first.deepest(), second.deepest())).isEqualTo(whole.deepest());
    }
    for (ThreadLane lane : timeline.lanes()) {
      for (ThreadState state : ThreadState.values()) {
        assertThat(
                LaneTimes.of(timeline, lane, one.range()).in(state)
                    + LaneTimes.of(timeline, lane, other.range()).in(state))
            .isEqualTo(LaneTimes.of(timeline, lane).in(state));
      }
    }
  }

  @Property(tries = 60)
  void theSummarySaysWhatTheFiguresSay(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Timeline timeline = Story.tell(random, steps).timeline();
    Inquiry asked = Inquiry.whole(timeline);
    Summary summary = Summaries.of(timeline);
    for (LockTrack lock : timeline.locks()) {
      LockUse use = LockUse.of(asked, lock);
      Summary.Lock told = summary.locks().get(lock.index());
      assertThat(told.acquires()).isEqualTo(use.acquires());
      assertThat(told.contended()).isEqualTo(use.contended());
      assertThat(told.waitNs()).isEqualTo(use.waitedNs());
      assertThat(told.longestWaitNs()).isEqualTo(use.longestWaitNs());
      assertThat(told.holdNs()).isEqualTo(use.heldNs());
      assertThat(told.owners().stream().mapToLong(Summary.Owner::holdNs).sum())
          .isEqualTo(use.heldNs());
    }
    for (Summary.OfThread thread : summary.processes().getFirst().threads()) {
      ThreadLane lane =
          timeline.lanes().stream().filter(it -> it.id() == thread.id()).findFirst().orElseThrow();
      LaneTimes times = LaneTimes.of(timeline, lane);
      assertThat(thread.ns().lock()).isEqualTo(times.in(ThreadState.LOCK_WAIT));
      assertThat(thread.ns().running()).isEqualTo(times.in(ThreadState.RUNNING));
    }
    long atLines = WaitingLines.of(asked).stream().mapToLong(WaitingLine::waitedNs).sum();
    long inStates =
        timeline.lanes().stream()
            .mapToLong(
                lane ->
                    LaneTimes.of(timeline, lane).in(ThreadState.LOCK_WAIT)
                        + LaneTimes.of(timeline, lane).in(ThreadState.QUEUE_WAIT)
                        + LaneTimes.of(timeline, lane).in(ThreadState.SYNC_WAIT))
            .sum();
    assertThat(atLines).isEqualTo(inStates);
    for (WaitingLine line : WaitingLines.of(asked)) {
      assertThat(WaitingLines.at(asked, line.site(), Integer.MAX_VALUE))
          .hasSize((int) line.count())
          .contains(line.longest());
    }
  }
}
