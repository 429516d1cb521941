package interleave.app.command.explore;

import interleave.program.Program;
import interleave.scenario.Unexplored;
import interleave.words.Words;
import java.util.Optional;

/** Why a lesson is not explored, unless somebody wants it all the same. */
final class Reason {
  private static final Words WORDS = Words.of("app/explore");

  private Reason() {}

  /** A sentence, where it says nothing to try all orders of that program. */
  static Optional<String> of(Program program) {
    if (!(program instanceof Program.Lesson lesson)) {
      return Optional.empty();
    }
    Optional<Unexplored> why =
        Optional.ofNullable(lesson.scenario().unexplored().get(lesson.language()));
    return why.map(each -> WORDS.get("unexplored." + each.word(), lesson.scenario().id()));
  }
}
