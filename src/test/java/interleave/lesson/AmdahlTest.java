package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.scenario.Catalogue;
import interleave.timeline.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast workers were is measured; what is possible the program says. */
class AmdahlTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(7, "Program").thread(1, "main");

  private void phase(long from, long to, long work, String name) {
    main.at(from).event(PHASE_BEGIN, 0, 0, work, name);
    main.at(to).event(PHASE_END);
  }

  private Reveal workers(long alone, long four) {
    phase(0, alone * MS, 1000, "1 worker");
    phase(alone * MS, (alone + four) * MS, 1000, "4 workers");
    main.at((alone + four) * MS).event(OUTPUT, 0, 0, 0, "4 workers: 2.00x, at most 2.29x");
    main.at((alone + four) * MS).event(THREAD_END);
    return Answers.of(Catalogue.scenario("amdahl"), trace.end()).orElseThrow();
  }

  @Test
  void whatWasMeasuredIsToldAndWhatTheLawAllows() {
    assertThat(workers(200, 100))
        .isEqualTo(
            new Reveal(
                "less",
                "4 workers: 2 times the speed of one. At most 2.29 is possible with this serial"
                    + " share and these processors."));
  }

  @ParameterizedTest
  @ValueSource(longs = {50, 180})
  void fasterThanTheLawOrFarBelowItTellsNothing(long four) {
    Reveal reveal = workers(200, four);
    assertThat(reveal.answered()).isFalse();
    assertThat(reveal.sentence()).contains("2.29 was to be expected", "tells nothing");
  }

  /** Twice, with others that disturb now the one and now the other. */
  private Reveal counters(long apart, long together) {
    long at = 0;
    for (long disturbed = 1; disturbed <= 2; disturbed++) {
      at = next(at, 100 * (3 - disturbed), 1000, "alone");
      at = next(at, apart * disturbed, 2000, "apart");
      at = next(at, together * (3 - disturbed), 2000, "one line");
    }
    main.at(at * MS).event(THREAD_END);
    return Answers.of(Catalogue.scenario("amdahl"), trace.end()).orElseThrow();
  }

  private long next(long from, long took, long work, String name) {
    phase(from * MS, (from + took) * MS, work, name);
    return from + took;
  }

  @Test
  void countersInOneLineOfTheCacheAreSlow() {
    assertThat(counters(100, 200))
        .isEqualTo(
            new Reveal(
                "hardly",
                "In one line of the cache the counters of all were counted 1 times as fast as one,"
                    + " as each write takes the line from the others; 2 times when they are far"
                    + " apart. The quickest of six counts."));
  }

  @Test
  void whereThoseInOneLineAreAsFastTheProcessorsShareIt() {
    Reveal reveal = counters(100, 102);
    assertThat(reveal.answered()).isFalse();
    assertThat(reveal.sentence()).contains("as two threads of one core do");
  }

  @Test
  void whereNotEvenThoseFarApartAreFasterThereIsOneCore() {
    assertThat(counters(195, 200).sentence()).endsWith("false sharing cannot be seen.");
  }

  @Test
  void whereThreadsHadNoProcessorTheRunTellsNothing() {
    Trace.Thread worker = trace.foreign(8, "Other").thread(9, "worker-1");
    worker.at(1).event(THREAD_BEGIN);
    worker.at(2).event(STATE_TOLD, NativeState.READY.flags(WaitChannel.UNKNOWN), 0, 0, null);
    worker.at(400 * MS).event(THREAD_END);
    trace.engine(401 * MS, CHILD_EXIT, 0, 8, null);
    assertThat(counters(195, 200).sentence()).contains("this run tells nothing");
  }
}
