package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

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

  private Reveal counters(long apart, long together) {
    phase(0, 100 * MS, 1000, "1 counter");
    phase(100 * MS, (100 + apart) * MS, 4000, "4 far apart");
    phase((100 + apart) * MS, (100 + apart + together) * MS, 4000, "4 in one line");
    main.at((100 + apart + together) * MS).event(THREAD_END);
    return Answers.of(Catalogue.scenario("amdahl"), trace.end()).orElseThrow();
  }

  @Test
  void countersInOneLineOfTheCacheAreSlow() {
    assertThat(counters(200, 800))
        .isEqualTo(
            new Reveal(
                "hardly",
                "4 in one line: 0.50 times the speed of one, as each write takes the line from the"
                    + " others. 2 times when the counters are far apart."));
  }

  @Test
  void whereThoseInOneLineAreAsFastTheRunLeavesItOpen() {
    assertThat(counters(200, 204).answered()).isFalse();
  }

  @Test
  void whereNotEvenThoseFarApartAreFasterTheRunTellsNothing() {
    assertThat(counters(390, 800).sentence()).endsWith("this run tells nothing.");
  }
}
