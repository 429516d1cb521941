package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The first class that a JVM loads of us, whichever JVM that is. */
class AgentTest {
  private static final int JAVA_8 = 52;

  @Test
  void aJvmThatIsTooOldToBeTracedCanStillLoadIt() throws Exception {
    try (JarFile jar = new JarFile(System.getProperty("interleave.agent"));
        DataInputStream in =
            new DataInputStream(jar.getInputStream(jar.getEntry("interleave/agent/Agent.class")))) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      in.readUnsignedShort();
      assertThat(in.readUnsignedShort()).isLessThanOrEqualTo(JAVA_8);
    }
  }
}
