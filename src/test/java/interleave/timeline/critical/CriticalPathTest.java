package interleave.timeline.critical;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.Spans;
import interleave.timeline.Story;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "Bank");
  private final Trace.Thread one = process.thread(1, "one");
  private final Trace.Thread two = process.thread(2, "two");
  private final Trace.Thread three = process.thread(3, "three");

  @Property(tries = 300)
  void itHasNoGapsAndIsNoLongerThanTheRangeAndChangesLaneOnlyWhereOneLetAnotherGoOn(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int steps) {
    Story story = Story.tell(random, steps);
    Timeline timeline = story.timeline();
    long length = timeline.now() - timeline.start();
    long one = timeline.start() + random.nextLong(length + 1);
    long other = timeline.start() + random.nextLong(length + 1);
    TimeRange range =
        random.nextBoolean() ? TimeRange.whole(timeline) : TimeRange.between(one, other);
    CriticalPath path = PathFinder.of(new Inquiry(timeline, range, Patience.ENDLESS));
    assertThat(path.length()).isLessThanOrEqualTo(range.length());
    List<Leg> legs = path.legs();
    if (legs.isEmpty()) {
      return;
    }
    assertThat(legs.getLast().to()).isEqualTo(range.to());
    assertThat(legs.getFirst().from()).isGreaterThanOrEqualTo(range.from());
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      assertThat(leg.from()).isLessThanOrEqualTo(leg.to());
      assertThat(leg.since()).isBetween(leg.from(), leg.to());
      if (i > 0) {
        assertThat(leg.from()).isEqualTo(legs.get(i - 1).to());
      }
      Release by = leg.by();
      if (by != null) {
        long thread = timeline.lanes().get(by.lane()).id();
        assertThat(story.released()).contains(new Story.Said(thread, by.time()));
        assertThat(by.lane()).isNotEqualTo(leg.lane());
        if (i > 0) {
          assertThat(legs.get(i - 1).lane()).isEqualTo(by.lane());
        }
      }
    }
  }

  @Test
  void itGoesFromAWaitToWhoHadTheLockAndTellsWhere() {
    int lock = process.object(ObjectType.LOCK, 1, "till");
    one.at(0).event(THREAD_BEGIN);
    two.at(2).event(THREAD_BEGIN);
    one.in("keep", 7).at(5).event(LOCK_ACQUIRED, lock);
    two.in("want", 9).at(10).event(LOCK_REQUEST, lock);
    one.in("give", 8).at(40).event(LOCK_RELEASED, lock);
    two.in("want", 9).at(42).event(LOCK_ACQUIRED, lock, 32);
    one.at(50).event(THREAD_END);
    two.at(90).event(LOCK_RELEASED, lock);
    two.at(100).event(THREAD_END);
    Timeline timeline = trace.end();
    CriticalPath path = PathFinder.of(Inquiry.whole(timeline));
    Release let =
        new Release(0, 40, Release.Cause.LOCK, new ThingRef.Hold(0, 5), site(timeline, 7));
    assertThat(path.legs())
        .containsExactly(new Leg(0, 0, 0, 40, null), new Leg(1, 40, 42, 100, let));
    assertThat(path.unknown(timeline)).isZero();
    assertThat(path.lanes().getFirst().getKey()).isEqualTo(1);
    Chain chain = Chain.at(timeline, 1, 20);
    assertThat(chain.links()).extracting(Chain.Link::lane).containsExactly(1, 0);
    assertThat(chain.ring()).isFalse();
  }

  @Test
  void aMessageThatWasThereBeforeAnybodyWaitedForItLeadsNowhere() {
    int queue = process.object(ObjectType.QUEUE, 1, "q");
    one.at(0).event(THREAD_BEGIN);
    two.at(0).event(THREAD_BEGIN);
    one.at(10).event(PUT, queue, 1);
    one.at(12).event(THREAD_END);
    two.at(20).event(GET_REQUEST, queue);
    two.at(30).event(GET, queue, 1);
    two.at(40).event(THREAD_END);
    Timeline timeline = trace.end();
    CriticalPath path = PathFinder.of(Inquiry.whole(timeline));
    assertThat(path.legs()).containsExactly(new Leg(1, 0, 0, 40, null));
    assertThat(path.unknown(timeline)).isEqualTo(10);
  }

  @Test
  void aThreadThatAPoolStartedForATaskLeadsToWhoHandedThatIn() {
    int pool = process.object(ObjectType.POOL, 1, "pool");
    one.at(0).event(THREAD_BEGIN);
    one.at(10).event(TASK_SUBMITTED, 0, pool, 1, "task");
    two.at(14).event(THREAD_BEGIN);
    two.at(15).event(TASK_STARTED, pool, 1);
    one.at(20).event(RESULT_WAIT_BEGIN, pool, 0);
    two.at(60).event(TASK_ENDED, pool, 1);
    one.at(62).event(RESULT_WAIT_END, pool, 0);
    two.at(64).event(THREAD_END);
    one.at(70).event(THREAD_END);
    CriticalPath path = PathFinder.of(Inquiry.whole(trace.end()));
    Release given = new Release(0, 10, Release.Cause.TASK_GIVEN, new ThingRef.Task(0, 0), 0);
    Release ended = new Release(1, 60, Release.Cause.TASK_ENDED, new ThingRef.Task(0, 0), 0);
    assertThat(path.legs())
        .containsExactly(
            new Leg(0, 0, 0, 10, null),
            new Leg(1, 10, 14, 60, given),
            new Leg(0, 60, 62, 70, ended));
  }

  @Test
  void ofTheTasksOfAPoolTheLastEndsTheWaitForAllAndNoneWhereOthersGoOn() {
    int pool = process.object(ObjectType.POOL, 1, "pool");
    one.at(0).event(THREAD_BEGIN);
    one.at(1).event(TASK_SUBMITTED, 0, pool, 1, "a");
    one.at(2).event(TASK_SUBMITTED, 0, pool, 2, "b");
    two.at(3).event(TASK_STARTED, pool, 1);
    three.at(4).event(TASK_STARTED, pool, 2);
    one.at(5).event(RESULT_WAIT_BEGIN, pool, 0);
    two.at(40).event(TASK_ENDED, pool, 1);
    one.at(50).event(RESULT_WAIT_END, Flags.TIMED_OUT, pool, 0, "");
    one.at(60).event(RESULT_WAIT_BEGIN, pool, 0);
    three.at(80).event(TASK_ENDED, pool, 2);
    one.at(81).event(RESULT_WAIT_END, pool, 0);
    one.at(90).event(THREAD_END);
    Timeline timeline = trace.end();
    Releases releases = new Releases(timeline);
    Spans spans = timeline.lanes().get(0).spans();
    assertThat(releases.of(0, spans.at(30))).as("given up").isNull();
    assertThat(releases.of(0, spans.at(70)))
        .isEqualTo(new Release(2, 80, Release.Cause.TASK_ENDED, new ThingRef.Task(0, 1), 0));
  }

  @Test
  void aDaemonThatRunsOnIsNotWhatARunTookAsLongFor() {
    one.at(0).event(THREAD_BEGIN);
    one.at(40).event(THREAD_END);
    Trace.Thread daemon = process.thread(4, "beat");
    daemon.event(DEFINE_THREAD, Flags.DAEMON, 0, 4, "beat");
    daemon.at(1).event(THREAD_BEGIN);
    daemon.at(50).event(THREAD_END);
    CriticalPath path = PathFinder.of(Inquiry.whole(trace.end()));
    assertThat(path.legs().getFirst()).isEqualTo(new Leg(0, 0, 0, 40, null));
    assertThat(path.stillSince()).isEqualTo(40);
  }

  @Test
  void inADeadlockItEndsWithTheTimeInWhichNothingRan() {
    int a = process.object(ObjectType.LOCK, 1, "a");
    int b = process.object(ObjectType.LOCK, 2, "b");
    one.at(0).event(THREAD_BEGIN);
    two.at(1).event(THREAD_BEGIN);
    one.at(2).event(LOCK_ACQUIRED, a);
    two.at(3).event(LOCK_ACQUIRED, b);
    one.at(10).event(LOCK_REQUEST, b);
    two.at(20).event(LOCK_REQUEST, a);
    three.at(0).event(THREAD_BEGIN);
    three.at(5).event(THREAD_END);
    trace.store.advance(Long.MAX_VALUE);
    Timeline live = trace.store.snapshot();
    TimeRange range = new TimeRange(0, 100);
    CriticalPath path = PathFinder.of(new Inquiry(live, range, Patience.ENDLESS));
    assertThat(path.stillSince()).isEqualTo(20);
    assertThat(path.legs().getLast().isStill()).isTrue();
    Chain chain = Chain.at(live, 0, 30);
    assertThat(chain.ring()).isTrue();
    assertThat(chain.links()).extracting(Chain.Link::lane).containsExactly(0, 1);
  }

  private static int site(Timeline timeline, int line) {
    for (int i = 0; i < timeline.sites().size(); i++) {
      if (timeline.sites().get(i).line() == line) {
        return i;
      }
    }
    return 0;
  }
}
