package interleave.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder or a part of a zip in which a lesson was looked for.
 *
 * @param place the folder, or the zip
 * @param name what the folder is called
 * @param shelf what the folder or the zip is called that it was looked for in
 * @param lesson what was found; empty where something is wrong with it
 * @param problems what is wrong
 */
public record FoundLesson(
    Path place,
    String name,
    String shelf,
    Optional<Scenario> lesson,
    List<LessonProblem> problems) {
  public FoundLesson {
    problems = List.copyOf(problems);
  }

  /** All that is wrong, each with its place, line by line. */
  public String told() {
    StringBuilder told = new StringBuilder();
    for (LessonProblem problem : problems) {
      told.append(told.isEmpty() ? "" : "\n").append(told(problem));
    }
    return told.toString();
  }

  /** What is wrong with one of its files, with the place of that. */
  public String told(LessonProblem problem) {
    return problem.file().isEmpty()
        ? place + ": " + problem.show()
        : place + place.getFileSystem().getSeparator() + problem.show();
  }
}
