package interleave.explore;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs orders at random, for programs that have too many; the same seed gives the same ones. */
public final class RandomSearch implements Exploration {
  private final Subject subject;
  private final long seed;
  private final int depth;
  private final Limits limits;
  private final Found found = new Found();
  private long runs;
  private int threads = 1;
  private int choices = 1;

  /**
   * A search that has not begun.
   *
   * @param depth of endings that a promise is made for, from 1
   */
  public RandomSearch(Subject subject, long seed, int depth, Limits limits) {
    this.subject = subject;
    this.seed = seed;
    this.depth = depth;
    this.limits = limits;
  }

  @Override
  public boolean advance() throws IOException {
    if (runs >= limits.runs()) {
      return false;
    }
    // The first tells how long runs are.
    Optional<Subject.Chooser> chooser =
        runs == 0
            ? Optional.empty()
            : Optional.of(new PriorityChange(seed * 1_000_003 + runs, depth, choices));
    runs++;
    Trace trace = subject.run(new Subject.Order(List.of(), chooser, limits.steps()));
    threads = Math.max(threads, trace.threads().size());
    choices = Math.max(choices, trace.choices().size());
    found.add(trace, Schedule.preemptions(trace), true);
    return runs < limits.runs();
  }

  /** What the runs promise so far. */
  public Chance chance() {
    return new Chance(depth, threads, choices, Math.max(0, runs - 1));
  }

  @Override
  public Progress progress() {
    return new Progress(
        runs, runs, 0, -1, 0, 0, found.cut(), found.astray(), List.of(), found.told());
  }

  @Override
  public Endings found() {
    return found.endings();
  }

  @Override
  public Endings endings() {
    return found.endings();
  }
}
