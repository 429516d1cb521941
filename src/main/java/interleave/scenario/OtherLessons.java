package interleave.scenario;

import interleave.words.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lessons of others at one moment: those that can be had, and what is wrong with the rest.
 *
 * @param lessons in the order of their places, and there by name
 * @param refused those of which something is wrong
 * @param states what tells whether anything has changed since
 * @param language in which it is told what is wrong
 */
record OtherLessons(
    List<Scenario> lessons,
    List<FoundLesson> refused,
    Map<Path, String> states,
    Language language) {
  static final OtherLessons NONE =
      new OtherLessons(List.of(), List.of(), Map.of(), Language.ENGLISH);

  /** Reads the places. Of two lessons of the same id the later is refused. */
  static OtherLessons read(List<Path> places) {
    List<Scenario> lessons = new ArrayList<>();
    List<FoundLesson> refused = new ArrayList<>();
    Map<Path, String> states = states(places);
    for (Path place : places) {
      for (FoundLesson found : LessonPlace.read(place)) {
        Optional<LessonProblem> taken = found.lesson().flatMap(it -> taken(it, lessons));
        if (taken.isPresent()) {
          refused.add(
              new FoundLesson(
                  found.place(),
                  found.name(),
                  found.shelf(),
                  Optional.empty(),
                  List.of(taken.get())));
        } else if (found.lesson().isPresent()) {
          lessons.add(found.lesson().get());
        } else {
          refused.add(found);
        }
      }
    }
    return new OtherLessons(List.copyOf(lessons), List.copyOf(refused), states, Language.current());
  }

  private static Optional<LessonProblem> taken(Scenario lesson, List<Scenario> before) {
    String id = lesson.id();
    if (Catalogue.ids().contains(id)) {
      return Optional.of(LessonProblem.of(LessonReader.LESSON, 0, "id.ours", id));
    }
    return before.stream()
        .filter(other -> other.id().equals(id))
        .findFirst()
        .map(
            other ->
                LessonProblem.of(
                    LessonReader.LESSON,
                    0,
                    "id.taken",
                    id,
                    String.valueOf(other.origin().place())));
  }

  private static Map<Path, String> states(List<Path> places) {
    Map<Path, String> states = new HashMap<>();
    places.forEach(place -> states.put(place, LessonPlace.state(place)));
    return states;
  }

  boolean isCurrent(List<Path> places) {
    return isUnderstood() && states.equals(states(places));
  }

  /** Whether what is wrong is told in the language that is spoken now. */
  boolean isUnderstood() {
    return refused.isEmpty() || language == Language.current();
  }
}
