package interleave.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a program is called.
 *
 * @param options of the runtime, as they are; they go before the code
 * @param arguments of the program
 * @param directory where it runs
 * @param environment what is added to that of this process
 * @param beside what is to lie in the folder where it runs, which is one of its own then
 */
public record Call(
    List<String> options,
    List<String> arguments,
    Path directory,
    Map<String, String> environment,
    Beside beside) {
  /** Files that a program finds where it runs. */
  public interface Beside {
    Beside NOTHING = _ -> {};

    /** Writes them into that folder. */
    void layOut(Path folder) throws IOException;
  }

  /** In the current folder, with nothing added. */
  static final Call PLAIN = new Call(List.of(), List.of(), Path.of(""), Map.of(), Beside.NOTHING);

  public Call {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  Call options(List<String> others) {
    return new Call(others, arguments, directory, environment, beside);
  }

  Call arguments(List<String> others) {
    return new Call(options, others, directory, environment, beside);
  }

  Call in(Path folder) {
    return new Call(options, arguments, folder, environment, beside);
  }

  Call environment(Map<String, String> added) {
    return new Call(options, arguments, directory, added, beside);
  }

  Call beside(Beside files) {
    return new Call(options, arguments, directory, environment, files);
  }

  /** The working folder of a run, which may have one of its own in that folder. */
  Path directory(Path recording) throws IOException {
    if (beside.equals(Beside.NOTHING)) {
      return directory;
    }
    Path folder = Files.createDirectories(recording.resolve(Launch.SOURCE));
    beside.layOut(folder);
    return folder;
  }
}
