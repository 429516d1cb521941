package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.Subject;
import interleave.explore.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets an exploration go on until it has come to its end, its time is over, or somebody has seen
 * enough; then plays what was found again.
 */
public final class Experiment {
  private static final int MOST_FAILURES = 3;
  private static final long TOLD_NS = 100_000_000;

  /** Playing again may take so long in all. */
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /** A run may take longer than the time that there is, by so much. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int MOST_AGAIN = 100;

  /** So many runs may be made before they are needed. */
  private static final int MOST_EXPECTED = 6;

  private final ControlledProgram program;
  private final Exploration exploration;
  private final Limits limits;
  private Duration longestAgain = AGAIN;
  private volatile boolean cancelled;

  /** Hears how it goes on, on the thread that it runs on. */
  public interface Listener {
    void at(Progress progress, Duration since);
  }

  /** Why it ended. */
  public enum End {
    /** There was nothing more to try. */
    TRIED,
    /** As many runs as were asked for. */
    RUNS,
    TIME,
    CANCELLED,
    /**
     * The host failed one time after the other, no run came about at all, or what the program does
     * is refused.
     */
    FAILED
  }

  /**
   * What came of it.
   *
   * @param again how often each ending's schedule led there again, by ending
   * @param failure why there were no more runs, or what was wrong with the last that failed
   * @param failures runs that did not come about
   */
  public record Findings(
      Endings endings,
      Progress progress,
      Map<Ending, Again> again,
      End end,
      Optional<String> failure,
      int failures,
      Duration took) {
    public Findings {
      again = Map.copyOf(again);
    }
  }

  /** A schedule was played again so many times, and led to the same ending so often. */
  public record Again(int times, int same) {
    public boolean isSure() {
      return times == same;
    }
  }

  /**
   * @param limits of the exploration
   */
  public Experiment(ControlledProgram program, Exploration exploration, Limits limits) {
    this.program = program;
    this.exploration = exploration;
    this.limits = limits;
  }

  /** Ends it; what was found so far stays. From any thread. */
  public void cancel() {
    cancelled = true;
    program.stop();
  }

  /** Playing again may take so long, for tests on a machine that is busy. */
  Experiment patient(Duration again) {
    longestAgain = again;
    return this;
  }

  /**
   * Goes on to the end.
   *
   * @param time how long at most; null for as long as it takes
   * @param times how often each schedule is played again
   */
  public Findings run(@Nullable Duration time, int times, Listener listener) {
    long begin = System.nanoTime();
    long told = begin;
    int failures = 0;
    int inARow = 0;
    String failure = null;
    End end = End.TRIED;
    program.until(time == null ? null : begin + time.toNanos() + GRACE.toNanos());
    for (boolean more = true; more; ) {
      if (cancelled) {
        end = End.CANCELLED;
        break;
      }
      if (time != null && System.nanoTime() - begin > time.toNanos()) {
        end = End.TIME;
        break;
      }
      try {
        long before = exploration.progress().runs();
        more = exploration.advance();
        inARow = exploration.progress().runs() > before ? 0 : inARow;
      } catch (Refusing.Refusal e) {
        failure = String.valueOf(e.getMessage());
        failures++;
        end = End.FAILED;
        break;
      } catch (IOException e) {
        if (cancelled || (time != null && System.nanoTime() - begin > time.toNanos())) {
          continue; // it was we who ended it
        }
        failure = String.valueOf(e.getMessage());
        failures++;
        if (++inARow == MOST_FAILURES) {
          end = End.FAILED;
          break;
        }
      }
      if (System.nanoTime() - told > TOLD_NS) {
        told = System.nanoTime();
        listener.at(exploration.progress(), Duration.ofNanos(told - begin));
      }
    }
    Progress progress = exploration.progress();
    if (end == End.TRIED && progress.runs() >= limits.runs() && !progress.isWhole()) {
      end = End.RUNS;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Endings endings = exploration.endings();
    if (end == End.TRIED && failure != null && endings.groups().isEmpty()) {
      end = End.FAILED; // nothing is known to go on from
    }
    return new Findings(
        endings,
        progress,
        end == End.CANCELLED || end == End.FAILED ? Map.of() : again(endings, times),
        end,
        Optional.ofNullable(failure),
        failures,
        took);
  }

  private Map<Ending, Again> again(Endings endings, int times) {
    Map<Ending, Again> again = new HashMap<>();
    long until = System.nanoTime() + longestAgain.toNanos();
    program.until(until + GRACE.toNanos());
    for (Endings.Group group : endings.groups()) {
      if (again.size() == MOST_AGAIN || System.nanoTime() > until || cancelled) {
        break;
      }
      if (group.ending().kind().isOfProgram()) {
        boolean isOnly = group.trace().threads().size() == 1 && endings.groups().size() == 1;
        again.put(group.ending(), again(group, isOnly ? Math.min(times, 2) : times, until));
      }
    }
    return again;
  }

  /** Runs that do not come about since the time is over, or somebody has seen enough, are none. */
  private Again again(Endings.Group group, int times, long until) {
    int same = 0;
    Subject.Order order = new Subject.Order(group.schedule(), Optional.empty(), limits.steps());
    int played = 0;
    while (played < times && !cancelled && System.nanoTime() < until) {
      boolean isSame = false;
      try {
        program.expect(Collections.nCopies(Math.min(times - played, MOST_EXPECTED), order));
        Trace trace = program.run(order);
        isSame = trace.ending().equals(group.ending());
      } catch (IOException e) {
        if (cancelled || System.nanoTime() >= until) {
          break;
        }
      }
      played++;
      same += isSame ? 1 : 0;
    }
    return new Again(played, same);
  }
}
