package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.SmallImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Java without java.instrument that a Python program starts gets no agent: it would not start.
 */
@BesideOthers
class SmallJavaTest {
  @Test
  void aChildThatIsASmallJavaIsStartedAsEver(@TempDir Path image) throws Exception {
    Path java = SmallImage.java(image);
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "small_java.py", java.toString()))
        .forEach(
            (python, run) ->
                assertThat(run.out())
                    .as(python.toString())
                    .isEqualTo(
                        "options: -Dmine=1\n".repeat(8)
                            + "others: -javaagent:/a/interleave-agent.jar -Dmine=1\n"
                            + "options: -Dmine=1\n"));
  }
}
