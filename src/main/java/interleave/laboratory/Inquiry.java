package interleave.laboratory;

import interleave.engine.Installation;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.RandomSearch;
import interleave.explore.Search;
import interleave.program.Program;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An experiment that goes on at a thread of its own, for somebody who looks now and then. */
public final class Inquiry implements Closeable {
  /** How often each ending is played again. */
  private static final int AGAIN = 20;

  private final Program program;
  private final Wish wish;
  private final Thread thread;
  private volatile State state = State.BEGUN;
  private volatile @Nullable Experiment experiment;
  private volatile boolean cancelled;

  /**
   * What is wished for.
   *
   * @param chance for orders at random; empty for all of them
   * @param time how long at most
   * @param until what is enough to be found; empty where all is to be
   */
  public record Wish(
      Limits limits, Optional<Chance> chance, Duration time, Optional<Failure> until) {
    /** For all that can be found. */
    public Wish(Limits limits, Optional<Chance> chance, Duration time) {
      this(limits, chance, time, Optional.empty());
    }
  }

  /** Orders at random: from which seed, and which endings a promise is made for. */
  public record Chance(long seed, int depth) {}

  /**
   * How far it is.
   *
   * @param progress empty before the first runs
   * @param soFar what was found while it goes on; empty before the first runs
   * @param report what came of it; empty while it goes on, and where nothing did
   * @param failure why nothing did
   */
  public record State(
      Optional<Progress> progress,
      Duration since,
      Optional<Report> soFar,
      Optional<Report> report,
      Optional<String> failure) {
    private static final State BEGUN =
        new State(
            Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isOver() {
      return report.isPresent() || failure.isPresent();
    }
  }

  private Inquiry(Program program, Wish wish) {
    this.program = program;
    this.wish = wish;
    thread = Thread.ofPlatform().daemon().name("interleave inquiry").unstarted(this::follow);
  }

  /** Begins one. */
  public static Inquiry begin(Program program, Wish wish) {
    Inquiry inquiry = new Inquiry(program, wish);
    inquiry.thread.start();
    return inquiry;
  }

  public State state() {
    return state;
  }

  private void follow() {
    try (ControlledProgram controlled =
        ControlledProgram.of(program, Installation.find(program.java().orElse(null)))) {
      Exploration exploration = exploration(controlled);
      Experiment made = new Experiment(controlled, exploration, wish.limits);
      experiment = made;
      if (cancelled) {
        made.cancel();
      }
      Experiment.Findings findings =
          made.run(wish.time, AGAIN, (progress, since) -> at(exploration, progress, since));
      Report report = new Report(findings, exploration, wish.limits, Label.of(program));
      state =
          new State(
              Optional.of(findings.progress()),
              findings.took(),
              Optional.empty(),
              Optional.of(report),
              findings.progress().runs() == 0 ? findings.failure() : Optional.empty());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      state =
          new State(
              state.progress,
              state.since,
              Optional.empty(),
              Optional.empty(),
              Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Exploration exploration(ControlledProgram controlled) {
    return wish.chance
        .<Exploration>map(each -> new RandomSearch(controlled, each.seed, each.depth, wish.limits))
        .orElseGet(() -> new Search(controlled, wish.limits, false));
  }

  private void at(Exploration exploration, Progress progress, Duration since) {
    Endings endings = exploration.found();
    Experiment.Findings findings =
        new Experiment.Findings(
            endings, progress, Map.of(), Experiment.End.TRIED, Optional.empty(), 0, since);
    Report soFar = new Report(findings, exploration, wish.limits, Label.of(program));
    state =
        new State(
            Optional.of(progress), since, Optional.of(soFar), Optional.empty(), Optional.empty());
    if (wish.until.flatMap(each -> each.in(endings)).isPresent()) {
      cancel();
    }
  }

  /** Ends it soon; what was found so far stays. */
  public void cancel() {
    cancelled = true;
    Experiment going = experiment;
    if (going != null) {
      going.cancel();
    }
  }

  /** Ends it, and waits until its host is gone. */
  @Override
  public void close() {
    cancel();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
