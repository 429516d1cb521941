package interleave.agent.trace;

import interleave.agent.field.Variable;
import interleave.agent.local.KnownLocals;
import interleave.agent.output.LineBuffer;
import interleave.agent.queue.QueueThing;
import interleave.agent.task.BatchHooks;
import interleave.agent.task.TaskRecord;
import interleave.agent.thread.ThreadEnds;
import interleave.agent.thread.ThreadTask;
import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.ThreadLog;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the tracer knows of one thread of the program; belongs to that thread and hangs at its log.
 * It never refers to the program's objects strongly, so that tracing keeps nothing alive.
 */
public final class Lane {
  public static final Recorder RECORDER = Recorder.current();

  public final ThreadLog log;

  /** The things this thread used last: mostly it is the same one again. */
  public @Nullable Thing lastLock;

  public @Nullable Thing lastMonitor;
  public @Nullable Thing lastSynchronizer;
  public @Nullable Variable lastVariable;
  public @Nullable QueueThing lastQueue;

  private @Nullable KnownLocals locals;

  /** How deep we are in bodies that make up a thread's life; the outermost one ends it. */
  public int bodies;

  public boolean ended;

  /** Whether that life is code of the JDK's: then the program only runs here in tasks. */
  public boolean bodyOfJdk;

  /** How many tasks of pools this thread is in. */
  public int tasks;

  /** What this thread is about to hand to a pool, the innermost first. */
  public @Nullable TaskRecord submitting;

  /** The same where it is several at once. */
  public BatchHooks.@Nullable Batch batch;

  /** The task made for a thread that is being constructed. */
  public @Nullable ThreadTask pendingTask;

  /** The number of the last acquisition of the monitor that this thread is entering. */
  public int acquisitionsSeen;

  /** How many permits this thread asks a semaphore for. */
  public int permitsAsked;

  /** The synchronizer of the program's own making in one of whose methods this thread is. */
  public @Nullable Thing within;

  /** Holds given up while this thread waits in {@code Object.wait}. */
  public int waitingHolds;

  /** Where the program is about to print. */
  public int outputSite;

  public @Nullable LineBuffer[] lines = new @Nullable LineBuffer[2];

  /** Whether {@code OutputTap} knows that this thread may have printed half a line. */
  public boolean listed;

  // Of a hundred thousand virtual threads most hold no lock.
  private @Nullable Thing[] held = {};
  private int[] holds = {};

  private Lane(ThreadLog log) {
    this.log = log;
  }

  public static Lane current() {
    ThreadLog log = RECORDER.log();
    Object state = log.tracerState;
    return state != null ? (Lane) state : begin(log, false);
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
      ThreadEnds.watch(lane);
    }
    log.event(EventKind.THREAD_BEGIN, 0, 0, 0, 0);
    return lane;
  }

  /** The values of thread-locals that this thread recorded last. */
  public KnownLocals locals() {
    KnownLocals known = locals;
    if (known == null) {
      known = new KnownLocals();
      locals = known;
    }
    return known;
  }

  /** Whether this thread printed half a line. */
  public boolean hasLine() {
    for (LineBuffer line : lines) {
      if (line != null && !line.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** How often this thread holds {@code lock} by calls that we saw. */
  public int holdsOf(Thing lock) {
    for (int i = 0; i < held.length; i++) {
      if (held[i] == lock) {
        return holds[i];
      }
    }
    return 0;
  }

  /** Adds {@code change} to the holds of {@code lock} and returns what they are now. */
  public int changeHolds(Thing lock, int change) {
    int at = -1;
    for (int i = 0; i < held.length; i++) {
      if (held[i] == lock) {
        at = i;
        break;
      }
      if (held[i] == null && at < 0) {
        at = i;
      }
    }
    if (at < 0) {
      at = held.length;
      held = Arrays.copyOf(held, Math.max(4, at * 2));
      holds = Arrays.copyOf(holds, held.length);
    }
    holds[at] = (held[at] == lock ? holds[at] : 0) + change;
    held[at] = holds[at] > 0 ? lock : null;
    return holds[at];
  }
}
