package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgentJarTest {
  @Test
  void theAgentJarIsMadeBeforeTheTestsRun() {
    assertThat(Files.isRegularFile(Path.of(System.getProperty("interleave.agent")))).isTrue();
  }
}
