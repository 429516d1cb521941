package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import interleave.timeline.tableau.TableauDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlocksTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process table = trace.process(7, "Table");
  private final Trace.Thread anna = table.thread(1, "Anna");
  private final Trace.Thread ben = table.thread(2, "Ben");
  private final int fork = table.object(ObjectType.LOCK, 0, "Table.fork");
  private final int knife = table.object(ObjectType.MONITOR, 0, "Table.knife");

  private void ring() {
    anna.at(10 * MS).event(LOCK_ACQUIRED, fork);
    ben.at(20 * MS).event(LOCK_ACQUIRED, knife);
    anna.at(30 * MS).event(LOCK_REQUEST, knife);
    ben.at(40 * MS).event(LOCK_REQUEST, fork);
  }

  private static List<String> show(Timeline timeline, Deadlock deadlock) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < deadlock.members().size(); i++) {
      Deadlock.Member member = deadlock.members().get(i);
      steps.add(
          timeline.lanes().get(member.lane()).name()
              + " "
              + timeline.locks().get(member.lock()).name()
              + " "
              + timeline.lanes().get(deadlock.holder(i)).name());
    }
    return steps;
  }

  @Test
  void whoNeverGetsALockHasAskedForItAllTheSame() {
    ring();
    trace.store.advance(1_000 * MS);
    assertThat(trace.store.snapshot().locks())
        .hasSize(2)
        .allMatch(lock -> lock.unmet() == 1 && lock.contention() == 0.5);
    assertThat(trace.end().locks()).allMatch(lock -> lock.contention() == 0.5);
  }

  @Test
  void aRingIsFoundWhileItLasts() {
    ring();
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks()).hasSize(1);
    Deadlock deadlock = timeline.deadlocks().getFirst();
    assertThat(show(timeline, deadlock)).containsExactly("Ben fork Anna", "Anna knife Ben");
    assertThat(deadlock.since()).isEqualTo(40 * MS);
    assertThat(deadlock.end()).isEqualTo(Timeline.OPEN);
    assertThat(deadlock.resolved()).isFalse();
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .isEqualTo(
            "A deadlock: Ben waits for lock fork, held by Anna; Anna waits for monitor knife, held"
                + " by Ben. None of them can go on.");
  }

  @Test
  void onlyItsProcessEndIsTheEndOfADeadlock() {
    ring();
    trace.engine(2_000 * MS, CHILD_EXIT, Flags.SIGNAL, 15L << 32 | 7, null);
    Timeline timeline = trace.end();
    assertThat(timeline.deadlocks())
        .singleElement()
        .satisfies(
            deadlock -> {
              assertThat(deadlock.end()).isEqualTo(2_000 * MS);
              assertThat(deadlock.resolved()).isFalse();
            });
    assertThat(Summaries.of(timeline).deadlocks())
        .singleElement()
        .satisfies(
            deadlock -> {
              assertThat(deadlock.resolved()).isFalse();
              assertThat(deadlock.sentence()).startsWith("A deadlock: ");
              assertThat(deadlock.members())
                  .extracting(member -> member.waits().thread() + " " + member.lock())
                  .containsExactly("2 fork", "1 knife");
            });
  }

  @Test
  void aRingInWhichOneGivesUpCameApart() {
    ring();
    ben.at(90 * MS).event(LOCK_ABANDONED, Flags.TIMED_OUT, fork, 0, null);
    ben.at(91 * MS).event(LOCK_RELEASED, knife);
    anna.at(92 * MS).event(LOCK_ACQUIRED, knife);
    Timeline timeline = trace.end();
    assertThat(timeline.deadlocks())
        .extracting(Deadlock::resolved, Deadlock::end)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(true, 90 * MS));
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .startsWith("For 50 ms this was a ring of waits: ");
    assertThat(Explanation.sentence(timeline, new ThingRef.Lock(0))).doesNotContain("deadlock");
  }

  @Test
  void aRingMayBeOfManyThreads() {
    int[] locks = new int[20];
    Trace.Thread[] threads = new Trace.Thread[20];
    for (int i = 0; i < 20; i++) {
      locks[i] = table.object(ObjectType.LOCK, 0, "lock" + i);
      threads[i] = table.thread(100 + i, "T" + i);
      threads[i].at(MS + i).event(LOCK_ACQUIRED, locks[i]);
    }
    for (int i = 0; i < 20; i++) {
      threads[i].at(2 * MS + i).event(LOCK_REQUEST, locks[(i + 1) % 20]);
    }
    anna.at(3 * MS).event(LOCK_REQUEST, locks[3]); // waits for the ring, but is no part of it
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks()).hasSize(1);
    assertThat(timeline.deadlocks().getFirst().members()).hasSize(20);
    assertThat(timeline.deadlocks().getFirst().hasLane(0)).isFalse();
    assertThat(Standstill.of(timeline).isWhole()).isTrue();
  }

  @Test
  void waitsThatEndAreNoRing() {
    anna.at(1).event(LOCK_ACQUIRED, fork);
    ben.at(2).event(LOCK_ACQUIRED, knife);
    anna.at(3).event(LOCK_REQUEST, knife);
    ben.at(4).event(LOCK_RELEASED, knife);
    ben.at(5).event(LOCK_REQUEST, fork);
    anna.at(6).event(LOCK_ACQUIRED, knife);
    assertThat(trace.end().deadlocks()).isEmpty();
  }

  @Test
  void aReaderWhoWantsToWriteWaitsForItself() {
    int shelf = table.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    anna.at(1).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    anna.at(2).event(LOCK_REQUEST, shelf);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks()).hasSize(1);
    assertThat(show(timeline, timeline.deadlocks().getFirst())).containsExactly("Anna shelf Anna");
  }

  @Test
  void writersWaitForAllReadersAndReadersForNone() {
    int shelf = table.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    Trace.Thread carl = table.thread(3, "Carl");
    anna.at(1).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    ben.at(2).event(LOCK_ACQUIRED, fork);
    carl.at(3).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    anna.at(4).event(LOCK_REQUEST, fork);
    ben.at(5).event(LOCK_REQUEST, Flags.SHARED, shelf, 0, null);
    ben.at(6).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    ben.at(7).event(LOCK_RELEASED, Flags.SHARED, shelf, 0, null);
    trace.store.advance(500 * MS);
    assertThat(trace.store.snapshot().deadlocks()).isEmpty();
    ben.at(600 * MS).event(LOCK_REQUEST, shelf);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks()).hasSize(1);
    assertThat(show(timeline, timeline.deadlocks().getFirst()))
        .containsExactly("Ben shelf Anna", "Anna fork Ben");
  }

  @Test
  void whoJoinsADeadlockedThreadStandsStillAndWhoSleepsDoesNot() {
    Trace.Thread main = table.thread(3, "main");
    main.at(1).event(THREAD_BEGIN);
    ring();
    main.at(50 * MS).event(SLEEP_BEGIN, 0, 5_000 * MS);
    trace.store.advance(1_000 * MS);
    assertThat(Standstill.of(trace.store.snapshot()).isWhole()).isFalse();
    main.at(1_100 * MS).event(SLEEP_END);
    main.at(1_101 * MS).event(JOIN_BEGIN, 0, 1);
    trace.store.advance(2_000 * MS);
    assertThat(Standstill.of(trace.store.snapshot()).isWhole()).isTrue();
  }

  @Test
  void aRingInWhichAWaitHasALimitIsNoDeadlock() {
    anna.at(10 * MS).event(LOCK_ACQUIRED, fork);
    ben.at(20 * MS).event(LOCK_ACQUIRED, knife);
    anna.at(30 * MS).event(LOCK_REQUEST, knife);
    ben.at(40 * MS).event(WAIT_LIMIT, fork, 4_000 * MS);
    ben.at(40 * MS).event(LOCK_REQUEST, fork);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks())
        .singleElement()
        .matches(ring -> ring.certainty() == Deadlock.Certainty.FOR_A_WHILE && ring.isPassing());
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .isEqualTo(
            "A ring of waits: Ben waits at most 4 s for lock fork, held by Anna; Anna waits for"
                + " monitor knife, held by Ben. It comes apart by itself.");
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(1, 40 * MS)))
        .endsWith("It waits at most 4 s.");
    assertThat(timeline.lanes().get(1).spans().limit(1)).isEqualTo(4_000 * MS);
    assertThat(Standstill.of(timeline).isWhole()).isFalse();
  }

  @Test
  void aLimitIsOfTheWaitThatItIsSaidBefore() {
    anna.at(10 * MS).event(LOCK_ACQUIRED, fork);
    ben.at(20 * MS).event(LOCK_ACQUIRED, knife);
    ben.at(21 * MS).event(WAIT_LIMIT, 0, 5 * MS);
    ben.at(21 * MS).event(JOIN_BEGIN, 0, 1);
    ben.at(26 * MS).event(JOIN_END, Flags.TIMED_OUT, 1);
    anna.at(30 * MS).event(LOCK_REQUEST, knife);
    ben.at(40 * MS).event(LOCK_REQUEST, fork);
    trace.store.advance(1_000 * MS);
    assertThat(trace.store.snapshot().deadlocks())
        .singleElement()
        .matches(ring -> ring.certainty() == Deadlock.Certainty.FOR_EVER);
  }

  @Test
  void whoWaitsForALockThatAnyoneMayReleaseIsNeverInARingForSure() {
    int door = table.object(ObjectType.OPEN_LOCK, 0, "door");
    anna.at(10 * MS).event(LOCK_ACQUIRED, door);
    ben.at(20 * MS).event(LOCK_ACQUIRED, knife);
    anna.at(30 * MS).event(LOCK_REQUEST, knife);
    ben.at(40 * MS).event(LOCK_REQUEST, door);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.deadlocks())
        .singleElement()
        .matches(ring -> ring.certainty() == Deadlock.Certainty.UNLESS_RELEASED);
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .contains("Ben waits for lock door, held by Anna unless another thread releases it")
        .doesNotContain("None of them can go on");
  }

  @Test
  void aLockThatServesAsASignalIsNoRingAndItsWaitCounts() {
    int done = table.object(ObjectType.OPEN_LOCK, 0, "done");
    anna.at(10 * MS).event(LOCK_ACQUIRED, done);
    ben.at(11 * MS).event(SLEEP_BEGIN, 0, 3_000 * MS);
    anna.at(20 * MS).event(LOCK_REQUEST, done);
    trace.store.advance(1_000 * MS);
    assertThat(trace.store.snapshot().deadlocks()).isEmpty();
    Summary.Lock lasting = Summaries.of(trace.store.snapshot()).locks().getFirst();
    assertThat(lasting.contended()).isEqualTo(1);
    assertThat(lasting.waitNs()).isGreaterThanOrEqualTo(900 * MS);
    anna.at(3_011 * MS).event(LOCK_RELEASED, Flags.ON_BEHALF, done, 0, null);
    anna.at(3_012 * MS).event(LOCK_ACQUIRED, done, 2_992 * MS);
    Summary.Lock lock = Summaries.of(trace.end()).locks().getFirst();
    assertThat(lock.acquires()).isEqualTo(2);
    assertThat(lock.contended()).isEqualTo(1);
    assertThat(lock.waitNs()).isEqualTo(2_992 * MS);
  }

  @Test
  void aWaitThatWasGivenUpIsOneThatMetAnother() {
    anna.at(10 * MS).event(LOCK_ACQUIRED, fork);
    ben.at(20 * MS).event(LOCK_REQUEST, fork);
    ben.at(60 * MS).event(LOCK_ABANDONED, Flags.TIMED_OUT, fork, 0, null);
    Summary.Lock lock = Summaries.of(trace.end()).locks().getFirst();
    assertThat(lock.contended()).isEqualTo(1);
    assertThat(lock.waitNs()).isEqualTo(40 * MS);
    assertThat(lock.longestWaitNs()).isEqualTo(40 * MS);
  }

  @Test
  void aReaderWaitsBehindTheWriterAndNotForAReader() {
    int shelf = table.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    Trace.Thread carl = table.thread(3, "Carl");
    anna.at(10 * MS).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    ben.at(20 * MS).event(LOCK_ACQUIRED, fork);
    carl.at(30 * MS).event(LOCK_REQUEST, shelf);
    anna.at(40 * MS).event(LOCK_REQUEST, fork);
    ben.at(50 * MS).event(LOCK_REQUEST, Flags.SHARED, shelf, 0, null);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .isEqualTo(
            "A deadlock: Ben waits to share lock shelf, behind Carl, who waits to have it alone;"
                + " Carl waits for lock shelf, held by Anna; Anna waits for lock fork, held by Ben."
                + " None of them can go on.");
  }

  @Test
  void theSentenceOfAReadersWaitNamesTheWriter() {
    int shelf = table.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    Trace.Thread carl = table.thread(3, "Carl");
    anna.at(10 * MS).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    carl.at(30 * MS).event(LOCK_REQUEST, shelf);
    ben.at(50 * MS).event(LOCK_REQUEST, Flags.SHARED, shelf, 0, null);
    anna.at(60 * MS).event(LOCK_RELEASED, Flags.SHARED, shelf, 0, null);
    carl.at(61 * MS).event(LOCK_ACQUIRED, shelf, 31 * MS);
    carl.at(70 * MS).event(LOCK_RELEASED, shelf);
    ben.at(71 * MS).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 21 * MS, null);
    assertThat(Explanation.sentence(trace.end(), new ThingRef.Span(1, 50 * MS)))
        .isEqualTo("Ben waited 21 ms for lock shelf, behind Carl, which waited to have it alone.");
  }

  @Test
  void aLockStaysHeldByAThreadThatEndedWithoutReleasingItAndAMonitorDoesNot() {
    anna.at(10 * MS).event(LOCK_ACQUIRED, fork);
    anna.at(11 * MS).event(LOCK_ACQUIRED, knife);
    anna.at(12 * MS).event(THREAD_END);
    ben.at(20 * MS).event(LOCK_REQUEST, fork);
    trace.store.advance(1_000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.locks().getFirst().holds().end(0)).isEqualTo(Timeline.OPEN);
    assertThat(timeline.locks().getLast().holds().end(0)).isEqualTo(12 * MS);
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(1, 20 * MS)))
        .endsWith("for lock fork, held by Anna, which ended without releasing it.");
    assertThat(Explanation.sentence(timeline, new ThingRef.Hold(0, 10 * MS)))
        .contains("though it ended without releasing it");
    assertThat(Summaries.of(timeline).locks().getFirst().holdNs()).isGreaterThan(900 * MS);
    ben.at(1_100 * MS).event(LOCK_ACQUIRED, fork, 1_080 * MS); // released by nobody that was seen
    assertThat(trace.end().locks().getFirst().holds().end(0)).isEqualTo(1_100 * MS);
  }

  @Test
  void thoseWhoShareALockDoNotHoldItForLongerThanItWasHeld() {
    int shelf = table.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    anna.at(10 * MS).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    ben.at(10 * MS).event(LOCK_ACQUIRED, Flags.SHARED, shelf, 0, null);
    anna.at(40 * MS).event(LOCK_RELEASED, Flags.SHARED, shelf, 0, null);
    ben.at(40 * MS).event(LOCK_RELEASED, Flags.SHARED, shelf, 0, null);
    ben.at(100 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    LockTrack lock = timeline.locks().getFirst();
    assertThat(lock.holdNs()).isEqualTo(60 * MS);
    assertThat(lock.heldNs(timeline.start(), timeline.now())).isEqualTo(30 * MS);
  }

  @Test
  void aDeadlockIsDrawnOnLanesLocksAndStage() {
    ring();
    trace.engine(200 * MS, CHILD_EXIT, Flags.SIGNAL, 15L << 32 | 7, null);
    Timeline timeline = trace.end();
    View view = View.of(timeline, Viewport.of(0, 200 * MS), PictureAreas.of(900, 600));
    List<Mark> marks =
        new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(view).list().marks();
    assertThat(marks)
        .filteredOn(
            mark -> mark instanceof Mark.Outline outline && outline.role().name().equals("RED"))
        .as("a frame for each wait and each hold")
        .hasSize(4);
    assertThat(marks)
        .anyMatch(mark -> mark instanceof Mark.Text words && words.text().equals("Deadlock"));
    long time = InitialPlayhead.of(timeline);
    assertThat(timeline.deadlocks().getFirst().lastsAt(time)).isTrue();
    String stage =
        new TableauDrawing(TextMetrics.even()).draw(timeline, time, null, 900).list().text();
    assertThat(stage)
        .contains("RED a deadlock: each waits for what the next one holds")
        .containsPattern("arrow .* RED DASHED")
        .containsPattern("line .* RED SOLID");
  }
}
