package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.Trace;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  @Test
  void countsAreWrittenAsEverywhereElse() {
    Trace trace = new Trace();
    Trace.Thread main = trace.process(1, "Program").thread(1, "main");
    main.at(0).event(EventKind.THREAD_BEGIN);
    for (int i = 0; i < 1_500; i++) {
      main.at(i + 1).event(EventKind.OUTPUT, 0, 0, 0, "line");
    }
    assertThat(ProgressLine.text(trace.end(), 0)).contains(" 1 503 events");
  }
}
