package interleave.timeline.derive;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.ObjectType;
import interleave.timeline.LockTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is answered quickly is what counting by hand answers. */
class StoreOracleTest {
  @Property(tries = 200)
  void timeInAStateIsWhatCountingGives(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int steps) {
    Trace trace = new Trace();
    Trace.Thread thread = trace.process(1, "p").thread(1, "t");
    int end = 10 * steps + 20;
    ThreadState[] truth = new ThreadState[end + 1];
    long time = 1 + random.nextInt(10);
    long from = time;
    thread.at(time).event(THREAD_BEGIN);
    ThreadState state = ThreadState.RUNNING;
    for (int i = 0; i < steps; i++) {
      long next = time + random.nextInt(10);
      Arrays.fill(truth, (int) time, (int) next, state);
      state = state == ThreadState.RUNNING ? ThreadState.SLEEPING : ThreadState.RUNNING;
      thread.at(next).event(state == ThreadState.SLEEPING ? SLEEP_BEGIN : SLEEP_END);
      time = next;
    }
    thread.at(time).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    for (int i = 0; i < 20; i++) {
      int a = random.nextInt(end);
      int b = a + random.nextInt(end - a);
      for (ThreadState each : ThreadState.values()) {
        long counted = Arrays.stream(truth, a, b).filter(is -> is == each).count();
        assertThat(spans.nanosIn(each, a, b)).isEqualTo(counted);
      }
      int at = spans.at(a);
      assertThat(a < from ? at == -1 : spans.start(at) <= a).isTrue();
    }
  }

  /**
   * Two threads add and subtract; what is missing in the end is what the stale writes threw away.
   */
  @Property(tries = 200)
  void theSumOfAllUpdatesLessTheLostOnesIsTheFinalValue(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int updates) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int variable = process.object(ObjectType.VARIABLE, 0, "balance");
    Trace.Thread[] lanes = new Trace.Thread[2];
    long[] held = new long[2];
    boolean[] hasRead = new boolean[2];
    for (int i = 0; i < 2; i++) {
      lanes[i] = process.thread(i + 1, "T" + i);
    }
    long value = 0;
    long sum = 0;
    long time = 1;
    for (int done = 0; done < updates; ) {
      int who = random.nextInt(2);
      time++;
      if (hasRead[who]) {
        long delta = random.nextBoolean() ? 5 + 3 * who : -5 - 3 * who;
        value = held[who] + delta;
        sum += delta;
        lanes[who].at(time).writes(variable, value);
        hasRead[who] = false;
        done++;
      } else {
        held[who] = value;
        hasRead[who] = true;
        lanes[who].at(time).reads(variable, value);
      }
    }
    VariableTrack track = trace.end().variables().getFirst();
    long missing = 0;
    int overwrite = -1;
    for (int i = 0; i < track.lostUpdates(); i++) {
      VariableTrack.LostUpdate lost = track.lostUpdate(i);
      assertThat(track.lane(lost.read())).isEqualTo(track.lane(lost.overwrite()));
      assertThat(track.lane(lost.lostWrite())).isNotEqualTo(track.lane(lost.overwrite()));
      assertThat(lost.read()).isLessThan(lost.lostWrite());
      assertThat(lost.lostWrite()).isLessThan(lost.overwrite());
      assertThat(track.isLost(lost.lostWrite())).isTrue();
      if (lost.overwrite() != overwrite) {
        overwrite = lost.overwrite();
        missing += valueBefore(track, overwrite) - track.bits(lost.read());
      }
    }
    assertThat(value).isEqualTo(sum - missing);
  }

  private static long valueBefore(VariableTrack track, int access) {
    for (int i = access - 1; i >= 0; i--) {
      if (track.write(i)) {
        return track.bits(i);
      }
    }
    return 0;
  }

  @Property(tries = 100)
  void extremesAreThoseOfAllAccessesInBetween(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 5000) int accesses) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int variable = process.object(ObjectType.VARIABLE, 0, "v");
    Trace.Thread thread = process.thread(1, "t");
    long[] values = new long[accesses];
    for (int i = 0; i < accesses; i++) {
      values[i] = random.nextInt(1000) - 500;
      thread.at(i + 1).writes(variable, values[i]);
    }
    VariableTrack track = trace.end().variables().getFirst();
    for (int i = 0; i < 30; i++) {
      int a = random.nextInt(accesses);
      int b = a + 1 + random.nextInt(accesses - a);
      assertThat(track.min(a + 1, b + 1))
          .isEqualTo(Arrays.stream(values, a, b).min().orElseThrow());
      assertThat(track.max(a + 1, b + 1))
          .isEqualTo(Arrays.stream(values, a, b).max().orElseThrow());
    }
  }

  /** Threads take a lock in turn, wait for it, hold others meanwhile: every sum is as counted. */
  @Property(tries = 150)
  void holdsAndWaitersAreWhatCountingGives(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int turns) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    int inner = process.object(ObjectType.LOCK, 0, "inner");
    Trace.Thread[] threads = new Trace.Thread[3];
    for (int i = 0; i < 3; i++) {
      threads[i] = process.thread(i + 1, "T" + i);
    }
    int end = 40 * turns + 40;
    int[] waiting = new int[end];
    int[] owner = new int[end];
    Arrays.fill(owner, -1);
    long held = 0;
    int time = 5;
    int asked = 0;
    for (int turn = 0; turn < turns; turn++) {
      int who = turn % 3;
      int from = time + (turn == 0 ? 0 : 1);
      int to = from + 1 + random.nextInt(20);
      if (turn > 0 && random.nextBoolean()) {
        // Asked while the one before held it.
        asked = time - random.nextInt(Math.max(1, time - asked));
        threads[who].at(asked).event(LOCK_REQUEST, lock);
        for (int t = asked; t < from; t++) {
          waiting[t]++;
        }
        threads[who].at(from).event(LOCK_ACQUIRED, lock, from - asked);
      } else {
        threads[who].at(from).event(LOCK_ACQUIRED, lock);
      }
      asked = from;
      for (int t = from; t + 1 < to && random.nextBoolean(); t += 2) {
        threads[who].at(t).event(LOCK_ACQUIRED, inner).at(t + 1).event(LOCK_RELEASED, inner);
      }
      threads[who].at(to).event(LOCK_RELEASED, lock);
      Arrays.fill(owner, from, to, who);
      held += to - from;
      time = to;
    }
    Timeline timeline = trace.end();
    LockTrack track = timeline.locks().getFirst();
    assertThat(track.acquires()).isEqualTo(turns);
    assertThat(track.holdNs()).isEqualTo(held);
    for (int i = 0; i < 30; i++) {
      int a = random.nextInt(time);
      int b = a + 1 + random.nextInt(time - a);
      assertThat(track.waitingAt(a)).isEqualTo(waiting[a]);
      assertThat(track.meanWaiting(a, b))
          .isCloseTo(Arrays.stream(waiting, a, b).average().orElseThrow(), within(1e-9));
      assertThat(track.holds().nanosHeld(a, b))
          .isEqualTo(Arrays.stream(owner, a, b).filter(who -> who >= 0).count());
      for (ThreadLane lane : timeline.lanes()) {
        int who = (int) lane.id() - 1;
        assertThat(lane.holds().nanosIn(ThreadState.RUNNING, a, b))
            .isEqualTo(Arrays.stream(owner, a, b).filter(each -> each == who).count());
      }
      int main = track.holds().mainOwner(a, b);
      assertThat(main >= 0).isEqualTo(Arrays.stream(owner, a, b).anyMatch(who -> who >= 0));
      if (b - a <= 31) { // few enough holds for none to be left out
        long most = 0;
        for (int who = 0; who < 3; who++) {
          int each = who;
          most = Math.max(most, Arrays.stream(owner, a, b).filter(is -> is == each).count());
        }
        int told = main < 0 ? -1 : (int) timeline.lanes().get(main).id() - 1;
        assertThat(main < 0 ? 0 : Arrays.stream(owner, a, b).filter(is -> is == told).count())
            .isEqualTo(most);
      }
    }
  }

  /** However segments are cut into polls, what is derived live is what a loaded recording gives. */
  @Property(tries = 60)
  void whatIsDerivedLiveIsWhatIsLoaded(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int messages) {
    Trace live = new Trace();
    Trace loaded = new Trace();
    Trace.Thread[][] threads = new Trace.Thread[2][2];
    int[] queue = new int[2];
    for (int i = 0; i < 2; i++) {
      Trace trace = i == 0 ? live : loaded;
      Trace.Process writer = trace.process(1, "w");
      Trace.Process reader = trace.process(2, "r");
      threads[i][0] = writer.thread(1, "main");
      threads[i][1] = reader.thread(1, "main");
      queue[0] = writer.object(ObjectType.QUEUE, 9, "q");
      queue[1] = reader.object(ObjectType.QUEUE, 9, "q");
    }
    long ms = 1_000_000;
    long[] puts = new long[messages];
    long[] gets = new long[messages];
    for (int i = 0; i < messages; i++) {
      puts[i] = (i == 0 ? 0 : puts[i - 1]) + 1 + random.nextLong(5 * ms);
      gets[i] = Math.max(i == 0 ? 0 : gets[i - 1], puts[i]) + 1 + random.nextLong(9 * ms);
      threads[1][0].at(puts[i]).event(PUT, 0, queue[0], i, "m" + i);
    }
    for (int i = 0; i < messages; i++) {
      threads[1][1].at(gets[i]).event(GET, queue[1], i);
    }
    int put = 0;
    int got = 0;
    for (long now = 0; got < messages; now += random.nextLong(30 * ms)) {
      while (got < messages && gets[got] <= now) {
        threads[0][1].at(gets[got]).event(GET, queue[1], got++);
      }
      while (put < messages && puts[put] <= now) {
        threads[0][0].at(puts[put]).event(PUT, 0, queue[0], put, "m" + put++);
      }
      live.store.advance(now);
    }
    QueueTrack one = live.end().queues().getFirst();
    QueueTrack other = loaded.end().queues().getFirst();
    assertThat(live.store.late()).isFalse();
    assertThat(one.messages()).isEqualTo(messages).isEqualTo(other.messages());
    assertThat(one.maxDepth()).isEqualTo(other.maxDepth());
    for (int i = 0; i < messages; i++) {
      assertThat(one.message(i)).isEqualTo(other.message(i));
      assertThat(one.stepDepth(i)).isEqualTo(other.stepDepth(i));
    }
  }
}
