package interleave.timeline.derive;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import interleave.timeline.Wakes;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.LastAccess;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Queues, variables, pipes, output, wakes and locks that are shared, against counting by hand. */
class TrackOracleTest {
  private Trace trace = new Trace();
  private Trace.Process process = trace.process(1, "p");

  @BeforeTry
  void anew() {
    trace = new Trace();
    process = trace.process(1, "p");
  }

  private Trace.Thread[] threads(int count) {
    Trace.Thread[] threads = new Trace.Thread[count];
    for (int i = 0; i < count; i++) {
      threads[i] = process.thread(i + 1, "T" + i);
      threads[i].at(0).event(THREAD_BEGIN);
    }
    return threads;
  }

  @Property(tries = 100)
  void aQueueIsAsDeepAsCounted(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 400) int steps,
      @ForAll boolean numbered) {
    int queue = process.object(ObjectType.QUEUE, 0, "q");
    Trace.Thread[] threads = threads(2);
    Counted depth = new Counted(steps + 2);
    long[] puts = new long[steps + 1];
    long[] gets = new long[steps + 1];
    int put = 0;
    int got = 0;
    for (int t = 1; t <= steps; t++) {
      boolean puts1 = put == got || random.nextInt(5) < 3;
      int message = puts1 ? put++ : got++;
      int id = numbered ? message + 7 : 0;
      (puts1 ? puts : gets)[message] = t;
      threads[puts1 ? 0 : 1]
          .at(t)
          .event(puts1 ? PUT : GET, 0, queue, id, puts1 ? "m" + message : null);
      depth.add(t, puts1 ? 1 : -1);
    }
    QueueTrack track = trace.end().queues().getFirst();
    depth.isTold(random, track::depthAt);
    Counted.ceilings(random, steps, put, i -> puts[i], track::firstPutAt);
    assertThat(track.messages()).isEqualTo(put);
    assertThat(track.puts()).isEqualTo(put);
    assertThat(track.gets()).isEqualTo(got);
    assertThat(track.lost()).isEqualTo(put - got);
    for (int i = 0; i < put; i++) {
      QueueTrack.Message message = track.message(i);
      assertThat(message.preview()).isEqualTo("m" + i);
      assertThat(message.put()).isEqualTo(puts[i]);
      assertThat(message.get()).isEqualTo(i < got ? gets[i] : Timeline.OPEN);
      assertThat(message.lost()).isEqualTo(i >= got);
    }
    for (int i = 0; i < track.steps(); i++) {
      assertThat(track.stepDepth(i)).isEqualTo(depth.at[(int) track.stepTime(i)]);
    }
  }

  @Property(tries = 60)
  void accessesAndLostUpdatesAreFoundByTheirTimes(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 600) int accesses) {
    int variable = process.object(ObjectType.VARIABLE, 0, "v");
    Trace.Thread[] threads = threads(3);
    long[] times = new long[accesses];
    for (int i = 0; i < accesses; i++) {
      times[i] = (i == 0 ? 0 : times[i - 1]) + 1 + random.nextInt(3);
      Trace.Thread thread = threads[random.nextInt(3)].at(times[i]);
      if (random.nextBoolean()) {
        thread.reads(variable, i);
      } else {
        thread.writes(variable, i);
      }
    }
    int end = (int) times[accesses - 1];
    VariableTrack track = trace.end().variables().getFirst();
    Counted.floors(random, end, accesses, i -> times[i], track::at);
    int lost = track.lostUpdates();
    Counted.ceilings(
        random, end, lost, i -> times[track.lostUpdate(i).overwrite()], track::firstLostAt);
    long writes = 0;
    for (int i = 0; i < accesses; i++) {
      writes += track.write(i) ? 1 : 0;
    }
    assertThat(track.writes()).isEqualTo(writes);
    assertThat(track.reads()).isEqualTo(accesses - writes);
    lastOfEachBinIsTheSameAskedAgain(track, end);
  }

  private static void lastOfEachBinIsTheSameAskedAgain(VariableTrack track, int end) {
    LastAccess accesses = LastAccess.of(track, new Bins(4));
    for (int time : new int[] {0, end / 8 * 4, end / 4 * 4, end / 4 * 4 + 4}) {
      int first = track.at(time - 1) + 1;
      int last = track.at(time + 3);
      assertThat(accesses.in(time)).isEqualTo(last);
      assertThat(accesses.in(time)).isEqualTo(last);
      assertThat(track.least(first, last + 1)).isEqualTo(Double.valueOf(track.min(time, time + 4)));
      assertThat(track.greatest(first, last + 1))
          .isEqualTo(Double.valueOf(track.max(time, time + 4)));
    }
  }

  @Property(tries = 60)
  void bytesOfAPipeAndLinesOfOutputAreAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 300) int transfers) {
    int pipe = process.object(ObjectType.PIPE, 0, "pipe");
    Trace.Thread thread = threads(1)[0];
    int end = transfers * 10 + 2;
    Counted bytes = new Counted(end);
    long[] ends = new long[transfers];
    long waited = 0;
    for (int i = 0; i < transfers; i++) {
      int begin = i * 10 + 1 + random.nextInt(4);
      ends[i] = begin + 1 + random.nextInt(5);
      int count = random.nextInt(100);
      waited += ends[i] - begin;
      bytes.add(ends[i], count);
      thread.at(begin).event(IO_BEGIN, pipe).at(ends[i]).event(IO_END, pipe, count);
      thread.event(OUTPUT, i % 2 == 0 ? Flags.STDERR : 0, 0, 0, "line " + i);
    }
    Timeline timeline = trace.end();
    PipeTrack track = timeline.pipes().getFirst();
    bytes.isTold(random, time -> (int) track.bytesAt(time));
    Counted.floors(random, end, transfers, i -> ends[i], track::at);
    assertThat(track.waitedNs()).isEqualTo(waited);
    OutputTrack output = timeline.output();
    assertThat(output.size()).isEqualTo(transfers);
    Counted.floors(random, end, transfers, i -> ends[i], output::at);
    for (int i = 0; i < transfers; i++) {
      assertThat(track.transfer(i).upTo()).isEqualTo(bytes.at[(int) ends[i]]);
      assertThat(output.line(i).text()).isEqualTo("line " + i);
      assertThat(output.line(i).stderr()).isEqualTo(i % 2 == 0);
    }
  }

  @Property(tries = 60)
  void whoLetWhomGoOnIsFoundByTime(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int rounds) {
    Trace.Thread[] threads = threads(4);
    long[] times = new long[rounds];
    int[] woken = new int[rounds];
    for (int i = 0; i < rounds; i++) {
      int at = i * 10 + 1;
      woken[i] = 1 + random.nextInt(3);
      threads[woken[i]].at(at).event(PARK_BEGIN);
      threads[0].at(at + 2).event(UNPARK, 0, woken[i] + 1);
      times[i] = at + 3 + random.nextInt(5);
      threads[woken[i]].at(times[i]).event(PARK_END);
    }
    Timeline timeline = trace.end();
    Wakes wakes = timeline.wakes();
    assertThat(wakes.size()).isEqualTo(rounds);
    Counted.floors(random, rounds * 10, rounds, i -> times[i], wakes::at);
    for (int i = 0; i < rounds; i++) {
      int lane = wakes.toLane(i);
      assertThat(timeline.lanes().get(lane).id()).isEqualTo(woken[i] + 1);
      assertThat(wakes.of(lane, times[i])).isEqualTo(i);
      assertThat(wakes.of(lane, times[i] - 1)).isEqualTo(-1);
      assertThat(wakes.fromTime(i)).isEqualTo(i * 10 + 3);
    }
    timeline.lanes().forEach(lane -> Counted.spans(random, rounds * 10, lane.spans()));
  }

  /** Readers overlap each other, writers none; a while with no overlap comes first. */
  @Property(tries = 100)
  void aSharedLockIsHeldForAsLongAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 120) int rounds) {
    int lock = process.object(ObjectType.READ_WRITE_LOCK, 0, "rw");
    Trace.Thread[] threads = threads(3);
    int end = rounds * 60 + 60;
    Counted holders = new Counted(end);
    int alone = random.nextInt(rounds);
    long all = 0;
    int time = 2;
    for (int round = 0; round < rounds; round++) {
      boolean reads = round >= alone && random.nextBoolean();
      int last = time;
      for (int who = 0; who < (reads ? 3 : 1); who++) {
        int flags = reads ? Flags.SHARED : 0;
        int from = time + 2 * random.nextInt(5); // begins are even, ends odd
        int to = from + 1 + 2 * random.nextInt(10);
        threads[who].at(from).event(LOCK_ACQUIRED, flags, lock, 0, null);
        threads[who].at(to).event(LOCK_RELEASED, flags, lock, 0, null);
        holders.add(from, 1);
        holders.add(to, -1);
        all += to - from;
        last = Math.max(last, to);
      }
      time = last + 1 + 2 * random.nextInt(3);
    }
    LockTrack track = trace.end().locks().getFirst();
    assertThat(track.holdNs()).isEqualTo(all);
    int size = track.holds().size();
    Counted.floors(random, end, size, i -> track.holds().start(i), track.holds()::at);
    for (int i = 0; i < 40; i++) {
      int[] range = holders.range(random);
      long held = range[1] - range[0] - holders.nanos(0, range[0], range[1]);
      assertThat(track.holds().nanosHeld(range[0], range[1])).isEqualTo(held);
      assertThat(track.heldNs(range[0], range[1])).isEqualTo(held);
    }
    int most = 0;
    for (int each : holders.at) {
      most = Math.max(most, each);
    }
    assertThat(track.mostSharing()).isEqualTo(most);
  }

  @Property(tries = 60)
  void sumsAndOptimisticReadsAreFoundByTheirTimes(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int rounds) {
    int lock = process.object(ObjectType.STAMPED_LOCK, 0, "s");
    Trace.Thread thread = threads(1)[0];
    long[] reads = new long[rounds];
    long[] slices = new long[rounds];
    long time = 5_000;
    for (int i = 0; i < rounds; i++) {
      time += 1 + random.nextInt(3);
      reads[i] = time;
      thread.at(time).event(OPTIMISTIC_READ, lock).at(time + 1).event(OPTIMISTIC_VALIDATED, lock);
      time += 2;
      slices[i] = time;
      thread.at(time).event(SUM_OF_HOLDS, lock, 2L << 32 | 7);
    }
    LockTrack track = trace.end().locks().getFirst();
    assertThat(track.acquires()).isEqualTo(7L * rounds);
    Counted.floors(random, (int) time, rounds, i -> reads[i], track::optimisticReadAt);
    Counted.floors(random, (int) time, rounds, i -> slices[i], at -> track.sumAfter(at) - 1);
    assertThat(track.sum(rounds - 1).start()).isEqualTo(slices[rounds - 1] - 2000);
  }

  @Property(tries = 60)
  void whoWaitsForASemaphoreIsAsCounted(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 150) int rounds) {
    SemaphoreStory story = new SemaphoreStory(process, threads(3), random, rounds);
    var track = trace.end().synchronizers().getFirst();
    story.level.isTold(random, track::levelAt);
    story.waiting.isTold(random, track::waitingAt);
    for (int i = 0; i < 30; i++) {
      int[] range = story.waiting.range(random);
      assertThat(track.meanWaiting(range[0], range[1]))
          .isCloseTo(story.waiting.mean(range[0], range[1]), within(1e-9));
    }
    int end = story.level.at.length - 1;
    Counted.floors(random, end, track.steps(), track::stepTime, track::stepAt);
    Counted.floors(random, end, track.waits(), i -> track.wait(i).begin(), track::waitAt);
    Counted.same(random, end, story::holders, time -> track.holdersAt(time).size());
  }
}
