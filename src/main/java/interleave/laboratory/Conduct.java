package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on in a run that is recorded: first as a schedule says, then whoever somebody chooses
 * while the run waits, or as it goes by itself. Any thread may look and choose.
 */
public final class Conduct {
  private final boolean asks;
  private final List<ThreadId> given;
  private final List<ThreadId> chosen;
  private volatile State state;
  private @Nullable ThreadId answer;
  private boolean goesOn;
  private boolean ended;

  /** What the run is doing. */
  public enum Phase {
    /** It has not come to a choice that is not given. */
    GOING,
    /** Somebody is to choose. */
    ASKING,
    OVER
  }

  /**
   * How far it is.
   *
   * @param trace what it told until the last choice that was asked for, or all where it is over;
   *     empty where nothing was told yet
   * @param enabled of whom one is to be chosen; empty where nobody is
   * @param chosen who was given, and was chosen then
   * @param failure why it told nothing more; empty where all went well
   */
  public record State(
      Phase phase,
      Optional<Trace> trace,
      List<ThreadId> enabled,
      List<ThreadId> chosen,
      String failure) {
    public State {
      enabled = List.copyOf(enabled);
      chosen = List.copyOf(chosen);
    }

    /** Whether the run stands for ever, or was cut off: it does not end by itself. */
    public boolean isAtAnEnd() {
      return phase == Phase.OVER
          && failure.isEmpty()
          && trace
              .map(told -> told.ending().kind())
              .filter(kind -> !kind.isOfProgram() || kind == Ending.Kind.DEADLOCK)
              .isPresent();
    }
  }

  /**
   * For a run that has not begun.
   *
   * @param asks whether somebody chooses behind the end of what is given
   */
  public Conduct(List<ThreadId> given, boolean asks) {
    this.asks = asks;
    this.given = List.copyOf(given);
    chosen = new ArrayList<>(given);
    state = new State(Phase.GOING, Optional.empty(), List.of(), given, "");
  }

  public State state() {
    return state;
  }

  /** Who goes on at the first choices. */
  List<ThreadId> given() {
    return given;
  }

  boolean asks() {
    return asks;
  }

  /** That thread goes on; nothing happens where it is not asked for. */
  public synchronized void choose(ThreadId thread) {
    if (state.phase() == Phase.ASKING && state.enabled().contains(thread)) {
      answer = thread;
      chosen.add(thread);
      state = new State(Phase.GOING, state.trace(), List.of(), chosen, "");
      notifyAll();
    }
  }

  /** From now on the thread that ran last goes on while it can, else the first that can. */
  public synchronized void goOn() {
    goesOn = true;
    if (state.phase() == Phase.ASKING) {
      state = new State(Phase.GOING, state.trace(), List.of(), chosen, "");
    }
    notifyAll();
  }

  /** Whoever waits for a choice waits no more: there is nobody to choose for. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /**
   * Waits until somebody has chosen.
   *
   * @param so what the run told so far
   * @param last who ran last; null at the beginning
   * @return who goes on; empty where the run is to be given up
   */
  synchronized Optional<ThreadId> ask(
      Supplier<Trace> so, @Nullable ThreadId last, List<ThreadId> enabled) {
    if (!goesOn && !ended) {
      answer = null;
      state = new State(Phase.ASKING, Optional.of(so.get()), enabled, chosen, "");
    }
    try {
      while (answer == null && !goesOn && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    ThreadId who = answer == null && goesOn ? Schedule.usual(last, enabled) : answer;
    answer = null;
    return ended ? Optional.empty() : Optional.ofNullable(who);
  }

  /** The run is over. */
  synchronized void over(Trace trace) {
    state = new State(Phase.OVER, Optional.of(trace), List.of(), chosen, "");
  }

  /** The run tells nothing any more. */
  synchronized void fail(String why) {
    state = new State(Phase.OVER, state.trace(), List.of(), chosen, why);
  }
}
