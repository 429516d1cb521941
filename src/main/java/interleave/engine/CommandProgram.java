package interleave.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Any program. It is not traced itself unless it is Java or Python; those that it starts are. */
public record CommandProgram(
    String name,
    List<String> command,
    Path directory,
    Map<String, String> environment,
    List<String> watched)
    implements Launch {
  public CommandProgram {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    watched = List.copyOf(watched);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a command has at least the program's name");
    }
  }

  /** That command in the current folder, with nothing added to its environment. */
  public static CommandProgram of(String... command) {
    return new CommandProgram(command[0], List.of(command), Path.of(""), Map.of(), List.of());
  }

  public CommandProgram in(Path directory) {
    return new CommandProgram(name, command, directory, environment, watched);
  }

  public CommandProgram environment(Map<String, String> environment) {
    return new CommandProgram(name, command, directory, environment, watched);
  }
}
