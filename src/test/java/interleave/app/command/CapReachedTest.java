package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said where the recording's own limit runs out. */
class CapReachedTest {
  @Test
  void thatNotAllIsRecordedAnyMoreIsSaidOnceWhileTheProgramRuns() {
    List<String> said = List.of();
    for (int seconds = 3; said.size() < 2 && seconds < 100; seconds *= 4) {
      said = said(seconds); // again and longer, where the program has not come so far
    }
    assertThat(said)
        .hasSize(2)
        .first()
        .asString()
        .startsWith("interleave: The recording has taken its 1M (--cap)");
  }

  private static List<String> said(int seconds) {
    List<String> all = new ArrayList<>(List.of("run", "--headless", "--cap", "1M"));
    all.addAll(List.of("--timeout", Integer.toString(seconds)));
    all.addAll(List.of(ShortageTest.BUSY));
    return Said.by(all.toArray(String[]::new)).err().lines().toList();
  }
}
