package interleave.program;

import interleave.engine.CommandProgram;
import interleave.engine.Exit;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonProgram;
import interleave.engine.Run;
import interleave.file.Manifest;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What is said of a run in the file that keeps it. */
public final class Manifests {
  private Manifests() {}

  /**
   * That of a run.
   *
   * @param scenario null for a program of the user's own
   */
  public static Manifest of(
      Run run, String title, @Nullable Scenario scenario, Map<String, String> values) {
    CompletableFuture<Exit> ended = run.ended();
    Launch launch = run.launch();
    return Manifest.of(
        title,
        scenario == null ? null : scenario.id(),
        values,
        language(launch),
        launch instanceof PythonProgram python
            ? python.interpreter().show() + " (" + python.interpreter().path() + ")"
            : null,
        launch.command(),
        ended.state() == Future.State.SUCCESS ? ended.resultNow().show() : null);
  }

  private static @Nullable String language(Launch launch) {
    return switch (launch) {
      case JavaProgram _ -> ProgramLanguage.JAVA.id();
      case PythonProgram _ -> ProgramLanguage.PYTHON.id();
      case CommandProgram _ -> null;
    };
  }

  /** What ran the program, without where that is; empty where it is not said. */
  public static String runtime(Manifest manifest) {
    String runtime = manifest.runtime();
    int place = runtime == null ? -1 : runtime.indexOf(" (");
    return runtime == null ? "" : place < 0 ? runtime : runtime.substring(0, place);
  }

  /** The language of the program that was recorded. */
  public static ProgramLanguage language(Manifest manifest) {
    return ProgramLanguage.PYTHON.id().equals(manifest.language())
        ? ProgramLanguage.PYTHON
        : ProgramLanguage.JAVA;
  }
}
