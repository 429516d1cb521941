package interleave.scenario;

import interleave.words.Words;
import java.util.List;
import java.util.Map;

/**
 * What the learner is to foretell before the run; the run itself answers it.
 *
 * @param words where its words are: {@code question}, and {@code answer.…} for each answer
 * @param answers the keys of the answers to choose from
 * @param checks how a run of the program in each language answers it
 */
public record Question(Words words, List<String> answers, Map<ProgramLanguage, Check> checks) {
  public Question {
    answers = List.copyOf(answers);
    checks = Map.copyOf(checks);
  }

  /** Whether anything is asked. */
  public boolean isAsked() {
    return !answers.isEmpty();
  }

  /** How a run of the program in that language answers it. */
  public Check check(ProgramLanguage language) {
    return checks.getOrDefault(language, Check.NONE);
  }

  public String text() {
    return words.get("question");
  }

  /** How an answer reads. */
  public String answer(String key) {
    return words.get("answer." + key);
  }
}
