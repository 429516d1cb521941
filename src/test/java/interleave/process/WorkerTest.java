package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.Alone;
import interleave.event.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alone
class WorkerTest {
  @TempDir Path folder;

  @Test
  void warmingUpEndsInOrder() throws Exception {
    assertThat(Program.run(null, Worker.class, Worker.WARM_UP))
        .last()
        .asString()
        .startsWith("warm");
    assertThat(Program.run(null, Worker.class)).last().asString().startsWith("warm");
  }

  @Test
  void aWorkerHasTheSameJavaAndClassesAndStartsFromTheArchiveThatIsNamed() throws Exception {
    Path archive = Files.createFile(folder.resolve("worker.jsa"));
    System.setProperty(WorkerCommand.ARCHIVE_PROPERTY, archive.toString());
    try {
      List<String> command = WorkerCommand.of(List.of("run")).command();
      assertThat(command.getFirst()).startsWith(System.getProperty("java.home"));
      assertThat(command)
          .contains(
              "-XX:SharedArchiveFile=" + archive,
              "-D" + WorkerCommand.ARCHIVE_PROPERTY + "=" + archive);
      assertThat(command).endsWith(Worker.class.getName(), "run");
      String classPath = command.get(command.indexOf("-cp") + 1);
      assertThat(classPath.split(":")).allMatch(entry -> Path.of(entry).isAbsolute());
    } finally {
      System.clearProperty(WorkerCommand.ARCHIVE_PROPERTY);
    }
    assertThat(WorkerCommand.of(List.of("run")).command())
        .noneMatch(word -> word.contains("SharedArchiveFile"));
    assertThat(WorkerCommand.of(List.of("run")).environment())
        .doesNotContainKey(Recorder.NAME_VARIABLE);
  }

  @Test
  void endingsReadLikeWords() {
    assertThat(new Ending(0)).hasToString("ended with exit code 0");
    assertThat(new Ending(137)).hasToString("was killed by SIGKILL");
    assertThat(new Ending(128 + 30)).hasToString("was killed by signal 30");
    assertThat(new Ending(255).signal()).isZero();
  }

  @Test
  void socketsStayWithinWhatAnAddressHoldsAndAreTheOwnersOnly() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("x".repeat(90)));
    for (Path temporary : List.of(folder, deep)) {
      Path sockets = SocketPlace.folderBelow(temporary);
      assertThat(sockets.toString().length()).isLessThan(70);
      assertThat(Files.getPosixFilePermissions(sockets)).hasSize(3);
      Files.delete(sockets);
    }
    assertThat(SocketPlace.socket("q", SocketPlace.newKey()).toString().length()).isLessThan(104);
  }
}
