package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the kernel says of who runs becomes exact states of threads, and wakes arrows. */
class SchedulerTest {
  private static final int SLEEPS = 1;
  private static final int DEEPLY = 2;
  private static final int PREEMPTED = 0x100;
  private static final int DEAD = 0x10;

  private static Proto bundle(int processor, Proto content) {
    return new Proto().number(10, 1).message(1, content.number(1, processor));
  }

  private static Proto event(long time, int by, int kind, Proto event) {
    return new Proto().number(1, time).number(2, by).message(kind, event);
  }

  private static Proto switched(long time, int from, int state, int to) {
    return event(
        time,
        from,
        4,
        new Proto()
            .text(1, "t" + from)
            .number(2, from)
            .number(4, state)
            .text(5, "t" + to)
            .number(6, to));
  }

  private static Proto waking(long time, int by, int whom) {
    return event(time, by, 20, new Proto().text(1, "t" + whom).number(2, whom));
  }

  private static Proto tree(int pid, String command, int... tids) {
    Proto tree = new Proto().message(1, new Proto().number(1, pid).text(3, command));
    for (int tid : tids) {
      tree.message(2, new Proto().number(1, tid).number(3, pid).text(2, "thread " + tid));
    }
    return new Proto().number(10, 2).message(2, tree);
  }

  @Test
  void threadsRunSleepAndAreReadyExactlyWhereTheSchedulerSaysSo() {
    Proto one = new Proto();
    one.message(2, switched(1000, 0, 0, 11)).message(2, switched(1500, 11, SLEEPS, 0));
    one.message(2, switched(2100, 0, 0, 11)).message(2, switched(2200, 11, PREEMPTED, 0));
    Proto other = new Proto();
    other.message(2, switched(900, 0, 0, 12)).message(2, waking(2000, 12, 11));
    other.message(2, switched(2050, 12, DEEPLY, 0));
    ToldTrace told =
        ToldTrace.of(bundle(0, one), bundle(1, other), tree(10, "/usr/bin/server", 11, 12));
    assertThat(told.processes).containsExactly("server");
    assertThat(told.lines("thread 11"))
        .containsExactly(
            "100 STATE_TOLD RUNNING",
            "600 STATE_TOLD ASLEEP",
            "1100 STATE_TOLD READY",
            "1200 STATE_TOLD RUNNING",
            "1200 FLOW_IN wakes #1099511627777",
            "1300 STATE_TOLD READY");
    assertThat(told.lines("thread 12"))
        .containsExactly(
            "0 STATE_TOLD RUNNING", "1100 FLOW_OUT wakes #1099511627777", "1150 STATE_TOLD ASLEEP");
    assertThat(told.problems).isEmpty();
  }

  @Test
  void theCompactFormSaysTheSame() {
    Proto one =
        new Proto()
            .packed(1, 1000, 500, 600, 100)
            .packed(2, 0, SLEEPS, 0, PREEMPTED)
            .packed(3, 11, 0, 11, 0)
            .text(5, "first")
            .text(5, "second")
            .packed(6, 0, 1, 0, 1);
    Proto other =
        new Proto()
            .packed(1, 900, 1150)
            .packed(2, 0, DEEPLY)
            .packed(3, 12, 0)
            .packed(7, 2000, 10)
            .packed(8, 11, 13)
            .packed(11, 0, 1)
            .packed(12, 0, 0x08) // by a device
            .text(5, "first")
            .text(5, "second");
    ToldTrace told =
        ToldTrace.of(
            bundle(0, new Proto().message(4, one)), bundle(1, new Proto().message(4, other)));
    assertThat(told.lines("first"))
        .containsExactly(
            "100 STATE_TOLD RUNNING",
            "600 STATE_TOLD ASLEEP",
            "1100 STATE_TOLD READY",
            "1200 STATE_TOLD RUNNING",
            "1200 FLOW_IN wakes #1099511627777",
            "1300 STATE_TOLD READY");
    assertThat(told.lines("second")).contains("1110 STATE_TOLD READY");
    assertThat(told.problems).containsExactly("1 event of kind “wake by no thread” is not drawn.");
  }

  @Test
  void whoIsOnAProcessorIsNotReadyBecauseItIsWoken() {
    Proto all = new Proto();
    all.message(2, switched(1000, 0, 0, 11)).message(2, waking(1100, 11, 11));
    all.message(2, switched(1200, 11, SLEEPS, 0));
    ToldTrace told = ToldTrace.of(bundle(0, all), tree(10, "x", 11));
    assertThat(told.lines("thread 11"))
        .containsExactly("0 STATE_TOLD RUNNING", "200 STATE_TOLD ASLEEP");
  }

  @Test
  void newThreadsAreStartedByWhoMadeThemAndEndWhenTheyAreDead() {
    Proto all = new Proto();
    all.message(2, switched(1000, 0, 0, 11));
    all.message(
        2, event(1100, 11, 235, new Proto().number(1, 21).text(2, "new").number(3, 0x10000)));
    all.message(2, event(1150, 11, 235, new Proto().number(1, 31).text(2, "child").number(3, 0)));
    all.message(2, switched(1200, 11, 0, 21));
    all.message(
        2, event(1250, 21, 236, new Proto().number(1, 21).text(2, "new").text(3, "worker")));
    all.message(2, switched(1300, 21, DEAD, 0));
    ToldTrace told = ToldTrace.of(bundle(0, all), tree(10, "x", 11));
    assertThat(told.lines("thread 11"))
        .containsExactly(
            "0 STATE_TOLD RUNNING",
            "100 THREAD_STARTED worker",
            "150 CHILD_START #31 child",
            "200 STATE_TOLD READY");
    assertThat(told.lines("worker"))
        .containsExactly(
            "100 THREAD_BEGIN", "100 STATE_TOLD READY", "200 STATE_TOLD RUNNING", "300 THREAD_END");
  }

  @Test
  void theKernelsOwnThreadsStandInOneProcess() {
    Proto tree =
        new Proto()
            .message(1, new Proto().number(1, 2).text(3, "kthreadd").number(8, 1))
            .message(1, new Proto().number(1, 15).number(2, 2).text(3, "rcu").number(8, 1));
    Proto all = new Proto().message(2, switched(1000, 15, SLEEPS, 16));
    ToldTrace told = ToldTrace.of(new Proto().number(10, 2).message(2, tree), bundle(0, all));
    assertThat(told.processes).containsExactlyInAnyOrder("kthreadd", "of no process");
    assertThat(told.lines("rcu")).containsExactly("0 STATE_TOLD ASLEEP");
    assertThat(told.lines("t16")).containsExactly("0 STATE_TOLD RUNNING");
  }

  @Test
  void linesThatProgramsWriteIntoTheKernelsTraceAreSlicesAndCounters() {
    Proto all = new Proto();
    all.message(2, event(10, 11, 3, new Proto().text(2, "B|10|draw|x\n")));
    all.message(2, event(20, 11, 3, new Proto().text(2, "C|10|frames|3\n")));
    all.message(2, event(30, 11, 3, new Proto().text(2, "S|10|load|77")));
    all.message(2, event(40, 11, 3, new Proto().text(2, "E|10\n")));
    all.message(2, event(50, 12, 3, new Proto().text(2, "F|10|load|77")));
    all.message(2, event(55, 11, 3, new Proto().text(2, "no such line")));
    all.message(2, event(60, 11, 11, new Proto().number(1, 1800000).number(2, 3)));
    ToldTrace told = ToldTrace.of(bundle(0, all), tree(10, "x", 10, 11, 12));
    assertThat(told.lines())
        .containsExactly(
            "thread 11 0 SLICE_BEGIN draw|x",
            "thread 10 10 COUNTER frames = 3.0",
            "load 20 SLICE_BEGIN load",
            "thread 11 30 SLICE_END",
            "load 40 SLICE_END",
            "of the whole recording 50 COUNTER cpu3 frequency (kHz) = 1800000.0");
    assertThat(told.problems).containsExactly("1 event of kind “ftrace print” is not drawn.");
  }

  @Test
  void lossesOfTheKernelAreTold() {
    Proto all = new Proto().number(3, 1).message(2, switched(1000, 0, 0, 11));
    assertThat(ToldTrace.of(bundle(0, all)).problems)
        .containsExactly(
            "The kernel lost events once before they were fetched: states of threads may be wrong"
                + " there.");
  }
}
