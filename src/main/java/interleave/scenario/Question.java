package interleave.scenario;

import interleave.words.Words;
import java.util.List;

/**
 * What the learner is to foretell before the run; the run itself answers it.
 *
 * @param words where its words are: {@code question}, and {@code answer.…} for each answer
 * @param answers the keys of the answers to choose from
 */
public record Question(Words words, List<String> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  public String text() {
    return words.get("question");
  }

  /** How an answer reads. */
  public String answer(String key) {
    return words.get("answer." + key);
  }
}
