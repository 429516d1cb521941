package interleave.process.broker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The broker that keeps the queues and pools of this process, where none is named. Children inherit
 * it; what is inherited is the name of a file that its owner alone may read.
 */
public final class SharedBroker {
  /** System property: the file with its address. */
  public static final String PROPERTY = "interleave.broker";

  /** The same as a variable of the environment, for a program that is started by somebody else. */
  public static final String VARIABLE = "INTERLEAVE_BROKER";

  private SharedBroker() {}

  /** The file with its address; empty where everything stays on this machine. */
  public static Optional<Path> file() {
    String named = System.getProperty(PROPERTY);
    String file = named != null ? named : System.getenv(VARIABLE);
    return file == null || file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
  }

  /** From here on queues and pools of this process and its children are kept there. */
  public static void use(Path file) {
    System.setProperty(PROPERTY, file.toAbsolutePath().toString());
  }
}
