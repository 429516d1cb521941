package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.LockTrack;
import interleave.timeline.ProcessGroup;
import interleave.timeline.QueueTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import interleave.timeline.column.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Things that are too many to be drawn one by one: what is counted of them, and which come first.
 */
class GroupsTest {
  private static final int MANY = 40;
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");
  private final Random random = new Random(11);

  private static ThingGroup group(Timeline timeline, Sort sort) {
    return timeline.groups().stream().filter(g -> g.sort() == sort).findFirst().orElseThrow();
  }

  private int[] objects(ObjectType type) {
    int[] objects = new int[MANY];
    for (int i = 0; i < MANY; i++) {
      objects[i] = process.object(type, 0, "P.thing" + i);
    }
    return objects;
  }

  /** Some threads that each do something again and again, one after the other in time. */
  private void turns(int threads, int times, Turn turn) {
    List<Trace.Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(process.thread(10 + i, "t" + i).at(1 + i));
    }
    for (int i = 0; i < times; i++) {
      long time = 1000L * i + random.nextInt(500);
      turn.take(all.get(random.nextInt(threads)), time, i);
    }
  }

  private interface Turn {
    void take(Trace.Thread thread, long time, int number);
  }

  @Test
  void locksAreCountedAsTheyAreHeld() {
    int[] locks = objects(ObjectType.LOCK);
    turns(
        5,
        600,
        (thread, time, i) -> {
          int lock = locks[random.nextInt(i < 300 ? 20 : MANY)];
          thread.at(time).event(EventKind.LOCK_REQUEST, lock);
          long waited = random.nextInt(200);
          thread.at(time + waited).event(EventKind.LOCK_ACQUIRED, lock, waited);
          thread.at(time + waited + random.nextInt(200)).event(EventKind.LOCK_RELEASED, lock);
        });
    Timeline timeline = trace.end();
    ThingGroup group = group(timeline, Sort.LOCK);
    assertThat(group.members()).hasSizeGreaterThan(ThingGroup.FEW);
    for (int i = 0; i < 200; i++) {
      long from = random.nextInt(600_000);
      long to = from + 1 + random.nextInt(20_000);
      double held = 0;
      double waited = 0;
      for (LockTrack lock : timeline.locks()) {
        held += lock.holds().nanosHeld(from, to) / (double) (to - from);
        waited += waiting(lock::waitingAt, from, to);
      }
      assertThat(group.amounts(from, to)[0]).isCloseTo(held, within(1e-6));
      assertThat(group.amounts(from, to)[1]).isCloseTo(waited, within(1e-6));
      long moment = from;
      long open =
          timeline.locks().stream()
              .filter(lock -> lock.holds().nanosHeld(moment, moment + 1) > 0)
              .count();
      assertThat(group.counts(moment)[0]).isEqualTo((int) open);
    }
    assertHeaviestFirst(group, lock -> timeline.locks().get(lock).waitNs(timeline.now()));
  }

  /** The share of the nanoseconds at which anyone waits. */
  private static double waiting(java.util.function.LongToIntFunction at, long from, long to) {
    long waited = 0;
    for (long time = from; time < to; time++) {
      waited += at.applyAsInt(time) > 0 ? 1 : 0;
    }
    return waited / (double) (to - from);
  }

  private static void assertHeaviestFirst(ThingGroup group, IntToLongFunction weight) {
    List<Integer> first = group.prominent();
    assertThat(first).doesNotHaveDuplicates();
    for (int i = 1; i < first.size(); i++) {
      assertThat(weight.applyAsLong(first.get(i)))
          .isLessThanOrEqualTo(weight.applyAsLong(first.get(i - 1)));
    }
  }

  @Test
  void queuesAreCountedByWhatLiesInThem() {
    int[] queues = objects(ObjectType.QUEUE);
    turns(
        2,
        500,
        (thread, time, i) -> {
          int queue = queues[random.nextInt(MANY)];
          if (i < MANY) {
            thread.at(time).event(EventKind.QUEUE_CAPACITY, queues[i], 3);
          }
          if (random.nextInt(3) > 0) {
            thread.at(time + 1).event(EventKind.PUT, 0, queue, 0, "m");
          } else {
            thread.at(time + 1).event(EventKind.GET, queue, 0);
          }
        });
    Timeline timeline = trace.end();
    ThingGroup group = group(timeline, Sort.QUEUE);
    for (int i = 0; i < 300; i++) {
      long time = random.nextInt(500_000);
      int filled = 0;
      int full = 0;
      for (QueueTrack queue : timeline.queues()) {
        filled += queue.depthAt(time) > 0 ? 1 : 0;
        full += queue.capacity() > 0 && queue.depthAt(time) >= queue.capacity() ? 1 : 0;
      }
      assertThat(group.counts(time)).containsExactly(filled, full);
    }
  }

  @Test
  void semaphoresAreCountedWhilePermitsAreOut() {
    int[] semaphores = objects(ObjectType.SEMAPHORE);
    for (int semaphore : semaphores) {
      process.thread(1, "main").at(2).event(EventKind.SYNC_STATE, semaphore, 2L << 32 | 2);
    }
    turns(
        4,
        300,
        (thread, time, i) -> {
          int semaphore = semaphores[random.nextInt(MANY)];
          thread.at(time + 10).event(EventKind.PERMIT_ACQUIRED, semaphore, 1);
          thread.at(time + 11 + random.nextInt(400)).event(EventKind.PERMIT_RELEASED, semaphore, 1);
        });
    Timeline timeline = trace.end();
    ThingGroup group = group(timeline, Sort.SYNCHRONIZER);
    for (int i = 0; i < 300; i++) {
      long time = 10 + random.nextInt(300_000);
      int taken = 0;
      for (SynchronizerTrack each : timeline.synchronizers()) {
        taken += each.stepAt(time) >= 0 && each.levelAt(time) < each.totalAt(time) ? 1 : 0;
      }
      assertThat(group.counts(time)[0]).isEqualTo(taken);
    }
  }

  @Test
  void accessesOfVariablesAreCountedAndTheOneWithLostUpdatesIsTheFirst() {
    int[] variables = objects(ObjectType.VARIABLE);
    turns(
        3,
        500,
        (thread, time, i) -> {
          int variable = variables[random.nextInt(MANY)];
          thread.at(time).reads(variable, i).writes(variable, i + 1);
        });
    Trace.Thread one = process.thread(10, "t0");
    Trace.Thread two = process.thread(11, "t1");
    one.at(600_000).reads(variables[17], 1);
    two.at(600_001).reads(variables[17], 1);
    one.at(600_002).writes(variables[17], 2);
    two.at(600_003).writes(variables[17], 3);
    Timeline timeline = trace.end();
    ThingGroup group = group(timeline, Sort.VARIABLE);
    assertThat(timeline.variables().get(group.prominent().getFirst()).name()).isEqualTo("thing17");
    for (int i = 0; i < 200; i++) {
      long from = random.nextInt(650_000);
      long to = from + 1 + random.nextInt(50_000);
      long[] expected = new long[3];
      for (VariableTrack variable : timeline.variables()) {
        for (int a = variable.at(from - 1) + 1; a <= variable.at(to - 1); a++) {
          expected[variable.write(a) ? 1 : 0]++;
        }
        expected[2] += variable.firstLostAt(to) - variable.firstLostAt(from);
      }
      assertThat(group.amounts(from, to)).containsExactly(expected[0], expected[1], expected[2]);
    }
  }

  @Test
  void poolsAreCountedWhileTheyRunAndWhileTasksWait() {
    int[] pools = objects(ObjectType.POOL);
    Trace.Thread main = process.thread(1, "main");
    for (int i = 0; i < MANY; i++) {
      main.at(100 * i).event(EventKind.TASK_SUBMITTED, 0, pools[i], 1, "task");
    }
    for (int i = 0; i < MANY; i++) {
      Trace.Thread worker = process.thread(10 + i, "w" + i);
      worker.at(10_000 + 100 * i).event(EventKind.TASK_STARTED, pools[i], 1);
      worker.at(20_000 + 100 * i).event(EventKind.TASK_ENDED, pools[i], 1);
    }
    ThingGroup group = group(trace.end(), Sort.POOL);
    assertThat(group.counts(5_000)).containsExactly(0, MANY);
    assertThat(group.counts(15_000)).containsExactly(MANY, 0);
    assertThat(group.counts(40_000)).containsExactly(0, 0);
    assertThat(group.most()).isEqualTo(MANY);
  }

  @Test
  void ofManyProcessesTheFirstAndThoseThatFailedComeFirst() {
    Trace.Thread main = process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
    for (int i = 0; i < 30; i++) {
      main.at(100 + i).event(EventKind.CHILD_START, 0, 0, 100 + i, "child");
    }
    Timeline timeline = trace.end();
    ThingGroup group = timeline.groups().getFirst();
    assertThat(group).isInstanceOf(ProcessGroup.class);
    assertThat(group.isMany()).isTrue();
    assertThat(group.first(3)).startsWith(0).hasSize(3);
  }

  @Test
  void onlyWhatWeighsTwiceAsMuchOvertakesAnother() {
    Ranking ranking = new Ranking();
    for (int i = 0; i < 20; i++) {
      ranking.offer(i, 1000 - i);
    }
    List<Integer> before = ranking.best();
    assertThat(before).startsWith(0, 1, 2);
    for (int i = 0; i < 20; i++) {
      ranking.offer(i, 1500 + 20L * i);
    }
    assertThat(ranking.best()).isEqualTo(before);
    ranking.offer(15, 3100);
    assertThat(ranking.best().getFirst()).isEqualTo(15);
    ranking.offer(16, 3200);
    assertThat(ranking.best()).startsWith(15, 16, 0);
  }
}
