package interleave.exercise;

import interleave.program.Program;
import interleave.scenario.Exercise;
import interleave.scenario.JavaCode;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.scenario.Watched;
import interleave.scenario.expression.Expression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a learner has written for the task of a lesson.
 *
 * @param lesson the one that sets the task
 * @param language in which it is written
 * @param text the whole source file
 */
public record Attempt(Scenario lesson, ProgramLanguage language, String text) {
  public Attempt {
    if (!in(lesson, language)) {
      throw new IllegalArgumentException(lesson.id() + " sets no task in " + language.title());
    }
  }

  /** What a learner begins with. */
  public static Attempt start(Scenario lesson, ProgramLanguage language) {
    return new Attempt(lesson, language, code(lesson, language).start().text());
  }

  /** How it can be done. */
  public static Attempt solution(Scenario lesson, ProgramLanguage language) {
    return new Attempt(lesson, language, code(lesson, language).solution().text());
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
    return program(folder, values, List.of());
  }

  /** The same, run freely and recorded, with the variables that the task is about. */
  Program.Own recorded(Path folder) throws IOException {
    return program(folder, exercise().values(), List.copyOf(watched()));
  }

  /** What the lesson watches, and what its condition names. */
  private Set<String> watched() {
    List<Watched> ofLesson =
        switch (language) {
          case JAVA -> lesson.java().map(JavaCode::watched).orElse(List.of());
          case PYTHON -> lesson.python().map(PythonCode::watched).orElse(List.of());
        };
    Set<String> watched = new TreeSet<>();
    ofLesson.forEach(each -> watched.add(each.name()));
    String type = file().replaceFirst("\\.java$", ".");
    for (String name : exercise().run().map(Expression::variables).orElse(Set.of())) {
      watched.add(language == ProgramLanguage.JAVA && !name.contains(".") ? type + name : name);
    }
    return watched;
  }

  private Program.Own program(Path folder, Map<String, String> values, List<String> watched)
      throws IOException {
    Files.createDirectories(folder);
    Path source = folder.resolve(file());
    Files.writeString(source, text);
    lesson.data().layOut(folder);
    Optional<PythonCode> python = lesson.python();
    if (language == ProgramLanguage.PYTHON && python.isPresent()) {
      for (String beside : python.get().beside()) {
        if (!beside.equals(file())) {
          Files.writeString(folder.resolve(beside), python.get().text(beside));
        }
      }
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
        watched,
        Map.of(),
        Optional.empty());
  }
}
