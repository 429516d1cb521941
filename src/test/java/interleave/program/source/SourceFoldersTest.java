package interleave.program.source;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFoldersTest {
  @TempDir Path project;

  @Test
  void theSourcesOfABuiltProjectAreFoundFromItsClassesAndItsJar() throws IOException {
    Path file = source("src/main/java/com/example/Bank.java");
    Site site = new Site("Bank.java", 7, "pay", "com.example.Bank$Account");
    for (String place : List.of("target/classes", "target/bank.jar", "build/classes/java/main")) {
      SourceFolders folders = new SourceFolders(List.of(project.resolve(place)));
      assertThat(folders.find(site)).as(place).hasValue(file);
    }
  }

  @Test
  void aFileBesideTheOneThatRunsIsFound() throws IOException {
    Path file = source("Other.java");
    SourceFolders folders = new SourceFolders(List.of(project.resolve("Main.java"), project));
    assertThat(folders.find(new Site("Other.java", 1, "run", "Other"))).hasValue(file);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    SourceFolders folders = new SourceFolders(List.of(project));
    assertThat(folders.find(new Site("Gone.java", 1, "run", "Gone"))).isEmpty();
    assertThat(folders.find(Site.UNKNOWN)).isEmpty();
  }

  private Path source(String name) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "class X {}");
  }
}
