package interleave.laboratory;

import interleave.explore.Subject;
import interleave.explore.Trace;
import interleave.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that is not run any more once it has done what nobody can control. */
public final class Refusing implements Subject {
  private static final Words WORDS = Words.of("laboratory");

  /**
   * What may make two runs of one order differ; of all else that is told, the laboratory has it.
   */
  private static final Set<String> UNCONTROLLED =
      Set.of("network", "process", "input", "native", "waits", "random", "file", "time.real");

  private final Subject program;

  public Refusing(Subject program) {
    this.program = program;
  }

  @Override
  public Trace run(Order order) throws IOException {
    Trace trace = program.run(order);
    Optional<Trace.Told> first =
        trace.told().stream().filter(told -> UNCONTROLLED.contains(told.key())).findFirst();
    if (first.isPresent()) {
      throw new Refusal(WORDS.get("refused", EndingSentence.of(first.get())));
    }
    return trace;
  }

  @Override
  public void expect(List<Order> orders) {
    program.expect(orders);
  }

  /** It did what is not controlled; the message says what, and where. */
  public static final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
      super(sentence);
    }
  }
}
