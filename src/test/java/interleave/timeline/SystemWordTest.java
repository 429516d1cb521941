package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.explain.Explanation;
import interleave.timeline.summary.Summaries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the system says of threads, laid over what they say themselves. */
class SystemWordTest {
  private static final long MS = 1_000_000;
  private static final int PID = 7;
  private static final int TID = 70;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(PID, "Sampled");
  private final Trace.Thread ann = program.thread(1, "Ann");

  private void begins() {
    ann.at(0).event(NATIVE_THREAD, 0, 0, TID, null);
    ann.at(0).event(THREAD_BEGIN);
  }

  private void looked(long at, NativeState state, long window, long ran, long ready) {
    looked(at, TID, state, WaitChannel.FUTEX, window, ran, ready, null);
  }

  private void looked(
      long at,
      int tid,
      NativeState state,
      WaitChannel channel,
      long window,
      long ran,
      long ready,
      String name) {
    ThreadSample sample = new ThreadSample(tid, window * MS, ran * MS, ready * MS);
    trace.system(at * MS, PID, state, channel, sample, name);
  }

  private static long ms(Spans spans, ThreadState state) {
    return Math.round(spans.nanosIn(state, 0, Long.MAX_VALUE - 1) / 1e6);
  }

  private static List<String> shown(Spans spans) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      long from = Math.round(spans.start(i) / 1e6);
      long to = Math.round(spans.end(i) / 1e6);
      if (from < to) {
        all.add(spans.state(i) + " " + from + "-" + to);
      }
    }
    return all;
  }

  @Test
  void whoSleepsByTheSystemsWordDoesNotRun() {
    begins();
    looked(10, NativeState.RUNNING, 0, 0, 0);
    looked(20, NativeState.ASLEEP, 10, 4, 0);
    ann.at(1000 * MS).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    assertThat(shown(spans)).containsExactly("RUNNING 0-14", "UNTRACED_WAIT 14-1000");
    assertThat(spans.label(1)).isEqualTo("futex wait");
    assertThat(ms(spans, ThreadState.RUNNING)).isEqualTo(14);
    assertThat(ms(spans, ThreadState.UNTRACED_WAIT)).isEqualTo(986);
    for (int i = 0; i < spans.size(); i++) {
      assertThat(spans.at(spans.start(i))).isEqualTo(i);
    }
  }

  @Test
  void whatServesALibraryOnlyHasNoThreadsOfTheProgramHoweverMany() {
    begins();
    ann.at(5 * MS).event(CHILD_START, Flags.SERVICE, 0, 8, "broker");
    for (int tid = 80; tid < 100; tid++) {
      ThreadSample sample = new ThreadSample(tid, 0, 0, 0);
      trace.system(10 * MS, 8, NativeState.ASLEEP, WaitChannel.FUTEX, sample, "Transport");
      trace.system(3_000 * MS, 8, NativeState.ASLEEP, WaitChannel.FUTEX, sample, null);
    }
    ann.at(4_000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes()).hasSize(21);
    assertThat(timeline.crowds()).isEmpty();
    assertThat(timeline.plainLanes()).hasSize(21);
    assertThat(timeline.lanes()).filteredOn(each -> !each.service()).hasSize(1);
  }

  @Test
  void aThreadOfATracedJvmThatNeverGotANameIsTheJvmsOwn() {
    begins();
    for (int tid : new int[] {71, 72}) {
      looked(10, tid, NativeState.RUNNING, WaitChannel.UNKNOWN, 0, 0, 0, "java");
      looked(60, tid, NativeState.RUNNING, WaitChannel.UNKNOWN, 50, 50, 0, null);
    }
    looked(10, 73, NativeState.RUNNING, WaitChannel.UNKNOWN, 0, 0, 0, "mine");
    looked(60, 73, NativeState.RUNNING, WaitChannel.UNKNOWN, 50, 50, 0, null);
    ann.at(100 * MS).event(THREAD_END);
    assertThat(trace.end().lanes())
        .filteredOn(ThreadLane::service)
        .extracting(ThreadLane::name)
        .containsExactlyInAnyOrder("java", "java 2");
    assertThat(trace.end().lanes()).filteredOn(each -> !each.service()).hasSize(2);
  }

  @Test
  void whatAJvmThatStartsSlowlyHadBeforeItsTracerSpokeIsTheJvmsOwn() {
    Trace slow = new Trace();
    slow.engine(0, CHILD_START, 0, PID, "java Slow");
    for (int at = 0; at < 3_000; at += 500) {
      for (int tid : new int[] {71, 72}) {
        ThreadSample sample = new ThreadSample(tid, 500 * MS, 400 * MS, 0);
        slow.system((at + 1) * MS, PID, NativeState.RUNNING, WaitChannel.UNKNOWN, sample, "java");
      }
    }
    slow.store.advance(2_900 * MS);
    assertThat(slow.store.snapshot().lanes()).as("while nobody knows").hasSize(2);
    Trace.Thread main = slow.process(PID, "Slow").thread(1, "main");
    main.at(3_000 * MS).event(NATIVE_THREAD, 0, 0, 71, null).event(THREAD_BEGIN);
    main.at(3_100 * MS).event(THREAD_END);
    assertThat(slow.end().lanes())
        .filteredOn(each -> !each.service())
        .extracting(ThreadLane::name)
        .containsExactly("main");
  }

  @Test
  void whatAPythonThatStartsSlowlyHadBeforeItsTracerSpokeIsNoThreadBesideItsMainThread() {
    Trace slow = new Trace();
    slow.engine(0, CHILD_START, 0, PID, "python3 slow.py");
    for (int at = 0; at < 3_000; at += 500) {
      ThreadSample sample = new ThreadSample(PID, 500 * MS, 400 * MS, 0);
      slow.system((at + 1) * MS, PID, NativeState.RUNNING, WaitChannel.UNKNOWN, sample, "python3");
    }
    slow.store.advance(2_900 * MS);
    assertThat(slow.store.snapshot().lanes()).as("while nobody knows").hasSize(1);
    Trace.Thread main = slow.python(PID, "slow.py", -1).thread(1, "MainThread");
    main.at(3_000 * MS).event(NATIVE_THREAD, 0, 0, PID, null).event(THREAD_BEGIN);
    main.at(3_100 * MS).event(THREAD_END);
    assertThat(slow.end().lanes())
        .filteredOn(each -> !each.service())
        .extracting(ThreadLane::name)
        .containsExactly("MainThread");
  }

  @Test
  void aSpanThatWaitsByItsOwnWordStaysThat() {
    int lock = program.object(interleave.event.ObjectType.LOCK, 0, "lock");
    begins();
    looked(5, NativeState.RUNNING, 0, 0, 0);
    ann.at(10 * MS).event(LOCK_REQUEST, lock);
    looked(15, NativeState.ASLEEP, 10, 5, 0);
    ann.at(100 * MS).event(LOCK_ACQUIRED, lock, 90 * MS);
    looked(105, NativeState.RUNNING, 10, 5, 0);
    ann.at(120 * MS).event(LOCK_RELEASED, lock);
    ann.at(130 * MS).event(THREAD_END);
    assertThat(shown(trace.end().lanes().getFirst().spans()))
        .containsExactly("RUNNING 0-10", "LOCK_WAIT 10-100", "RUNNING 100-130");
  }

  @Test
  void whoWakesAndSleepsAgainWithoutAWordOfTheSystemSleepsStill() {
    begins();
    looked(10, NativeState.ASLEEP, 0, 0, 0);
    for (int i = 1; i < 10; i++) {
      ann.at(100 * i * MS).event(SLEEP_BEGIN, 0, MS);
      ann.at((100 * i + 1) * MS).event(SLEEP_END);
    }
    ann.at(1000 * MS).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    assertThat(ms(spans, ThreadState.SLEEPING)).isEqualTo(9);
    assertThat(ms(spans, ThreadState.UNTRACED_WAIT)).isCloseTo(980, within(3L));
  }

  @Test
  void whoTakesTurnsAtAProcessorIsReadyForTheRest() {
    begins();
    looked(0, NativeState.RUNNING, 0, 0, 0);
    for (int i = 1; i <= 50; i++) {
      looked(10 * i, i % 2 == 0 ? NativeState.RUNNING : NativeState.READY, 10, 5, 5);
    }
    ann.at(500 * MS).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    assertThat(ms(spans, ThreadState.RUNNING)).isCloseTo(250, within(1L));
    assertThat(ms(spans, ThreadState.READY)).isCloseTo(250, within(1L));
    assertThat(ms(spans, ThreadState.UNTRACED_WAIT)).isZero();
  }

  @Test
  void spansLieOneBehindTheOtherWhateverWasSeen() {
    java.util.Random random = new java.util.Random(3);
    begins();
    long time = 0;
    long next = 0;
    while (time < 5_000) {
      time += 1 + random.nextInt(40);
      while (next < time) {
        ann.at(next * MS + 1).event(SLEEP_BEGIN, 0, MS);
        ann.at((next + random.nextInt(3)) * MS + 500_000).event(SLEEP_END);
        next += 3 + random.nextInt(30);
      }
      NativeState[] states = {NativeState.RUNNING, NativeState.READY, NativeState.ASLEEP};
      long window = 1 + random.nextInt(40);
      long ran = random.nextInt((int) window + 1);
      long ready = random.nextInt((int) (window - ran) + 1);
      looked(time, states[random.nextInt(3)], window, ran, ready);
    }
    ann.at(6_000 * MS).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    long sum = 0;
    for (ThreadState state : ThreadState.values()) {
      sum += spans.nanosIn(state, 0, 6_000 * MS);
    }
    assertThat(sum).isEqualTo(6_000 * MS);
    long[] by = new long[ThreadState.values().length];
    for (int i = 0; i < spans.size(); i++) {
      assertThat(spans.end(i)).isGreaterThanOrEqualTo(spans.start(i));
      by[spans.state(i).ordinal()] += spans.end(i) - spans.start(i);
      if (i > 0) {
        assertThat(spans.start(i)).isEqualTo(spans.end(i - 1));
      }
    }
    for (ThreadState state : ThreadState.values()) {
      assertThat(spans.nanosIn(state, 0, 6_000 * MS)).isEqualTo(by[state.ordinal()]);
    }
  }

  @Test
  void nobodyRanAllTheTimeWhoSlept() {
    begins();
    looked(10, NativeState.ASLEEP, 0, 0, 0);
    ann.at(1000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0)))
        .isEqualTo(
            "Ann ran for 10 ms of its 1 s and waited for 990 ms for something that is not"
                + " traced.");
    Spans spans = timeline.lanes().getFirst().spans();
    long wait = spans.start(spans.at(500 * MS));
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(0, wait)))
        .contains("waited for 990 ms", "in a futex wait", "asked from time to time");
    var ns = Summaries.of(timeline).processes().getFirst().threads().getFirst().ns();
    assertThat(ns.untracedWait()).isCloseTo(990 * MS, within(MS));
    assertThat(ns.ready()).isZero();
  }

  @Test
  void whereTheSystemWasNotAskedNothingIsKnownOfIt() {
    begins();
    ann.at(1000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(timeline.seesThreads()).isFalse();
    var ns = Summaries.of(timeline).processes().getFirst().threads().getFirst().ns();
    assertThat(ns.untracedWait()).isNull();
    assertThat(ns.ready()).isNull();
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0)))
        .contains("or waited for something that is not traced");
  }

  @Test
  void aThreadThatOnlyTheSystemKnowsHasALaneOnceItCounts() {
    begins();
    looked(10, 71, NativeState.RUNNING, WaitChannel.UNKNOWN, 0, 0, 0, "ForkJoinPool.co");
    looked(10, 72, NativeState.RUNNING, WaitChannel.UNKNOWN, 0, 0, 0, "helper");
    looked(40, 71, NativeState.ASLEEP, WaitChannel.FUTEX, 30, 20, 5, null);
    looked(40, 72, NativeState.ASLEEP, WaitChannel.FUTEX, 30, 1, 0, null);
    looked(50, 71, NativeState.GONE, WaitChannel.UNKNOWN, 0, 0, 0, null);
    ann.at(100 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    List<ThreadLane> lanes = timeline.lanes();
    assertThat(lanes).extracting(ThreadLane::name).containsExactly("Ann", "common pool worker 1");
    ThreadLane worker = lanes.getLast();
    assertThat(worker.start()).isEqualTo(10 * MS);
    assertThat(worker.end()).isEqualTo(50 * MS);
    assertThat(ms(worker.spans(), ThreadState.RUNNING)).isEqualTo(20);
    assertThat(ms(worker.spans(), ThreadState.READY)).isEqualTo(5);
    assertThat(ms(worker.spans(), ThreadState.UNTRACED_WAIT)).isEqualTo(15);
  }

  @Test
  void aProcessWithoutATracerHasTheLanesThatTheSystemKnows() {
    Trace other = new Trace();
    other.engine(0, CHILD_START, 0, PID, "busy");
    ThreadSample first = new ThreadSample(PID, 0, 0, 0);
    other.system(MS, PID, NativeState.RUNNING, WaitChannel.UNKNOWN, first, "busy");
    ThreadSample slept = new ThreadSample(PID, 20 * MS, 5 * MS, 0);
    other.system(21 * MS, PID, NativeState.ASLEEP, WaitChannel.PIPE_READ, slept, null);
    other.engine(500 * MS, CHILD_EXIT, 0, PID, null);
    Timeline timeline = other.end();
    ThreadLane lane = timeline.lanes().getFirst();
    assertThat(lane.name()).isEqualTo("busy");
    assertThat(lane.end()).isEqualTo(500 * MS);
    assertThat(ms(lane.spans(), ThreadState.UNTRACED_WAIT)).isEqualTo(494);
    assertThat(lane.spans().label(lane.spans().at(400 * MS))).isEqualTo("reads a pipe");
    assertThat(timeline.processes().getFirst().lanes()).containsExactly(0);
  }

  @Test
  void aNumberThatIsGivenAgainIsThatOfTheNextThread() {
    begins();
    looked(10, NativeState.ASLEEP, 0, 0, 0);
    ann.at(50 * MS).event(THREAD_END);
    looked(60, NativeState.GONE, 0, 0, 0);
    Trace.Thread bob = program.thread(2, "Bob");
    bob.at(100 * MS).event(NATIVE_THREAD, 0, 0, TID, null);
    bob.at(100 * MS).event(THREAD_BEGIN);
    looked(110, NativeState.RUNNING, 0, 0, 0);
    looked(120, NativeState.ASLEEP, 10, 5, 0);
    bob.at(200 * MS).event(THREAD_END);
    List<ThreadLane> lanes = trace.end().lanes();
    assertThat(ms(lanes.get(0).spans(), ThreadState.UNTRACED_WAIT)).isEqualTo(40);
    assertThat(ms(lanes.get(1).spans(), ThreadState.UNTRACED_WAIT)).isEqualTo(85);
  }

  @Test
  void aProcessThatSaysNothingMoreLivesUntilTheSystemKnowsItNoMore() {
    begins();
    looked(10, PID, NativeState.ASLEEP, WaitChannel.FUTEX, 0, 0, 0, "java");
    looked(8_000, PID, NativeState.GONE, WaitChannel.UNKNOWN, 0, 0, 0, null);
    Timeline timeline = trace.end();
    assertThat(timeline.processes().getFirst().end()).isEqualTo(8_000 * MS);
    assertThat(timeline.lanes().getFirst().end()).isEqualTo(8_000 * MS);
  }

  @Test
  void aThreadThatIsGoneWithoutAWordHasEnded() {
    Trace.Thread bob = program.thread(2, "Bob");
    begins();
    bob.at(0).event(NATIVE_THREAD, 0, 0, 71, null);
    bob.at(0).event(THREAD_BEGIN);
    looked(10, 71, NativeState.ASLEEP, WaitChannel.FUTEX, 0, 0, 0, null);
    looked(100, 71, NativeState.GONE, WaitChannel.UNKNOWN, 0, 0, 0, null);
    ann.at(1000 * MS).event(OUTPUT, 0, 0, 0, "last");
    trace.engine(1000 * MS, CHILD_EXIT, 0, PID, null);
    List<ThreadLane> lanes = trace.end().lanes();
    assertThat(lanes).extracting(ThreadLane::end).containsExactly(1000 * MS, 100 * MS);
  }

  @Test
  void aThreadThatIsGoneAfterTheLastWordOfItsProcessEndsWithItHoweverLongThatTakes() {
    Trace.Thread bob = program.thread(2, "Bob");
    begins();
    bob.at(0).event(NATIVE_THREAD, 0, 0, 71, null);
    bob.at(0).event(THREAD_BEGIN);
    looked(10, 71, NativeState.ASLEEP, WaitChannel.FUTEX, 0, 0, 0, null);
    ann.at(100 * MS).event(PROCESS_END);
    looked(110, 71, NativeState.GONE, WaitChannel.UNKNOWN, 0, 0, 0, null);
    looked(900, NativeState.ASLEEP, 0, 0, 0);
    trace.engine(1000 * MS, CHILD_EXIT, 0, PID, null);
    List<ThreadLane> lanes = trace.end().lanes();
    assertThat(lanes).extracting(ThreadLane::end).containsExactly(1000 * MS, 1000 * MS);
  }

  @Test
  void ofACrowdIsCountedWhatTheSystemSays() {
    for (int i = 1; i <= 40; i++) {
      Trace.Thread each = program.thread(i, "worker " + i);
      each.at(i).event(NATIVE_THREAD, 0, 0, 100 + i, null);
      each.at(i).event(THREAD_BEGIN);
      looked(10, 100 + i, NativeState.ASLEEP, WaitChannel.ACCEPT, 0, 0, 0, null);
      each.at(500 * MS).event(SLEEP_BEGIN, 0, MS);
      each.at(600 * MS).event(SLEEP_END);
      looked(700, 100 + i, NativeState.READY, WaitChannel.UNKNOWN, 10, 0, 10, null);
      each.at(1000 * MS + i).event(THREAD_END);
    }
    CrowdTrack crowd = trace.end().crowds().getFirst();
    int threads = crowd.count(ThreadState.RUNNING, 5 * MS);
    assertThat(threads).isGreaterThan(20);
    assertThat(crowd.count(ThreadState.RUNNING, 100 * MS)).isZero();
    assertThat(crowd.count(ThreadState.UNTRACED_WAIT, 100 * MS)).isEqualTo(threads);
    assertThat(crowd.count(ThreadState.UNTRACED_WAIT, 550 * MS)).isZero();
    assertThat(crowd.count(ThreadState.SLEEPING, 550 * MS)).isEqualTo(threads);
    assertThat(crowd.count(ThreadState.READY, 800 * MS)).isEqualTo(threads);
    assertThat(crowd.count(ThreadState.READY, 1001 * MS)).isZero();
  }

  @Test
  void aZombieHasEndedWhenItDied() {
    begins();
    trace.engine(MS, CHILD_START, Flags.FORK, 9L, "child");
    Trace.Thread child = trace.process(9, "child", PID).thread(1, "MainThread");
    child.at(2 * MS).event(NATIVE_THREAD, 0, 0, 9, null);
    child.at(2 * MS).event(THREAD_BEGIN);
    ThreadSample sample = new ThreadSample(9, 10 * MS, MS, 0);
    trace.system(50 * MS, 9, NativeState.ZOMBIE, WaitChannel.UNKNOWN, sample, null);
    ann.at(900 * MS).event(CHILD_EXIT, 0, 0, 9, null);
    ann.at(1000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    ProcessTrack dead = timeline.processes().getLast();
    assertThat(dead.died()).as("it has not run since").isBetween(40 * MS, 42 * MS);
    assertThat(dead.end()).isEqualTo(900 * MS);
    assertThat(timeline.lanes().get(dead.lanes().getFirst()).end()).isEqualTo(dead.died());
  }
}
