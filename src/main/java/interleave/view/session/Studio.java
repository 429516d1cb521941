package interleave.view.session;

import java.io.IOException;
import java.nio.file.Path;

/** Where takes come from. Everything here may take a while: never on the window's thread. */
public interface Studio {
  /**
   * Starts a program.
   *
   * @throws IOException with a sentence that says why it could not be started and what to do
   */
  Take run(Program program) throws IOException;

  /**
   * Reads a recording.
   *
   * @throws IOException with a sentence that says what is wrong with the file
   */
  Take open(Path file) throws IOException;
}
