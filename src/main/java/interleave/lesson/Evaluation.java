package interleave.lesson;

import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;

/** Finds in a run what the question of its scenario asks for. */
@FunctionalInterface
interface Evaluation {
  /**
   * What the run has answered; empty when it was stopped before it could answer anything.
   *
   * @param words the bundle of the scenario, where the sentences are: {@code reveal.…}
   */
  Optional<Reveal> of(Timeline timeline, Words words);
}
