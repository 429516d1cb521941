package interleave.scenario;

import interleave.scenario.expression.Expression;
import interleave.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A task that a lesson sets: a program with a hole or a fault, which the learner mends.
 *
 * @param words where the task is ({@code task}), and the hints ({@code hint.1} …)
 * @param codes what there is to begin with, in each language that it is set in
 * @param values parameters of the runs that try it; every other one has its default
 * @param run what the recording of a run must show, where it must show anything
 * @param endings what must hold of every ending that is found when all orders are tried
 * @param explored parameters of the program when all orders are tried
 * @param preemptions how often at most a thread is made to wait that could go on; -1 without bound
 */
public record Exercise(
    Words words,
    Map<ProgramLanguage, Code> codes,
    Map<String, String> values,
    Optional<Expression> run,
    Optional<Expression> endings,
    Map<String, String> explored,
    int preemptions) {
  /**
   * The program in one language.
   *
   * @param file what it is called: a single source file
   * @param start what the learner begins with
   * @param solution how it can be done
   */
  public record Code(String file, Source start, Source solution) {}

  /**
   * A source file in the lesson's folder.
   *
   * @param name with {@code /} between folders
   * @param line where {@code lesson.toml} names it
   * @param text the whole of it
   */
  public record Source(String name, int line, String text) {}

  public Exercise {
    codes = Map.copyOf(codes);
    values = Map.copyOf(values);
    explored = Map.copyOf(explored);
  }

  /** What is to be done. */
  public String task() {
    return words.get("task");
  }

  /** What helps, one after the other. */
  public List<String> hints() {
    return IntStream.iterate(1, i -> words.has("hint." + i), i -> i + 1)
        .mapToObj(i -> words.get("hint." + i))
        .toList();
  }
}
