package interleave.engine;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Pythons of this machine, for tests that need real ones. */
public final class SomePython {
  private static final List<Interpreter> ALL = new PythonFinder().all(Path.of(""));

  private SomePython() {}

  /** One that can be traced; skips the test, saying so, where there is none. */
  public static Interpreter traced() {
    return all().filter(Interpreter::isTraced).findFirst().orElseThrow();
  }

  /** One that is too old to be traced; skips the test, saying so, where there is none. */
  public static Interpreter old() {
    assumeThat(ALL.stream().filter(each -> !each.isTraced()))
        .as("No Python was found here that is too old to be traced.")
        .isNotEmpty();
    return ALL.stream().filter(each -> !each.isTraced()).findFirst().orElseThrow();
  }

  private static Stream<Interpreter> all() {
    assumeThat(ALL.stream().filter(Interpreter::isTraced))
        .as("No CPython 3.8 or newer was found here: nothing of Python is tested.")
        .isNotEmpty();
    return ALL.stream();
  }
}
