package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.SmallJavaChild;
import interleave.event.SmallImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java without java.instrument gets no agent by its environment: it would not start. */
class SmallJavaChildTest {
  @Test
  void aChildThatIsASmallJavaIsStartedAsEverAndThatIsSaid(@TempDir Path image) throws Exception {
    Path java = SmallImage.java(image);
    String agent = "-javaagent:" + System.getProperty("interleave.agent");
    Traced run =
        Traced.launch()
            .env("JAVA_TOOL_OPTIONS", agent + " -Dmine=1")
            .run(SmallJavaChild.class, java.toString());
    assertThat(run.out).isEqualTo("options: -Dmine=1\n".repeat(6) + "1\n");
    assertThat(run.notes())
        .containsOnly(
            "The Java in "
                + image.toRealPath()
                + " has no module java.instrument: it runs, but what it does is not seen.");
  }
}
