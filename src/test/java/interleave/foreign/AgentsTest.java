package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import foreign.Covered;
import foreign.Reloaded;
import interleave.BesideOthers;
import interleave.engine.JavaProgram;
import interleave.foreign.BothWays.Seen;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that bring an agent of their own. */
@BesideOthers
class AgentsTest {
  @TempDir Path folder;

  @Test
  void classesMayBeTransformedAndRedefinedWhileTheyAreInUse() throws Exception {
    JavaProgram program = BothWays.program(Reloaded.class, List.of(net.bytebuddy.ByteBuddy.class));
    Seen seen = BothWays.run(with(program, agent("foreign.HotAgent")), folder);
    assertThat(seen.out()).contains("2000 counted", "8000 counted");
    // All of it is recorded, whatever was done to the class meanwhile.
    assertThat(seen.acquires()).isGreaterThanOrEqualTo(8000);
  }

  @Test
  void jacocoKnowsTheClassesAsTheyWereCompiled() throws Exception {
    Path jacoco = BothWays.home(org.jacoco.agent.rt.RT.class);
    JavaProgram program = BothWays.program(Covered.class, List.of(org.jacoco.agent.rt.RT.class));
    Seen seen = BothWays.run(with(program, jacoco + "=output=none"), folder);
    assertThat(seen.out()).contains("foreign/Covered ");
    assertThat(seen.locks("Covered.class")).isEqualTo(1);
  }

  private static JavaProgram with(JavaProgram program, String agent) {
    List<String> options = new ArrayList<>(program.call().options());
    options.add("-javaagent:" + agent);
    return program.jvmOptions(options);
  }

  private String agent(String premain) throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", premain);
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.putValue("Can-Redefine-Classes", "true");
    Path jar = folder.resolve("agent.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    return jar.toString();
  }
}
