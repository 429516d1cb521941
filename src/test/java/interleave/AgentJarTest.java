package interleave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class AgentJarTest {
  @Test
  void holdsTheTracerAndTheEventsAndNothingElse() throws IOException {
    try (var jar = agentJar()) {
      assertThat(jar.stream().filter(entry -> entry.getName().endsWith(".class")))
          .isNotEmpty()
          .allSatisfy(entry -> assertThat(entry.getName()).matches("interleave/(event|agent)/.+"));
    }
  }

  @Test
  void putsItselfOnTheBootClassPath() throws IOException {
    try (var jar = agentJar()) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Boot-Class-Path"))
          .isEqualTo("interleave-agent.jar");
    }
  }

  private static JarFile agentJar() throws IOException {
    return new JarFile(System.getProperty("interleave.agent"));
  }
}
