package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallJavaTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Path image;
  private Path whole;

  @BeforeEach
  void makeJavas() throws IOException {
    image = java(folder.resolve("image"));
    whole = java(folder.resolve("whole"));
    Files.createFile(whole.resolve("lib/libinstrument.so"));
    environment.put("PATH", whole.resolve("bin") + ":" + folder.resolve("nowhere"));
  }

  private static Path java(Path home) throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
    Files.createFile(home.resolve("lib/modules"));
    script(home.resolve("bin/java"), "");
    return home.toRealPath();
  }

  private static Path script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + text + "\n");
    assertThat(path.toFile().setExecutable(true)).isTrue();
    return path;
  }

  private Path of(Object... command) {
    return new SmallJava(environment, null)
        .of(List.of(command).stream().map(Object::toString).toList());
  }

  @Test
  void aJavaWithoutTheLibraryOfAgentsIsSmall() throws IOException {
    assertThat(of(image.resolve("bin/java"), "-version")).isEqualTo(image);
    assertThat(of(whole.resolve("bin/java"), image.resolve("bin/java"))).isNull();
    assertThat(of("java")).as("that of the path").isNull();
    environment.put("PATH", image.resolve("bin").toString());
    assertThat(of("java")).isEqualTo(image);
    Path link = Files.createSymbolicLink(folder.resolve("java"), image.resolve("bin/java"));
    assertThat(of(link)).isEqualTo(image);
    assertThat(of("no-such-program")).isNull();
    assertThat(of(folder)).isNull();
  }

  @Test
  void soIsAProgramThatComesWithOne() throws IOException {
    Path app = folder.resolve("app");
    java(app.resolve("lib/runtime"));
    assertThat(of(script(app.resolve("bin/App"), ""))).isNotNull();
    assertThat(of(script(image.resolve("bin/launcher"), "$DIR/java -m app/app.Main"))).isNotNull();
  }

  @Test
  void whatAShellOrAScriptNamesIsFound() throws IOException {
    assertThat(of("sh", "-c", "cd /; exec " + image.resolve("bin/java") + " -version")).isNotNull();
    assertThat(of("env", "A=b", image.resolve("bin/java"))).isNotNull();
    assertThat(of("echo", image.resolve("bin/java"))).as("is only printed").isNull();
    Path script = script(folder.resolve("tool/run.sh"), "exec \"$JAVA_HOME/bin/java\" Main");
    assertThat(of(script)).isNull();
    environment.put("JAVA_HOME", image.toString());
    assertThat(of(script)).isEqualTo(image);
  }

  @Test
  void onlyOurAgentIsTakenOutOfTheOptions() {
    assertThat(SmallJava.withoutAgent("-javaagent:/a/interleave-agent.jar")).isNull();
    assertThat(SmallJava.withoutAgent("-javaagent:/a/interleave-agent.jar -Dmine=1"))
        .isEqualTo("-Dmine=1");
    assertThat(SmallJava.withoutAgent("\"-javaagent:/a b/interleave-agent.jar\" -Dmine=1"))
        .isEqualTo("-Dmine=1");
    assertThat(SmallJava.withoutAgent("-javaagent:/a/other.jar"))
        .isEqualTo("-javaagent:/a/other.jar");
    assertThat(SmallJava.withoutAgent(null)).isNull();
  }
}
