package interleave.app.window;

import interleave.engine.StartException;
import interleave.program.Target;
import interleave.scenario.ProgramLanguage;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The way from the command line to the window. */
public final class Windows {
  private static final Words WORDS = Words.of("app");

  private Windows() {}

  /** What the window shows first. */
  public sealed interface Content {
    Content NOTHING = new Gallery();

    record Gallery() implements Content {}

    record Program(Target target) implements Content {}

    record Saved(Path file) implements Content {}
  }

  /** Opens the window and returns when it is closed. */
  public static int open(Content content) throws StartException {
    try {
      WindowApplication.open(
          switch (content) {
            case Content.Gallery _ -> Optional.empty();
            case Content.Program(Target target) -> Optional.of(program(target));
            case Content.Saved(Path file) ->
                Optional.of(new interleave.view.session.Program.Saved(file.toAbsolutePath()));
          });
      return 0;
    } catch (UnsupportedOperationException e) {
      throw new StartException(WORDS.get("no-window", String.valueOf(e.getMessage())), e);
    }
  }

  private static interleave.view.session.Program program(Target target) {
    return switch (target) {
      case Target.Lesson lesson ->
          new interleave.view.session.Program.Lesson(
              lesson.scenario(),
              lesson.values(),
              lesson.language(),
              lesson.runtime(),
              lesson.language() == ProgramLanguage.PYTHON && !lesson.watched().isEmpty());
      case Target.Own own ->
          new interleave.view.session.Program.Own(
              own.language(),
              own.name(),
              own.classPath(),
              own.options(),
              own.arguments(),
              Path.of("").toAbsolutePath(),
              own.watched(),
              Map.of(),
              own.runtime());
    };
  }
}
