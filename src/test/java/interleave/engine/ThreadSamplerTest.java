package interleave.engine;

import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ThreadSamplerTest {
  @Test
  void aProcessWithoutATracerIsSeenToWaitAndThenToCompute() throws Exception {
    assumeTrue(MarkedProcesses.HAS_PROC);
    String script = "x=$(sleep 0.5); i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done";
    Timeline timeline = recorded(sh(script));
    assertThat(timeline.seesThreads()).isTrue();
    ThreadLane shell = timeline.lanes().get(timeline.processes().getFirst().lanes().getFirst());
    assertThat(shell.name()).isEqualTo("sh");
    long end = shell.end();
    long waited = shell.spans().nanosIn(ThreadState.UNTRACED_WAIT, shell.start(), end);
    assertThat(waited).isGreaterThan(250_000_000L);
    assertThat(shell.spans().nanosIn(ThreadState.RUNNING, shell.start(), end)).isPositive();
    int during = shell.spans().at(shell.start() + 200_000_000);
    assertThat(shell.spans().state(during)).isEqualTo(ThreadState.UNTRACED_WAIT);
    assertThat(shell.spans().channel(during)).isEqualTo("pipe_read");
  }

  @Test
  void whereAThreadSleepsIsReadFromTheKernelsFunctionOrTheCallsNumber() {
    assertThat(WaitChannels.byFunction("futex_do_wait")).isEqualTo(WaitChannel.FUTEX);
    assertThat(WaitChannels.byFunction("anon_pipe_read")).isEqualTo(WaitChannel.PIPE_READ);
    assertThat(WaitChannels.byFunction("inet_csk_accept")).isEqualTo(WaitChannel.ACCEPT);
    assertThat(WaitChannels.byFunction("do_epoll_wait")).isEqualTo(WaitChannel.POLL);
    assertThat(WaitChannels.byFunction("unix_stream_read_generic")).isEqualTo(WaitChannel.SOCKET);
    assertThat(WaitChannels.byFunction("0")).isEqualTo(WaitChannel.UNKNOWN);
    assertThat(WaitChannels.byCall("202 0x7f 0x80 0x0")).isEqualTo(WaitChannel.FUTEX);
    assertThat(WaitChannels.byCall("running")).isEqualTo(WaitChannel.UNKNOWN);
    assertThat(WaitChannels.byCall("")).isEqualTo(WaitChannel.UNKNOWN);
  }

  @Test
  void whatTheSystemCountsIsReadFromItsLine() {
    byte[] line = "876840 890580 2\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SchedulerWord.parse(line, line.length)).isEqualTo(new SchedulerWord(876840, 890580));
    assertThat(SchedulerWord.parse(line, 0)).isEqualTo(SchedulerWord.NONE);
  }

  @Test
  void whatTheJvmHasForItselfIsNobodysThread() {
    assertThat(JvmThreads.isOne("C2 CompilerThre")).isTrue();
    assertThat(JvmThreads.isOne("GC Thread#0")).isTrue();
    assertThat(JvmThreads.isOne("ForkJoinPool.co")).isFalse();
    assertThat(JvmThreads.isOne("java")).isFalse();
  }

  @Test
  void aSampleKeepsItsSharesWhenItIsPacked() {
    ThreadSample sample = new ThreadSample(4_194_303, 8_000_000, 2_000_000, 5_000_000);
    ThreadSample read = ThreadSample.of(sample.packed());
    assertThat(read.tid()).isEqualTo(sample.tid());
    assertThat(read.window()).isEqualTo(sample.window());
    assertThat(read.ran()).isBetween(1_990_000L, 2_010_000L);
    assertThat(read.ready()).isBetween(4_990_000L, 5_010_000L);
    assertThat(read.asleep()).isBetween(990_000L, 1_010_000L);
    int flags = NativeState.ASLEEP.flags(WaitChannel.SEMAPHORE);
    assertThat(NativeState.of(flags)).isEqualTo(NativeState.ASLEEP);
    assertThat(WaitChannel.of(flags)).isEqualTo(WaitChannel.SEMAPHORE);
    assertThat(NativeState.of(0xF)).isEqualTo(NativeState.UNKNOWN);
  }

  private static Timeline recorded(Launch launch) throws Exception {
    try (Run run =
        new Engine(EngineTest.UNTRACED)
            .start(launch, new Settings(1 << 28, Settings.Input.PIPE, new Heard()))) {
      run.ended().get();
      return LiveTimeline.load(run.recording());
    }
  }
}
