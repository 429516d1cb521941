package interleave.engine;

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
 */
public record Call(
    List<String> options, List<String> arguments, Path directory, Map<String, String> environment) {
  /** In the current folder, with nothing added. */
  static final Call PLAIN = new Call(List.of(), List.of(), Path.of(""), Map.of());

  public Call {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  Call options(List<String> others) {
    return new Call(others, arguments, directory, environment);
  }

  Call arguments(List<String> others) {
    return new Call(options, others, directory, environment);
  }

  Call in(Path folder) {
    return new Call(options, arguments, folder, environment);
  }

  Call environment(Map<String, String> added) {
    return new Call(options, arguments, directory, added);
  }
}
