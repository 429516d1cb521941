package interleave.exchange.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clang writes its sums as threads, hundreds of them, beside the one that there was. */
class ManyThreadsTest {
  @TempDir Path folder;

  @Test
  void theThreadThatIsCalledAsItsProcessIsNeverFoldedAway() throws IOException {
    StringBuilder text = new StringBuilder("{\"traceEvents\":[");
    for (int i = 1; i <= 400; i++) {
      text.append("{\"ph\":\"X\",\"pid\":900,\"tid\":")
          .append(1000 + i)
          .append(",\"ts\":0,\"dur\":5,\"name\":\"Total\"},\n");
    }
    for (int i = 0; i < 20_000; i++) { // so much that it has a segment of its own
      text.append("{\"ph\":\"X\",\"pid\":900,\"tid\":900,\"dur\":1,\"name\":\"Frontend\",\"ts\":")
          .append(i + 1)
          .append("},\n");
    }
    text.append("{\"ph\":\"M\",\"pid\":900,\"tid\":900,\"name\":\"thread_name\",\"args\":")
        .append("{\"name\":\"clang\"}}]}");
    OpenedFiles opened = OpenedFiles.text(folder, "clang.json", text.toString());
    var timeline = opened.timeline();
    var real = opened.lane("clang");
    assertThat(timeline.plainLanes()).contains(real.index());
    assertThat(timeline.crowdOf(real.index())).isNegative();
  }
}
