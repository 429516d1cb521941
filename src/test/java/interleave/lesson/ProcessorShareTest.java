package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.Trace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorShareTest {
  private static final long MS = 1_000_000;
  private static final int PID = 7;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(PID, "Computing");

  private void begins(int id) {
    Trace.Thread thread = program.thread(id, id == 1 ? "main" : "worker-" + id);
    thread.at(id).event(NATIVE_THREAD, 0, 0, 100 + id, null);
    thread.at(id).event(THREAD_BEGIN);
    looked(id, 1, NativeState.RUNNING, 0, 0, 0);
  }

  private void looked(int id, long at, NativeState state, long window, long ran, long ready) {
    ThreadSample sample = new ThreadSample(100 + id, window * MS, ran * MS, ready * MS);
    trace.system(at * MS, PID, state, WaitChannel.UNKNOWN, sample, null);
  }

  private void computes(int id, long until, long turn, long of) {
    for (long at = 1 + of; at <= until; at += of) {
      looked(id, at, NativeState.RUNNING, of, turn, of - turn);
    }
  }

  private void ends(int id, long at) {
    program.thread(id, "").at(at * MS).event(THREAD_END);
  }

  private Optional<Reveal> reveal() {
    ends(1, 1001);
    return new ProcessorShare()
        .of(trace.end(), Catalogue.scenario("ready-and-running").words(ProgramLanguage.JAVA));
  }

  @Test
  void whoHasAProcessorForHalfOfTheTimeIsReadyForTheOtherHalf() {
    begins(1);
    looked(1, 2, NativeState.ASLEEP, 1, 0, 0);
    begins(2);
    begins(3);
    computes(2, 1001, 10, 20);
    computes(3, 1001, 10, 20);
    ends(2, 1001);
    ends(3, 1001);
    Reveal reveal = reveal().orElseThrow();
    assertThat(reveal.answer()).isEqualTo("part");
    assertThat(reveal.sentence())
        .startsWith("2 threads computed, and while they wanted to run they did so for 50 %")
        .endsWith("On average 1.0 ran at once.");
  }

  @Test
  void withProcessorsEnoughAllRunAllTheTime() {
    begins(1);
    looked(1, 2, NativeState.ASLEEP, 1, 0, 0);
    begins(2);
    ends(2, 900);
    assertThat(reveal().orElseThrow().answer()).isEqualTo("all");
  }

  @Test
  void whoBeginsWhenAnotherIsDoneWasReadyUntilThen() {
    begins(1);
    looked(1, 2, NativeState.ASLEEP, 1, 0, 0);
    begins(2);
    begins(3);
    ends(2, 500);
    computes(3, 500, 0, 20);
    computes(3, 521, 20, 20);
    ends(3, 600);
    assertThat(reveal().orElseThrow().answer()).isEqualTo("some");
  }

  @Test
  void whereTheSystemWasNotAskedThereIsNoAnswer() {
    program.thread(1, "main").at(0).event(THREAD_BEGIN);
    program.thread(2, "worker-2").at(0).event(THREAD_BEGIN);
    ends(2, 900);
    assertThat(reveal()).isEmpty();
  }
}
