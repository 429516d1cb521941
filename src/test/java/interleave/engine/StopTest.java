package interleave.engine;

import static interleave.engine.EngineTest.UNTRACED;
import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class StopTest {
  private final Heard heard = new Heard();

  @Test
  void aProgramThatListensIsAskedToTerminate() throws Exception {
    while (!heard.out().endsWith("bye\n")) { // on a busy machine it may not come to it in time
      try (Run run =
          start("trap 'echo bye; exit 3' TERM; echo READY; while :; do sleep 0.02; done")) {
        ready();
        run.stop();
        assertThat(run.ended().get().code()).isIn(3, 128 + 9, 128 + 15);
        assertThat(run.stopped()).isTrue();
      }
    }
  }

  @Test
  void whereTheMachineStandsStillWhileOneWaitsTheDeafAreKilledAllTheSame() throws Exception {
    Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; echo; sleep 1000; :").start();
    deaf.getInputStream().read();
    AtomicLong clock = new AtomicLong();
    long hour = Duration.ofHours(1).toNanos();
    new TreeStop(new ProcessTree(deaf.toHandle(), "NOT=SET"), () -> clock.addAndGet(hour)).stop();
    assertThat(deaf.waitFor()).isEqualTo(128 + 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // deaf to the request
        "trap '' TERM; echo READY; while :; do sleep 0.02; done",
        // a child that lost its parent
        "(sleep 1000 &); echo READY; sleep 1000",
        // one that made itself a session of its own, deaf too
        "setsid sh -c 'trap \"\" TERM; sleep 1000; sleep 1000' & echo READY; sleep 1000",
        // one that starts others when it is asked to end
        "trap 'sleep 1000 & sleep 1000 &' TERM; echo READY; while :; do sleep 0.02; done",
        // deep and wide
        "for i in 1 2 3; do sh -c 'for j in 1 2 3; do sleep 1000 & done; wait' & done; echo READY;"
            + " wait",
        // it goes on being born
        "f() { trap '' TERM; sleep 0.01; (f &); }; (f &); echo READY; sleep 1000",
        // stopped by a debugger's signal
        "sh -c 'kill -STOP $$' & echo READY; sleep 1000",
        // without our mark, but a descendant
        "env -i sleep 1000 & echo READY; sleep 1000"
      })
  void theWholeTreeIsGoneWhenStopReturns(String script) throws Exception {
    try (Run run = start(script)) {
      ready();
      run.stop();
      assertThat(Marked.processes(run.recording().folder())).isEmpty();
      assertThat(ProcessHandle.of(run.pid()).filter(ProcessTree::lives)).isEmpty();
      assertThat(run.ended()).isDone();
    }
  }

  @Test
  void whatARootLeavesBehindEndsWithTheRun() throws Exception {
    try (Run run = start("sleep 1000 & (setsid sleep 1000 &) ; echo READY; exit 5")) {
      assertThat(run.ended().get()).isEqualTo(new Exit(5, null));
      assertThat(Marked.processes(run.recording().folder())).isEmpty();
    }
  }

  @Test
  void stoppingWhatHasEndedChangesNothing() throws Exception {
    try (Run run = start("exit 6")) {
      run.ended().get();
      run.stop();
      run.stop();
      assertThat(run.ended().get()).isEqualTo(new Exit(6, null));
      assertThat(run.stopped()).isFalse();
    }
  }

  private void ready() {
    Await.until("the program is ready", () -> heard.out().endsWith("READY\n"));
  }

  private Run start(String script) throws StartException {
    return new Engine(UNTRACED)
        .start(sh(script), new Settings(1 << 28, Settings.Input.PIPE, heard));
  }
}
