package interleave.timeline.explain;

import static interleave.timeline.explain.Words.capital;
import static interleave.timeline.explain.Words.many;
import static interleave.timeline.explain.Words.took;

import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.Optional;

/**
 * One plain sentence, seldom two, on what happened and why: {@code Writer waited 41 ms for lock
 * balance, held by Thread-2 at line 27.}
 */
public final class Explanation {
  private static final int MOST_TASKS = 10_000;

  private final Timeline timeline;
  private final Words words;

  private Explanation(Timeline timeline) {
    this.timeline = timeline;
    this.words = new Words(timeline);
  }

  /** Empty where there is nothing to say, or when the thing is not in this timeline. */
  public static String sentence(Timeline timeline, ThingRef thing) {
    try {
      return new Explanation(timeline).sentence(thing);
    } catch (IndexOutOfBoundsException e) {
      return "";
    }
  }

  private String sentence(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Process(int index) -> process(timeline.processes().get(index));
      case ThingRef.Lane(int index) -> lane(timeline.lanes().get(index));
      case ThingRef.Span(int lane, long start) -> new Waits(timeline).span(lane, start);
      case ThingRef.Lock(int index) -> new Locks(timeline).lock(timeline.locks().get(index));
      case ThingRef.Hold(int lock, long start) ->
          new Locks(timeline).hold(timeline.locks().get(lock), start);
      case ThingRef.Queue(int index) -> queue(timeline.queues().get(index));
      case ThingRef.Message(int queue, int index) -> message(timeline.queues().get(queue), index);
      case ThingRef.Variable(int index) ->
          new Updates(timeline, timeline.variables().get(index)).variable();
      case ThingRef.Access(int variable, int index) ->
          new Updates(timeline, timeline.variables().get(variable)).access(index);
      case ThingRef.LostUpdate(int variable, int index) ->
          new Updates(timeline, timeline.variables().get(variable)).lost(index);
      case ThingRef.Pool(int index) -> pool(timeline.pools().get(index));
      case ThingRef.Task(int pool, int index) -> task(timeline.pools().get(pool), index);
      case ThingRef.Pipe(int index) -> new Pipes(timeline).pipe(timeline.pipes().get(index));
      case ThingRef.Line(int index) -> line(timeline.output().line(index));
      case ThingRef.Phase(int index) -> Phases.sentence(timeline, timeline.phases().get(index));
    };
  }

  private String process(ProcessTrack process) {
    StringBuilder text = new StringBuilder(process.name());
    if (process.parent() >= 0) {
      text.append(" was started by ").append(words.process(process.parent())).append(" and");
    }
    String lived = words.between(process.start(), process.end());
    if (process.end() == Timeline.OPEN) {
      return text.append(" has been alive for ").append(lived).append('.').toString();
    }
    text.append(" lived ").append(lived);
    ProcessTrack.Exit exit = process.exit();
    if (exit == null || (exit.code() == null && exit.signal() == null)) {
      return text.append("; how it ended is not known.").toString();
    }
    if (exit.signal() == null) {
      return text.append("; it ended by itself with ").append(exit.show()).append('.').toString();
    }
    text.append("; it was ended by ").append(exit.signal());
    killer(process.index())
        .ifPresent(by -> text.append(", which ").append(words.process(by)).append(" sent"));
    return text.append('.').toString();
  }

  private Optional<Integer> killer(int process) {
    return timeline.arrows().stream()
        .filter(arrow -> arrow.toProcess() == process && arrow.fromProcess() >= 0)
        .filter(
            arrow ->
                arrow.kind() == Timeline.Arrow.Kind.TERMINATE
                    || arrow.kind() == Timeline.Arrow.Kind.KILL)
        .map(Timeline.Arrow::fromProcess)
        .findFirst();
  }

  private String lane(ThreadLane lane) {
    if (lane.start() == Timeline.OPEN) {
      return words.subject(lane.index()) + " has not begun to run.";
    }
    long end = Math.min(lane.end(), timeline.now());
    long lived = end - lane.start();
    long ran = lane.spans().nanosIn(ThreadState.RUNNING, lane.start(), end);
    ThreadState most = ThreadState.RUNNING;
    long longest = 0;
    for (ThreadState state : ThreadState.values()) {
      long ns = lane.spans().nanosIn(state, lane.start(), end);
      if (state != ThreadState.RUNNING && ns > longest) {
        longest = ns;
        most = state;
      }
    }
    String who = words.subject(lane.index());
    if (most == ThreadState.RUNNING) {
      return who + " ran all the time, " + took(lived) + ".";
    }
    return who
        + " ran for "
        + took(ran)
        + " of its "
        + took(lived)
        + " and "
        + doing(most)
        + " for "
        + took(longest)
        + ".";
  }

  private static String doing(ThreadState state) {
    return switch (state) {
      case RUNNING -> "ran";
      case SLEEPING -> "slept";
      case LOCK_WAIT -> "waited for locks";
      case QUEUE_WAIT -> "waited for queues";
      case JOINING -> "waited for others to end";
      case SYNC_WAIT -> "waited to be let on";
      case IO -> "was busy with input and output";
    };
  }

  private String queue(QueueTrack queue) {
    String text =
        many(queue.puts(), "message")
            + " put, "
            + Words.count(queue.gets())
            + " got; never more than "
            + many(queue.maxDepth(), "message")
            + " at once in the queue";
    return queue.lost() == 0
        ? text + "."
        : text + ". " + Words.count(queue.lost()) + " lost: put, and got by nobody before the end.";
  }

  private String message(QueueTrack queue, int index) {
    QueueTrack.Message message = queue.message(index);
    String name = message.preview().isBlank() ? "The message" : "Message " + message.preview();
    String in = queue.name().equals("queue") ? "the queue" : "queue " + queue.name();
    String put = "put by " + words.who(message.fromLane());
    if (message.put() == Timeline.OPEN) {
      return name
          + " was got from "
          + in
          + " by "
          + words.who(message.toLane())
          + "; who put it was not recorded.";
    }
    if (message.get() != Timeline.OPEN) {
      return name
          + " spent "
          + words.between(message.put(), message.get())
          + " in "
          + in
          + ": "
          + put
          + ", got by "
          + words.who(message.toLane())
          + ".";
    }
    return message.lost()
        ? name + " is lost: " + put + ", it was still in " + in + " when nobody was left to get it."
        : name
            + " has been in "
            + in
            + " for "
            + words.between(message.put(), timeline.now())
            + ": "
            + put
            + ", got by nobody yet.";
  }

  private String pool(PoolTrack pool) {
    long ended = 0;
    long failed = 0;
    int tasks = Math.min(MOST_TASKS, pool.tasks().size());
    for (PoolTrack.Task task : pool.tasks().subList(0, tasks)) {
      ended += task.ended() != Timeline.OPEN ? 1 : 0;
      failed += task.failed() || task.lost() ? 1 : 0;
    }
    String text = many(pool.tasks().size(), "task") + ", " + Words.count(ended) + " ended";
    return failed == 0
        ? text + "."
        : text + ", " + Words.count(failed) + " of them failed or lost.";
  }

  private String task(PoolTrack pool, int index) {
    PoolTrack.Task task = pool.tasks().get(index);
    String name = capital(task.name());
    boolean started = task.started() != Timeline.OPEN;
    if (!started && task.ended() == Timeline.OPEN) {
      return name
          + " has been waiting for a free worker for "
          + words.between(task.submitted(), timeline.now())
          + ".";
    }
    StringBuilder text = new StringBuilder(name);
    if (started && task.submitted() != Timeline.OPEN) {
      text.append(" waited ").append(words.between(task.submitted(), task.started()));
      int busy = busy(pool, task.submitted());
      if (busy > 0) {
        text.append(" while ").append(Words.many(busy, "other")).append(" ran");
      } else if (freed(pool, task)) {
        text.append(" until ").append(words.who(task.lane())).append(" was free");
      }
      text.append(", and then");
    }
    if (started) {
      text.append(task.ended() == Timeline.OPEN ? " has been running for " : " ran for ");
      text.append(words.between(task.started(), task.ended()));
      text.append(" in ").append(words.who(task.lane()));
    }
    String outcome = task.outcome();
    if (outcome != null && (task.failed() || task.lost())) {
      text.append(started ? "; " : " ").append(outcome);
    }
    return text.append('.').toString();
  }

  /** Whether the task's worker had another one to do since the task was submitted. */
  private static boolean freed(PoolTrack pool, PoolTrack.Task task) {
    for (int i = 0; i < Math.min(MOST_TASKS, pool.tasks().size()); i++) {
      PoolTrack.Task other = pool.tasks().get(i);
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
      PoolTrack.Task task = pool.tasks().get(i);
      busy += task.started() <= time && task.ended() > time ? 1 : 0;
    }
    return busy;
  }

  private String line(OutputTrack.Line line) {
    String who = line.lane() >= 0 ? words.subject(line.lane()) : words.process(line.process());
    return who
        + " printed this "
        + took(line.time() - timeline.start())
        + " after the run began"
        + (line.stderr() ? ", as an error." : ".");
  }
}
