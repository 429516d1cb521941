package interleave.exercise;

import interleave.program.Program;
import interleave.scenario.Exercise;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a learner has written for the task of a lesson.
 *
 * @param lesson the one that sets the task
 * @param language in which it is written
 * @param text the whole source file
 */
public record Attempt(Scenario lesson, ProgramLanguage language, String text) {
  private static final String ARGUMENTS = "arguments.py";

  public Attempt {
    if (!in(lesson, language)) {
      throw new IllegalArgumentException(lesson.id() + " sets no task in " + language.title());
    }
  }

  /** What a learner begins with. */
  public static Attempt start(Scenario lesson, ProgramLanguage language) {
    return new Attempt(lesson, language, code(lesson, language).start());
  }

  /** How it can be done. */
  public static Attempt solution(Scenario lesson, ProgramLanguage language) {
    return new Attempt(lesson, language, code(lesson, language).solution());
  }

  /** Whether the lesson sets a task in that language. */
  public static boolean in(Scenario lesson, ProgramLanguage language) {
    return lesson.exercise().filter(each -> each.codes().containsKey(language)).isPresent();
  }

  private static Exercise.Code code(Scenario lesson, ProgramLanguage language) {
    return Optional.ofNullable(lesson.exercise().orElseThrow().codes().get(language)).orElseThrow();
  }

  /** The task. */
  public Exercise exercise() {
    return lesson.exercise().orElseThrow();
  }

  /** What the source file is called. */
  public String file() {
    return code(lesson, language).file();
  }

  /**
   * The program, whose files are laid into that folder.
   *
   * @param values of the parameters that it is given
   */
  public Program.Own program(Path folder, Map<String, String> values) throws IOException {
    Files.createDirectories(folder);
    Path source = folder.resolve(file());
    Files.writeString(source, text);
    Optional<PythonCode> python = lesson.python();
    if (language == ProgramLanguage.PYTHON && python.isPresent()) {
      Files.writeString(folder.resolve(ARGUMENTS), python.get().text(ARGUMENTS));
    }
    List<String> arguments =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.toList());
    return new Program.Own(
        language,
        source.toString(),
        List.of(),
        List.of(),
        arguments,
        folder,
        List.of(),
        Map.of(),
        Optional.empty());
  }
}
