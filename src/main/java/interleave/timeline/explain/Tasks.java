package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.many;

import interleave.timeline.PoolTrack;
import interleave.timeline.PoolTrack.Task;
import interleave.timeline.Spans;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;

/**
 * Sentences about pools and their tasks: how long a task waited and for what, where it ran, who
 * stole it, who waits for its result.
 */
final class Tasks {
  private static final Words SAYS = Words.of("timeline/explain");
  private static final Words POOLS = Words.of("timeline/pools");
  private static final Words MODEL = Words.of("timeline/model");
  private static final int MOST_TASKS = 10_000;
  private static final int MOST_NAMED = 4;

  private final Timeline timeline;
  private final SentenceWords words;

  Tasks(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String pool(PoolTrack pool) {
    long ended = 0;
    long failed = 0;
    int tasks = Math.min(MOST_TASKS, pool.tasks().size());
    for (Task task : pool.tasks().subList(0, tasks)) {
      ended += task.ended() != Timeline.OPEN ? 1 : 0;
      failed += task.failed() || task.lost() ? 1 : 0;
    }
    String said =
        SAYS.get(
            failed == 0 ? "pool" : "pool.failed",
            many("tasks", pool.tasks().size()),
            SentenceWords.count(ended),
            SentenceWords.count(failed));
    return pool.forks() ? said + " " + stolen(pool) : said;
  }

  private String stolen(PoolTrack pool) {
    if (pool.steals().isEmpty()) {
      return POOLS.get("pool.unstolen");
    }
    PoolTrack.Steal most = pool.steals().getFirst();
    return POOLS.count(
        "pool.stolen",
        pool.stolen(),
        words.who(most.thief()),
        SentenceWords.count(most.tasks()),
        words.who(most.victim()));
  }

  String task(PoolTrack pool, int index) {
    Task task = pool.tasks().get(index);
    boolean started = task.started() != Timeline.OPEN;
    if (!started && task.ended() != Timeline.OPEN) {
      return unstarted(pool, task);
    }
    if (started && task.forked() && task.submitted() != Timeline.OPEN) {
      return POOLS.get(
          task.stolen() ? "task.stolen" : "task.kept",
          subject(task),
          words.who(task.submitter()),
          words.who(task.lane()),
          words.between(task.submitted(), task.started()),
          words.between(task.started(), task.ended()));
    }
    return started && !task.before().isEmpty() ? after(pool, task) : waited(pool, task);
  }

  /** At the beginning of a sentence; a name stays as the program wrote it. */
  private static String subject(Task task) {
    boolean given = !task.name().equals(MODEL.get("span.task", task.id()));
    return given ? task.name() : SentenceWords.capital(task.name());
  }

  /** A task that is over and never ran. */
  private String unstarted(PoolTrack pool, Task task) {
    String name = subject(task);
    boolean skipped = "skipped".equals(task.outcome());
    if (!task.before().isEmpty()) {
      boolean failed = task.before().stream().anyMatch(each -> hasFailed(pool, each));
      String key = !skipped ? joint(pool, task) : failed ? "task.skipped.failed" : "task.skipped";
      return POOLS.get(key, name, named(pool, task.before()));
    }
    if ("cancelled".equals(task.outcome())) {
      return task.result().isEmpty()
          ? POOLS.get("task.cancelled.plain", name)
          : POOLS.get("task.cancelled", name, task.result());
    }
    if (task.lost()) {
      return SAYS.get("task.unstarted", name, SAYS.get("outcome.lost"));
    }
    return POOLS.get("task.promise", name, words.between(task.submitted(), task.ended()));
  }

  /** Whether it ended with an exception, its own or one that was handed on. */
  private static boolean hasFailed(PoolTrack pool, int index) {
    Task task = pool.tasks().get(index);
    return task.failed()
        || "skipped".equals(task.outcome())
            && task.before().stream().anyMatch(each -> each < index && hasFailed(pool, each));
  }

  private static String joint(PoolTrack pool, Task task) {
    boolean all =
        task.before().size() > 1
            && task.before().stream()
                .allMatch(each -> pool.tasks().get(each).ended() <= task.ended());
    return all ? "task.joint.all" : "task.joint";
  }

  private String after(PoolTrack pool, Task task) {
    long last = Long.MIN_VALUE;
    for (int each : task.before()) {
      last = Math.max(last, pool.tasks().get(each).ended());
    }
    boolean atOnce = last <= task.submitted();
    String key =
        atOnce ? "task.at-once" : task.before().size() == 1 ? "task.after-single" : "task.after";
    return POOLS.get(
        key,
        subject(task),
        named(pool, task.before()),
        words.who(task.lane()),
        words.between(last, task.started()),
        words.between(task.started(), task.ended()));
  }

  private static String named(PoolTrack pool, List<Integer> tasks) {
    String text = "";
    int shown = Math.min(MOST_NAMED, tasks.size());
    for (int i = 0; i < shown; i++) {
      String name = pool.tasks().get(tasks.get(i)).name();
      boolean lastOne = i == shown - 1 && shown == tasks.size();
      text = i == 0 ? name : POOLS.get(lastOne ? "and" : "list", text, name);
    }
    return shown < tasks.size() ? POOLS.get("list", text, "…") : text;
  }

  /** A task that only had to wait for a worker. */
  private String waited(PoolTrack pool, Task task) {
    String name = subject(task);
    boolean started = task.started() != Timeline.OPEN;
    boolean submitted = task.submitted() != Timeline.OPEN;
    if (!started) {
      return SAYS.get("task.waits", name, words.between(task.submitted(), timeline.now()));
    }
    int busy = submitted ? busy(pool, task.submitted()) : 0;
    String waited =
        !submitted ? "" : busy > 0 ? ".while" : freed(pool, task) ? ".until" : ".waited";
    String ran =
        SAYS.get(
            (task.ended() == Timeline.OPEN ? "task.runs" : "task.ran") + waited,
            name,
            words.between(task.started(), task.ended()),
            words.who(task.lane()),
            words.between(task.submitted(), task.started()),
            SentenceWords.many("others", busy));
    boolean bad = task.outcome() != null && (task.failed() || task.lost());
    if (!bad) {
      return SentenceWords.end(ran);
    }
    String word = SAYS.get("outcome." + task.outcome());
    String why = task.result().isEmpty() ? word : POOLS.get("told", word, task.result());
    return SAYS.get("task.outcome", ran, why);
  }

  /** Whether the task's worker had another one to do since the task was submitted. */
  private static boolean freed(PoolTrack pool, Task task) {
    for (int i = 0; i < Math.min(MOST_TASKS, pool.tasks().size()); i++) {
      Task other = pool.tasks().get(i);
      if (other.lane() == task.lane()
          && other.ended() > task.submitted()
          && other.ended() <= task.started()) {
        return true;
      }
    }
    return false;
  }

  private static int busy(PoolTrack pool, long time) {
    int busy = 0;
    for (int i = 0; i < Math.min(MOST_TASKS, pool.tasks().size()); i++) {
      Task task = pool.tasks().get(i);
      busy += task.started() <= time && task.ended() > time ? 1 : 0;
    }
    return busy;
  }

  /** A span in which a thread waits for a result. */
  String wait(Spans spans, int i, String who, String took, boolean open) {
    if (spans.object(i) < 0) {
      return POOLS.get("wait.unknown", who, took);
    }
    PoolTrack pool = timeline.pools().get(spans.object(i));
    int index = spans.task(i);
    if (index < 0 || index >= pool.tasks().size()) {
      return POOLS.get("wait.any", who, took, pool.name());
    }
    Task task = pool.tasks().get(index);
    if (open || task.lane() < 0) {
      return POOLS.get(open ? "wait.open" : "wait.any", who, took, task.name());
    }
    return POOLS.get("wait", who, took, task.name(), words.who(task.lane()));
  }

  /** A span in which a worker has no task. */
  String idle(Spans spans, int i, String who, String took) {
    return spans.object(i) < 0
        ? POOLS.get("idle.unnamed", who, took)
        : POOLS.get("idle", who, took, timeline.pools().get(spans.object(i)).name());
  }
}
