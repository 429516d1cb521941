package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
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
}
