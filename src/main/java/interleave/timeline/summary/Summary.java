package interleave.timeline.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in numbers. Times are nanoseconds since the run began; what is not known, or did not
 * happen, is null and never a made-up 0. The names of the components are the keys of the JSON that
 * {@code --summary} writes, in snake case.
 *
 * @param clock {@code choices} where a million of its nanoseconds is a step of a run under control;
 *     null where time is time
 */
public record Summary(
    @Nullable String clock,
    @Nullable List<Host> hosts,
    List<OfProcess> processes,
    List<Task> tasks,
    List<Queue> queues,
    List<Call> calls,
    List<Lock> locks,
    List<Synchronizer> synchronizers,
    List<Variable> variables,
    List<Local> locals,
    List<PhaseRow> phases,
    List<Pipe> pipes,
    List<Deadlock> deadlocks,
    @Nullable Samples samples,
    List<Line> output,
    List<String> notes,
    long events,
    long lost,
    @Nullable Double recorderNsPerEvent,
    long wallNs) {

  /**
   * A machine; told only where there are several, the first of which has the recording.
   *
   * @param clockNs by how much its times may be off
   */
  public record Host(String name, long clockNs) {}

  /**
   * {@code parent} asked for it; {@code systemParent}, where it is known, is its parent to the
   * system, such as a server that forks for others. {@code method} is how a library started it:
   * fork, spawn or forkserver. {@code service} says that it serves a library only.
   *
   * @param host on which of the machines it was, null where there is one
   * @param runtime java, python or untraced
   * @param interpreter what runs it, with its version
   * @param diedNs when it ended, where its parent waited for it later than that, at {@code endNs}
   */
  public record OfProcess(
      @Nullable Integer host,
      long pid,
      @Nullable Long parent,
      @Nullable Long systemParent,
      String name,
      String runtime,
      @Nullable String interpreter,
      @Nullable String method,
      boolean service,
      @Nullable Long startNs,
      @Nullable Long endNs,
      @Nullable Long diedNs,
      @Nullable Exit exit,
      List<OfThread> threads) {}

  /** Exactly one of the two is there. */
  public record Exit(@Nullable Integer code, @Nullable String signal) {}

  /** A {@code kind} of service is a thread that a library started for itself. */
  public record OfThread(
      long id, String name, String kind, @Nullable Long startNs, @Nullable Long endNs, Times ns) {}

  /**
   * Nanoseconds by what the thread did.
   *
   * @param ready it would have run, but no processor was free; null where the system was not asked,
   *     and {@code running} may be this, too, and what follows
   * @param running null where that is not told
   * @param untracedWait it was asleep and waited for something that is not traced
   * @param notTold for how long it is not told what it did; null where all is
   */
  public record Times(
      @Nullable Long running,
      long sleeping,
      long lock,
      long queue,
      long join,
      long sync,
      long io,
      @Nullable Long ready,
      @Nullable Long untracedWait,
      @Nullable Long notTold) {}

  /** Which thread of which process; where there are several machines, on which. */
  public record Who(@Nullable Integer host, long pid, @Nullable Long thread) {}

  public record Task(
      long id,
      String pool,
      @Nullable Long submittedNs,
      @Nullable Long startedNs,
      @Nullable Long endedNs,
      @Nullable Long pid,
      @Nullable Long thread,
      @Nullable String outcome) {}

  public record Queue(
      String name, long puts, long gets, long lost, int maxDepth, List<Message> messages) {}

  /** {@code lost} is why nobody got it or ever will: unsent, unread, unsendable or left. */
  public record Message(
      String preview,
      @Nullable Long putNs,
      @Nullable Long getNs,
      @Nullable Who from,
      @Nullable Who to,
      @Nullable String lost) {}

  /** What a thread asked another process to do, such as a method of a manager's object. */
  public record Call(long ns, long servedNs, Who from, Who to) {}

  /**
   * A lock.
   *
   * @param holdNs null where the file that the run was read from does not tell
   */
  public record Lock(
      String name,
      long acquires,
      long contended,
      long waitNs,
      long longestWaitNs,
      @Nullable Long holdNs,
      List<Owner> owners) {}

  /**
   * A semaphore, latch, barrier or phaser.
   *
   * @param total permits, count or parties; null where the program would not tell
   * @param level the permits free, count left or parties arrived in the end
   */
  public record Synchronizer(
      String name,
      String kind,
      @Nullable Integer total,
      @Nullable Integer level,
      long waits,
      long waitNs,
      long longestWaitNs,
      List<Opening> openings) {}

  /** A moment at which those that waited went on; {@code by} was the last to come. */
  public record Opening(String cause, long ns, @Nullable Who by, int waited) {}

  /**
   * What a thread had of a lock.
   *
   * @param holdNs null where that is not told
   */
  public record Owner(long pid, long thread, long acquires, @Nullable Long holdNs) {}

  /**
   * {@code first} and {@code last} are the first value seen and the last, as the language writes
   * them.
   */
  public record Variable(
      String name,
      long reads,
      long writes,
      long lostUpdates,
      @Nullable Object first,
      @Nullable Object last) {}

  /**
   * Threads that keep each other from going on. {@code kind}: {@code for_ever} a ring of waits for
   * locks; {@code unless_released} such a ring, but of locks that any thread may release; {@code
   * for_a_while} such a ring in which a wait has a limit; {@code everyone} is no ring, but everyone
   * waits and nothing is left to wake them. {@code resolved} says that it came apart by itself.
   */
  public record Deadlock(
      String kind,
      @Nullable Long sinceNs,
      @Nullable Long endNs,
      boolean resolved,
      String sentence,
      List<Member> members) {}

  /**
   * Waits for a lock that {@code heldBy} has, or that it waits for before; of everyone that waits
   * {@code lock} is what a thread waits for, and {@code heldBy} is null.
   */
  public record Member(
      Who waits, @Nullable String lock, @Nullable Long sinceNs, @Nullable Who heldBy) {}

  /**
   * {@code speedUp} is how many times as fast as the first phase of the process that did any work.
   */
  public record PhaseRow(
      String name,
      long pid,
      @Nullable Long startNs,
      @Nullable Long endNs,
      @Nullable Long work,
      @Nullable Double speedUp) {}

  /** {@code value} is the last; {@code values} is how many ranges of values there were. */
  public record Local(String name, long pid, long thread, String value, int values, int reads) {}

  /** {@code stream}: stdin, stdout or stderr of the process {@code pid}, seen from its parent. */
  public record Pipe(
      long pid, String stream, long bytes, long transfers, long waitNs, @Nullable Long closedNs) {}

  /**
   * Where time went, by samples of the stacks of running threads; told only where there are any.
   *
   * @param taken how many there are
   * @param waiting how many more were taken of threads that waited
   * @param intervalNs for how long one stands, as a rule
   * @param functions those with most samples of their own first
   */
  public record Samples(long taken, long waiting, long intervalNs, List<Function> functions) {}

  /**
   * {@code self} are the samples taken in it alone, {@code samples} those in what it called, too;
   * {@code line} is where it was seen most often.
   */
  public record Function(String name, String file, int line, long self, long samples) {}

  public record Line(long pid, @Nullable Long thread, String stream, long ns, String text) {}
}
