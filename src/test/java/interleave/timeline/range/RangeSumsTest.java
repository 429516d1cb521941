package interleave.timeline.range;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What parts of a run came to adds up to what all of it did, wherever that is told. */
class RangeSumsTest {
  @Property(tries = 150)
  void partsOfARunAddUpToTheWhole(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Timeline timeline = story(random, steps);
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
    Timeline timeline = story(random, steps);
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
                        + LaneTimes.of(timeline, lane).in(ThreadState.QUEUE_WAIT))
            .sum();
    assertThat(atLines).isEqualTo(inStates);
    for (WaitingLine line : WaitingLines.of(asked)) {
      assertThat(WaitingLines.at(asked, line.site(), Integer.MAX_VALUE))
          .hasSize((int) line.count())
          .contains(line.longest());
    }
  }

  /** Threads take a lock or two, wait for them, give up, await, put and get; some end in it. */
  private static Timeline story(Random random, int steps) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int[] locks = {
      process.object(ObjectType.LOCK, 1, "a"), process.object(ObjectType.LOCK, 2, "b")
    };
    int queue = process.object(ObjectType.QUEUE, 3, "q");
    Actor[] actors = new Actor[3];
    for (int i = 0; i < actors.length; i++) {
      actors[i] = new Actor(process.thread(i + 1, "T" + i));
    }
    int[] holder = {-1, -1};
    Deque<Long> messages = new ArrayDeque<>();
    long time = 1;
    for (int i = 0; i < steps; i++) {
      time += random.nextInt(5);
      int who = random.nextInt(actors.length);
      Actor actor = actors[who];
      Trace.Thread thread = actor.thread.at(time).in("f", 10 + random.nextInt(3));
      if (actor.wants >= 0) {
        if (holder[actor.wants] < 0) {
          thread.event(LOCK_ACQUIRED, locks[actor.wants], time - actor.since);
          holder[actor.wants] = who;
          actor.wants = -1;
        } else if (random.nextInt(4) == 0) {
          thread.event(LOCK_ABANDONED, locks[actor.wants]);
          actor.wants = -1;
        }
      } else if (actor.awaits >= 0) {
        if (holder[actor.awaits] < 0) {
          thread.event(WAIT_END, locks[actor.awaits]);
          holder[actor.awaits] = who;
          actor.awaits = -1;
        }
      } else if (actor.gets) {
        if (!messages.isEmpty()) {
          thread.event(GET, queue, messages.remove());
          actor.gets = false;
        }
      } else {
        int lock = random.nextInt(2);
        switch (random.nextInt(4)) {
          case 0 -> {
            if (holder[lock] == who) {
              boolean awaits = random.nextInt(3) == 0;
              thread.event(awaits ? WAIT_BEGIN : LOCK_RELEASED, locks[lock]);
              actor.awaits = awaits ? lock : -1;
              holder[lock] = -1;
            }
          }
          case 1 -> {
            if (holder[lock] != who) {
              thread.event(LOCK_REQUEST, locks[lock]);
              actor.wants = lock;
              actor.since = time;
            }
          }
          case 2 -> {
            thread.event(PUT, queue, i + 1);
            messages.add(i + 1L);
          }
          default -> {
            thread.event(GET_REQUEST, queue);
            actor.gets = true;
          }
        }
      }
    }
    actors[0].thread.at(time + 1).event(SLEEP_BEGIN);
    return trace.end();
  }

  /** What one thread is at. */
  private static final class Actor {
    final Trace.Thread thread;
    int wants = -1;
    int awaits = -1;
    long since;
    boolean gets;

    Actor(Trace.Thread thread) {
      this.thread = thread;
    }
  }
}
