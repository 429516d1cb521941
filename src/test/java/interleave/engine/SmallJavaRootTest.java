package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of which the Java takes no agent. */
class SmallJavaRootTest {
  private static final Installation TRACED =
      new Installation(
          Path.of("target/classes"),
          Path.of("/a/interleave-agent.jar"),
          null,
          EngineTest.UNTRACED.java(),
          EngineTest.UNTRACED.ownJava());

  @Test
  void itRunsUntracedAndThatIsSaid(@TempDir Path image) throws Exception {
    Files.createDirectories(image.resolve("lib"));
    Files.createDirectories(image.resolve("bin"));
    Files.createFile(image.resolve("lib/modules"));
    Path java = Files.createFile(image.resolve("bin/java"));
    Launch launch = JavaProgram.of(java, new JavaProgram.Code.Module(List.of(), "app/app.Main"));
    ProcessBuilder builder = new ProcessBuilder(launch.command(image));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    TracingEnvironment made =
        new TracingEnvironment(builder, Recording.open(image), launch, TRACED);
    assertThat(builder.environment()).doesNotContainKey("JAVA_TOOL_OPTIONS");
    assertThat(made.tracesJava()).isFalse();
    assertThat(made.filter()).isNull();
    assertThat(made.javaFailure())
        .contains(image.toRealPath().toString())
        .contains("java.instrument");
  }

  @Test
  void anyOtherIsTraced(@TempDir Path folder) throws Exception {
    Launch launch = CommandProgram.of("make");
    ProcessBuilder builder = new ProcessBuilder("make");
    TracingEnvironment made =
        new TracingEnvironment(builder, Recording.open(folder), launch, TRACED);
    assertThat(builder.environment().get("JAVA_TOOL_OPTIONS"))
        .startsWith("-javaagent:/a/interleave-agent.jar");
    assertThat(made.javaFailure()).isNull();
    assertThat(made.tracesJava()).isTrue();
  }
}
