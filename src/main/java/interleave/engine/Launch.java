package interleave.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to run. {@link #environment()} is added to the environment of this process. */
public sealed interface Launch permits JavaProgram, PythonProgram, CommandProgram {
  /** In the recording's folder: programs that came as texts. */
  String SOURCE = "source";

  /** What the root process is to be called. */
  String name();

  /** The working folder. */
  Path directory();

  /** That of a run, which may have one of its own in that folder, with what it reads. */
  default Path directory(Path recording) throws IOException {
    return directory();
  }

  Map<String, String> environment();

  /** Fields whose reads and writes are recorded, as {@code package.Class.field}. */
  List<String> watched();

  /** Names of Python variables whose reads and writes are observed step by step. */
  default List<String> observed() {
    return List.of();
  }

  /** The whole command line, for people: it may name a file that is there in a run only. */
  List<String> command();

  /** The command line of a run, which may leave in that folder what it needs. */
  default List<String> command(Path recording) throws IOException {
    return command();
  }

  /** What keeps the run from being seen in full, as a sentence; mostly nothing. */
  default Optional<String> caveat() {
    return Optional.empty();
  }
}
