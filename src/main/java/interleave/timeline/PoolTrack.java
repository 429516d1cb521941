package interleave.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pool and its tasks in order of submission.
 *
 * @param load how many of them waited and ran when
 * @param workers who ran them, in order of first appearance
 * @param steals who stole how many tasks from whom, most first
 * @param thefts the stolen tasks one by one
 */
public record PoolTrack(
    int index,
    String name,
    List<Task> tasks,
    Load load,
    List<Worker> workers,
    List<Steal> steals,
    Thefts thefts) {

  /** A pool of which only the tasks are known. */
  public PoolTrack(int index, String name, List<Task> tasks) {
    this(index, name, tasks, Load.NONE, List.of(), List.of(), Thefts.NONE);
  }

  /** Whether workers forked tasks that others could steal. */
  public boolean forks() {
    return !tasks.isEmpty() && tasks.getLast().forked();
  }

  /**
   * How many tasks were at what at a moment. Of tasks within tasks a worker runs the innermost, and
   * one without work of its own does not wait for a worker.
   */
  public record Counts(int waiting, int running, int ended) {}

  /** The one count, of which all that tells of the pool at {@code time} tells. */
  public Counts counts(long time) {
    int step = load.at(time);
    if (step >= 0) {
      return new Counts(load.waiting(step), load.running(step), load.ended(step));
    }
    int waiting = 0;
    int running = 0;
    int ended = 0;
    for (Task task : load.steps() > 0 ? List.<Task>of() : tasks) {
      if (task.ended() <= time) {
        ended++;
      } else if (task.started() <= time) {
        running++;
      } else if (task.waits(time)) {
        waiting++;
      }
    }
    return new Counts(waiting, running, ended);
  }

  /** How many tasks ran elsewhere than where they had been forked. */
  public int stolen() {
    return steals.stream().mapToInt(Steal::tasks).sum();
  }

  /**
   * Times are {@link Timeline#OPEN} until they happen.
   *
   * @param outcome null until the end: {@code done}, {@code failed}, {@code cancelled}, {@code
   *     lost}, {@code skipped}
   * @param result what it came to or why it failed; empty where that is not known
   * @param parent the task that was running where this one was handed in, -1 for none
   * @param before what had to end before it could start
   * @param forked whether it was forked by a worker, {@link #stolen} whether another one took it
   * @param joint whether it has no work of its own, and waits for no worker
   */
  public record Task(
      int index,
      long id,
      String name,
      long submitted,
      long started,
      long ended,
      int submitter,
      int lane,
      @Nullable String outcome,
      boolean failed,
      boolean lost,
      String result,
      int parent,
      List<Integer> before,
      boolean forked,
      boolean stolen,
      boolean joint) {

    /** A task that depends on nothing. */
    public Task(
        int index,
        long id,
        String name,
        long submitted,
        long started,
        long ended,
        int submitter,
        int lane,
        @Nullable String outcome,
        boolean failed,
        boolean lost) {
      this(
          index, id, name, submitted, started, ended, submitter, lane, outcome, failed, lost, "",
          -1, List.of(), false, false, false);
    }

    /** Whether it waits for a worker. */
    public boolean waits(long time) {
      return submitted <= time && started > time && ended > time && !joint;
    }

    /** {@code failed: no luck}; null until the end. */
    public @Nullable String told() {
      return outcome == null || result.isEmpty() ? outcome : outcome + ": " + result;
    }
  }

  /** {@code thief} started so many tasks that {@code victim} had forked. */
  public record Steal(int thief, int victim, int tasks) {}

  /** Stolen tasks in the order in which their thieves started them. */
  public interface Thefts {
    Thefts NONE =
        new Thefts() {
          @Override
          public int size() {
            return 0;
          }

          @Override
          public int task(int theft) {
            throw new IndexOutOfBoundsException(theft);
          }

          @Override
          public int firstAt(long time) {
            return 0;
          }
        };

    int size();

    int task(int theft);

    /** The first that was started at or after {@code time}; {@link #size()} if none. */
    int firstAt(long time);
  }

  /** How many tasks waited and ran, and were over, as steps. */
  public interface Load {
    Load NONE =
        new Load() {
          @Override
          public int steps() {
            return 0;
          }

          @Override
          public long time(int step) {
            throw new IndexOutOfBoundsException(step);
          }

          @Override
          public int waiting(int step) {
            throw new IndexOutOfBoundsException(step);
          }

          @Override
          public int running(int step) {
            throw new IndexOutOfBoundsException(step);
          }

          @Override
          public int ended(int step) {
            throw new IndexOutOfBoundsException(step);
          }
        };

    int steps();

    long time(int step);

    int waiting(int step);

    int running(int step);

    /** How many of all were over. */
    int ended(int step);

    /** The last step at or before {@code time}, -1 if there is none. */
    default int at(long time) {
      int low = 0;
      int high = steps() - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        if (time(middle) <= time) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return high;
    }
  }

  /** What one thread ran, one after the other: of tasks within tasks the innermost. */
  public interface Worker {
    int lane();

    int runs();

    long start(int run);

    /** {@link Timeline#OPEN} while it goes on. */
    long end(int run);

    int task(int run);

    /** The lane that forked the task, or its own where it was not forked. */
    int origin(int run);

    /** The last run that begins at or before {@code time}, -1 if there is none. */
    int at(long time);
  }
}
