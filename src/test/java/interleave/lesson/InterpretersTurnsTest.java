package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.Trace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterpretersTurnsTest {
  private static final long MS = 1_000_000;
  private static final int PID = 7;

  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(PID, "gil").thread(1, "MainThread");

  private void phase(long from, long to, String name) {
    main.at(from * MS).event(PHASE_BEGIN, 0, 0, 1000, name);
    main.at(to * MS).event(PHASE_END);
  }

  private Optional<Reveal> reveal() {
    main.at(1000 * MS).event(THREAD_END);
    return new InterpretersTurns()
        .of(trace.end(), Catalogue.scenario("gil").words(ProgramLanguage.PYTHON));
  }

  @Test
  void threadsThatTookTurnsAreToldFromProcesses() {
    phase(0, 100, "1 thread");
    phase(100, 200, "2 threads");
    trace.gil(100 * MS, GIL_HELD, PID, 11);
    trace.gil(150 * MS, GIL_HELD, PID, 12);
    trace.gil(200 * MS, GIL_FREE, PID, 0);
    phase(200, 250, "2 processes");
    assertThat(reveal())
        .hasValue(
            new Reveal(
                "same",
                "2 threads: 1.00× the speed of one thread, as only one at a time had the GIL."
                    + " Processes, which have a lock each: 2.00×."));
  }

  @Test
  void whoTookTurnsCannotHaveBeenFasterSoThatSuchARunTellsNothing() {
    phase(0, 100, "1 thread");
    phase(100, 160, "2 threads");
    trace.gil(100 * MS, GIL_HELD, PID, 11);
    trace.gil(160 * MS, GIL_FREE, PID, 0);
    Reveal reveal = reveal().orElseThrow();
    assertThat(reveal.answered()).isFalse();
    assertThat(reveal.sentence()).contains("tells nothing");
  }

  @Test
  void withoutSuchALockThreadsAreFaster() {
    phase(0, 100, "1 thread");
    phase(100, 150, "2 threads");
    assertThat(reveal().orElseThrow().answer()).isEqualTo("faster");
  }

  @Test
  void whereTheLockCouldNotBeSeenNobodySaysWhoHadIt() {
    phase(0, 100, "1 thread");
    phase(100, 200, "2 threads");
    assertThat(reveal().orElseThrow().sentence()).endsWith("Who had the GIL could not be seen.");
  }

  @Test
  void beforeAnyThreadsHaveComputedTogetherThereIsNoAnswer() {
    phase(0, 100, "1 thread");
    assertThat(reveal()).isEmpty();
  }
}
