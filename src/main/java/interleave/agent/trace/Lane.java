package interleave.agent.trace;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.ThreadLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the tracer knows of one thread of the program; belongs to that thread and hangs at its log.
 * It never refers to the program's objects strongly, so that tracing keeps nothing alive.
 *
 * <p>What a family knows of a thread is in the family's own slot.
 */
public final class Lane {
  public static final Recorder RECORDER = Recorder.current();

  private static final @Nullable Object[] NOTHING = {};
  private static int slots;

  /** Whoever is told of the lives of threads; written before the program begins. */
  private static volatile LaneListener[] listeners = {};

  public final ThreadLog log;

  /** How deep we are in bodies that make up the thread's life; the outermost one ends it. */
  int bodies;

  boolean ended;

  /** Whether that life is code of the JDK's: then the program only runs here in tasks. */
  boolean bodyOfJdk;

  // Of a hundred thousand virtual threads most do nothing that a family has to remember.
  private @Nullable Object[] states = NOTHING;

  /**
   * A place in every lane for what one family knows of the thread, or for the thing it used last:
   * mostly it is the same one again. Costs two dependent reads more than a field.
   *
   * @param at where it is; of a record the JIT takes that for a constant
   */
  public record Slot<T>(int at) {}

  private Lane(ThreadLog log) {
    this.log = log;
  }

  /** Makes a place in every lane; once for each family, in a static field of its. */
  public static synchronized <T> Slot<T> slot() {
    return new Slot<>(slots++);
  }

  private static synchronized int slots() {
    return slots;
  }

  /** What was put there last; null when that was nothing yet. */
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(Slot<T> slot) {
    @Nullable Object[] all = states;
    int at = slot.at();
    return at < all.length ? (T) all[at] : null;
  }

  public <T> void put(Slot<T> slot, @Nullable T state) {
    if (slot.at() >= states.length) {
      if (state == null) {
        return;
      }
      states = Arrays.copyOf(states, slots());
    }
    states[slot.at()] = state;
  }

  public static Lane current() {
    ThreadLog log = RECORDER.log();
    Object state = log.tracerState;
    return state != null ? (Lane) state : begin(log, false);
  }

  /** The calling thread's, when something was recorded of it already. */
  public static @Nullable Lane known() {
    ThreadLog log = RECORDER.known();
    return log == null ? null : (Lane) log.tracerState;
  }

  /** As {@link #current}, where the thread's end will be seen, too. */
  public static Lane ofBody() {
    ThreadLog log = RECORDER.log();
    Object state = log.tracerState;
    return state != null ? (Lane) state : begin(log, true);
  }

  private static Lane begin(ThreadLog log, boolean endIsSeen) {
    Lane lane = new Lane(log);
    log.tracerState = lane;
    if (!endIsSeen) {
      for (LaneListener each : listeners) {
        each.begins(lane);
      }
    }
    log.event(EventKind.THREAD_BEGIN, 0, 0, 0, 0);
    return lane;
  }

  /** From now on {@code listener} is told of the lives of threads. */
  public static synchronized void listen(LaneListener listener) {
    LaneListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[more.length - 1] = listener;
    listeners = more;
  }

  /** This thread, the calling one, may do nothing more: what is kept back of it is to be said. */
  public void lastWords() {
    for (LaneListener each : listeners) {
      each.lastWords(this);
    }
  }

  /** The process ends: what is kept back of any thread is to be said. */
  public static void processEnds() {
    for (LaneListener each : listeners) {
      each.processEnds();
    }
  }

  /** Whether all that the program does in this thread is the tasks that it is in. */
  public boolean runsOnlyTasks() {
    return bodies == 0 || bodyOfJdk;
  }
}
