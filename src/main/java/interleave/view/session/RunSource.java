package interleave.view.session;

import interleave.engine.Interpreter;
import interleave.file.Progress;
import interleave.laboratory.Conduct;
import interleave.program.Program;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where takes come from. Everything here may take a while: never on the window's thread. */
public interface RunSource {
  /**
   * Starts a program.
   *
   * @throws IOException with a sentence that says why it could not be started and what to do
   */
  RecordedRun run(Program program) throws IOException;

  /**
   * Starts a program whose threads go on as somebody says.
   *
   * @throws IOException with a sentence that says why it could not be started, or not be controlled
   */
  default RecordedRun run(Program program, Conduct conduct) throws IOException {
    throw new IOException(program.title());
  }

  /** The Pythons of this machine, the one that is used where none was chosen first. */
  default List<Interpreter> pythons() {
    return List.of();
  }

  /**
   * The Python at a path: an executable, or the folder of an installation or virtual environment.
   *
   * @throws IOException with a sentence that says why there is none
   */
  default Interpreter python(Path path) throws IOException {
    throw new FileNotFoundException(path.toString());
  }

  /**
   * Reads a recording.
   *
   * @throws java.util.concurrent.CancellationException where {@code progress} wants it to end
   * @throws IOException with a sentence that says what is wrong with the file
   */
  RecordedRun open(Path file, Progress progress) throws IOException;
}
