package interleave.program;

import interleave.engine.CommandProgram;
import interleave.engine.Exit;
import interleave.engine.JavaProgram;
import interleave.engine.Launch;
import interleave.engine.PythonProgram;
import interleave.engine.Run;
import interleave.file.Manifest;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What is said of a run in the file that keeps it. */
public final class Manifests {
  private Manifests() {}

  /** That of a run of the program. */
  public static Manifest of(Run run, Program program) {
    CompletableFuture<Exit> ended = run.ended();
    Launch launch = run.launch();
    Program.Lesson lesson = program instanceof Program.Lesson is ? is : null;
    return Manifest.of(
        run.startedAt(),
        program.title(),
        lesson == null ? null : lesson.scenario().id(),
        lesson == null ? Map.of() : lesson.values(),
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

  /** The scenario that was recorded, with its values; empty where it is none that is known. */
  public static Optional<Program.Lesson> lesson(Manifest manifest) {
    return Optional.ofNullable(manifest.scenario())
        .flatMap(Catalogue::find)
        .map(it -> new Program.Lesson(it, manifest.parameters(), language(manifest)));
  }

  /** What the lesson is called that was recorded and is not known here. */
  public static Optional<String> unknownLesson(Manifest manifest) {
    return Optional.ofNullable(manifest.scenario())
        .filter(id -> Catalogue.find(id).isEmpty())
        .map(id -> manifest.title().equals(id) ? id : manifest.title() + " (" + id + ")");
  }

  private static ProgramLanguage language(Manifest manifest) {
    return ProgramLanguage.PYTHON.id().equals(manifest.language())
        ? ProgramLanguage.PYTHON
        : ProgramLanguage.JAVA;
  }
}
