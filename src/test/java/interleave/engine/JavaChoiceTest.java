package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java runs a program: JAVA_HOME's or PATH's where it is new enough, else our own. */
class JavaChoiceTest {
  private static final Path OWN = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir Path folder;

  @Test
  void thatOfJavaHomeComesFirst() throws Exception {
    Path home = jdk("home", "25.0.1");
    Path path = jdk("path", "26");
    assertThat(chosen(home, path)).isEqualTo(java(home));
  }

  @Test
  void whereItIsTooOldThatOfThePathIsTaken() throws Exception {
    Path path = jdk("path", "26-ea");
    assertThat(chosen(jdk("home", "17.0.15"), path)).isEqualTo(java(path));
  }

  @Test
  void onlyTheFirstOfThePathIsThePathsJava() throws Exception {
    Path old = jdk("old", "1.8.0_402");
    String path = old.resolve("bin") + File.pathSeparator + jdk("new", "26").resolve("bin");
    assertThat(JavaFinder.newest(Map.of("PATH", path)::get)).isEqualTo(OWN);
  }

  @Test
  void whereNoneIsNewEnoughOurOwnRunsIt() throws Exception {
    assertThat(chosen(jdk("home", "24"), jdk("path", "1.8.0_402"))).isEqualTo(OWN);
    assertThat(JavaFinder.newest(_ -> null)).isEqualTo(OWN);
    assertThat(chosen(folder.resolve("nothing here"), folder)).isEqualTo(OWN);
  }

  @Test
  void theOneThatWasNamedIsTakenOrRefusedWithTheReason() throws Exception {
    Path jdk = jdk("named", "25");
    assertThat(JavaFinder.checked(jdk)).isEqualTo(java(jdk));
    assertThat(JavaFinder.checked(java(jdk))).isEqualTo(java(jdk));
    assertThatThrownBy(() -> JavaFinder.checked(jdk("old", "21.0.2")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("is Java 21, and tracing needs 25 or newer")
        .hasMessageContaining("--java");
    assertThatThrownBy(() -> JavaFinder.checked(folder.resolve("no/such")))
        .hasMessageContaining("There is no Java at " + folder.resolve("no/such"));
  }

  private static Path chosen(Path home, Path path) throws StartException {
    Map<String, String> environment =
        Map.of("JAVA_HOME", home.toString(), "PATH", path.resolve("bin").toString());
    return JavaFinder.newest(environment::get);
  }

  private static Path java(Path jdk) {
    return jdk.resolve("bin").resolve("java");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java(jdk), "#!/bin/sh\n");
    assertThat(java(jdk).toFile().setExecutable(true)).isTrue();
    return jdk;
  }
}
