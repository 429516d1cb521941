package interleave.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What to run. {@link #environment()} is added to the environment of this process. */
public sealed interface Launch permits JavaProgram, CommandProgram {
  /** What the root process is to be called. */
  String name();

  /** The working folder. */
  Path directory();

  Map<String, String> environment();

  /** Fields whose reads and writes are recorded, as {@code package.Class.field}. */
  List<String> watched();

  /** The whole command line. */
  List<String> command();
}
