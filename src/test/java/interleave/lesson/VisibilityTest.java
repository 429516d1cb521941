package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.timeline.Trace;
import org.junit.jupiter.api.Test;

/** Whether a write was seen is told by what the two threads printed, and when. */
class VisibilityTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Program");
  private final Trace.Thread main = program.thread(1, "main");
  private final Trace.Thread watcher = program.thread(2, "Watcher");

  private Reveal reveal() {
    main.at(900 * MS).event(THREAD_END);
    return Answers.of(Catalogue.scenario("visibility"), trace.end()).orElseThrow();
  }

  @Test
  void whoHasSeenTheWriteSaysSo() {
    main.at(100 * MS).event(OUTPUT, 0, 0, 0, "Now the flag is written.");
    watcher.at(102 * MS).event(OUTPUT, 0, 0, 0, "The watcher has seen it.");
    assertThat(reveal())
        .isEqualTo(
            new Reveal(
                "seen",
                "It saw the write, and said so 2 ms after main had told that it would write."));
  }

  @Test
  void whoSaysNothingUntilTheProgramEndsHasNotSeenIt() {
    main.at(100 * MS).event(OUTPUT, 0, 0, 0, "Now the flag is written.");
    main.at(800 * MS).event(OUTPUT, 0, 0, 0, "It is still not seen.");
    assertThat(reveal())
        .isEqualTo(
            new Reveal(
                "never",
                "It went round for 700 ms after the write, until the program ended, and never saw"
                    + " it."));
  }
}
