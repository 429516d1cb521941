package interleave.timeline.derive;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.CpuTrack;
import interleave.timeline.CrowdTrack;
import interleave.timeline.GilTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Pools, crowds, meetings and what is seen from outside, against counting by hand. */
class CrowdOracleTest {
  private static final int WORKERS = 3;

  @Property(tries = 60)
  void tasksAndWorkersAreAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int steps) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int pool = process.object(ObjectType.POOL, 0, "pool");
    Trace.Thread[] threads = new Trace.Thread[WORKERS + 1];
    for (int i = 0; i <= WORKERS; i++) {
      threads[i] = process.thread(i + 1, "T" + i);
      threads[i].at(0).event(THREAD_BEGIN);
    }
    Counted waiting = new Counted(steps + 2);
    Counted running = new Counted(steps + 2);
    Counted ended = new Counted(steps + 2);
    Counted[] runs = new Counted[WORKERS + 1];
    Arrays.setAll(runs, _ -> new Counted(steps + 2));
    int[] task = new int[WORKERS + 1];
    int[] submitter = new int[steps + 2];
    long[] thefts = new long[steps + 2];
    int stolen = 0;
    int submitted = 0;
    int started = 0;
    for (int t = 1; t <= steps; t++) {
      int who = 1 + random.nextInt(WORKERS);
      if (task[who] != 0 && random.nextBoolean()) {
        threads[who].at(t).event(TASK_ENDED, pool, task[who]);
        runs[who].add(t, -task[who]);
        task[who] = 0;
        running.add(t, -1);
        ended.add(t, 1);
      } else if (task[who] == 0 && started < submitted) {
        task[who] = ++started;
        threads[who].at(t).event(TASK_STARTED, pool, started);
        runs[who].add(t, started);
        waiting.add(t, -1);
        running.add(t, 1);
        if (submitter[started] != who) {
          thefts[stolen++] = t;
        }
      } else {
        submitter[++submitted] = who;
        threads[who].at(t).event(TASK_SUBMITTED, Flags.FORK, pool, submitted, "t" + submitted);
        waiting.add(t, 1);
      }
    }
    threads[0].at(steps + 10).event(SLEEP_BEGIN); // at the end everything ends
    PoolTrack track = trace.end().pools().getFirst();
    Counted.same(
        random,
        steps,
        t -> track.counts(t),
        t -> new PoolTrack.Counts(waiting.at[(int) t], running.at[(int) t], ended.at[(int) t]));
    assertThat(track.stolen()).isEqualTo(stolen);
    Counted.ceilings(random, steps, stolen, i -> thefts[i], at -> track.thefts().firstAt(at));
    for (PoolTrack.Worker worker : track.workers()) {
      Counted.floors(random, steps, worker.runs(), worker::start, worker::at);
      int who = worker.lane(); // threads were met in their order
      runs[who].isTold(random, t -> runningAt(track, worker, t));
    }
    for (PoolTrack.Task each : track.tasks()) {
      assertThat(each.name()).isEqualTo("t" + each.id());
      assertThat(each.stolen()).isEqualTo(each.started() != Timeline.OPEN && isTheft(thefts, each));
    }
  }

  private static boolean isTheft(long[] thefts, PoolTrack.Task task) {
    return Arrays.stream(thefts).anyMatch(time -> time == task.started());
  }

  /** The task that a worker is in, 0 for none. */
  private static int runningAt(PoolTrack track, PoolTrack.Worker worker, long time) {
    int run = worker.at(time);
    return run >= 0 && worker.end(run) > time ? (int) track.tasks().get(worker.task(run)).id() : 0;
  }

  @Property(tries = 40)
  void howManyThreadsAreInWhichStateIsAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int steps) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int many = 20;
    Trace.Thread[] threads = new Trace.Thread[many];
    boolean[] sleeps = new boolean[many];
    Counted alive = new Counted(steps + 2);
    Counted asleep = new Counted(steps + 2);
    int begun = 0;
    for (int t = 1; t <= steps; t++) {
      if (begun < many && (begun == 0 || random.nextInt(4) == 0)) {
        threads[begun] = process.virtual(begun + 1, null);
        threads[begun++].at(t).event(THREAD_BEGIN);
        alive.add(t, 1);
      } else {
        int who = random.nextInt(begun);
        threads[who].at(t).event(sleeps[who] ? SLEEP_END : SLEEP_BEGIN);
        asleep.add(t, sleeps[who] ? -1 : 1);
        sleeps[who] = !sleeps[who];
      }
    }
    threads[0].at(steps + 10).event(sleeps[0] ? SLEEP_END : SLEEP_BEGIN);
    Timeline timeline = trace.end();
    CrowdTrack crowd = timeline.crowds().getFirst();
    alive.isTold(random, crowd::alive);
    asleep.isTold(random, time -> crowd.count(ThreadState.SLEEPING, time));
    assertThat(crowd.most()).isEqualTo(begun);
    for (int i = 0; i < 30; i++) {
      int[] range = alive.range(random);
      double[] means = crowd.means(range[0], range[1]);
      double sleeping = asleep.mean(range[0], range[1]);
      assertThat(means[ThreadState.SLEEPING.ordinal()]).isCloseTo(sleeping, within(1e-9));
      assertThat(means[ThreadState.RUNNING.ordinal()])
          .isCloseTo(alive.mean(range[0], range[1]) - sleeping, within(1e-9));
    }
    timeline.lanes().forEach(lane -> Counted.spans(random, steps, lane.spans()));
  }

  @Property(tries = 60)
  void meetingsAtABarrierAreFoundByTheirTimes(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int rounds) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    int barrier = process.object(ObjectType.BARRIER, 0, "b");
    Trace.Thread one = process.thread(1, "one");
    Trace.Thread other = process.thread(2, "other");
    one.at(1).event(SYNC_STATE, barrier, 2L << 32);
    long[] opened = new long[rounds];
    long[] last = new long[rounds];
    int time = 2;
    for (int i = 0; i < rounds; i++) {
      one.at(time).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
      last[i] = time + 1 + random.nextInt(10);
      other.at(last[i]).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
      opened[i] = last[i] + 1;
      other.at(opened[i]).event(SYNC_WAIT_END, barrier);
      one.at(opened[i] + 1).event(SYNC_WAIT_END, barrier);
      time = (int) opened[i] + 2 + random.nextInt(5);
    }
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.openings()).isEqualTo(rounds);
    Counted.floors(random, time, rounds, i -> opened[i], track::openingAt);
    for (int i = 0; i < rounds; i++) {
      SynchronizerTrack.Opening opening = track.opening(i);
      assertThat(opening)
          .isEqualTo(
              new SynchronizerTrack.Opening(
                  i, SynchronizerTrack.Cause.OPENED, opened[i], 1, last[i], 0, 2, i));
    }
  }

  @Property(tries = 60)
  void whoHadTheInterpretersLockAndWhoLookedIsAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int steps) {
    Trace trace = new Trace();
    Trace.Process process = trace.python(1, "p", 0);
    for (int i = 1; i <= 2; i++) {
      process.thread(i, "T" + i).at(0).event(THREAD_BEGIN);
    }
    Counted holder = new Counted(steps * 4 + 10);
    Counted unseen = new Counted(steps * 4 + 10);
    Counted passed = new Counted(steps * 4 + 10);
    int time = 1;
    trace.gil(time, GIL_FREE, 1, 0);
    for (int i = 0; i < steps; i++) {
      int before = time;
      time += 2 + random.nextInt(3);
      switch (random.nextInt(4)) {
        case 0 -> {
          trace.gil(time, GIL_UNSEEN, 1, before + 1);
          holder.fill(before + 1, holder.at.length, 0);
          unseen.fill(before + 1, time, 1);
        }
        case 1 -> {
          trace.gil(time, GIL_PASSED, 1, i);
          passed.add(time, i);
        }
        default -> {
          int who = random.nextInt(3);
          trace.gil(time, who == 0 ? GIL_FREE : GIL_HELD, 1, who);
          holder.fill(time, holder.at.length, who);
        }
      }
    }
    trace.gil(time + 1, GIL_FREE, 1, 0);
    GilTrack track = trace.end().gils().getFirst();
    for (int i = 0; i < 40; i++) {
      int from = random.nextInt(time);
      int to = from + 1 + random.nextInt(time - from);
      for (int who = 1; who <= 2; who++) {
        assertThat(track.nanosHeldBy(who - 1, from, to)).isEqualTo(holder.nanos(who, from, to));
      }
      assertThat(track.holds().nanosHeld(from, to))
          .isEqualTo(to - from - holder.nanos(0, from, to));
      assertThat(track.unseenNs(from, to)).isEqualTo(unseen.nanos(1, from, to));
      assertThat(track.shortHandovers(from, to))
          .isEqualTo(from == 0 ? passed.at[to - 1] : passed.at[to - 1] - passed.at[from - 1]);
    }
  }

  @Property(tries = 40)
  void whatTheSystemSaysIsPartOfALaneLikeAllElse(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 60) int samples) {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "p");
    Trace.Thread thread = process.thread(1, "t");
    int ms = 1_000_000;
    int step = 20 * ms;
    thread.at(1).event(THREAD_BEGIN).event(NATIVE_THREAD, 0, 1);
    long used = 0;
    for (int i = 1; i <= samples; i++) {
      long time = (long) i * step;
      long ran = random.nextInt(step);
      NativeState state = random.nextBoolean() ? NativeState.ASLEEP : NativeState.RUNNING;
      ThreadSample sample = new ThreadSample(1, step, ran, random.nextInt(step - (int) ran));
      trace.system(time, 1, state, WaitChannel.UNKNOWN, sample, null);
      used += ran;
      trace.gil(time, EventKind.CPU_SAMPLE, 1, used);
      if (random.nextBoolean()) {
        thread.at(time + random.nextInt(step / 2)).event(SLEEP_BEGIN);
        thread.at(time + step / 2 + random.nextInt(step / 2)).event(SLEEP_END);
      }
    }
    int end = (samples + 1) * step;
    thread.at(end).event(THREAD_END);
    Timeline timeline = trace.end();
    Counted.spans(random, end, timeline.lanes().getFirst().spans());
    CpuTrack cpu = CpuTrack.all(timeline).getFirst();
    assertThat(cpu.usedNs()).isEqualTo(used);
    int size = cpu.samples().size();
    Counted.floors(random, end, size, i -> cpu.samples().time(i), cpu.samples()::at);
  }
}
