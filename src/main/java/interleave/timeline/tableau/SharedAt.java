package interleave.timeline.tableau;

import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the locks, queues, pools and variables of one moment, and what threads do with them. */
final class SharedAt {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final int MOST_SHARED = 3;
  private static final int MOST_IN_RING = 6;
  private static final int MOST_LANES_ASKED = 1024;
  private static final int MOST_WAITS = 256;
  private static final int MOST_BEADS = 40;
  private static final int SHORT = 3;

  private final Timeline timeline;
  private final long time;
  private final Map<Integer, String> doing = new HashMap<>();
  private final Map<Integer, String> tasks = new HashMap<>();
  private final Map<Integer, String> copies = new HashMap<>();
  private final Map<Integer, Integer> deques = new HashMap<>();
  private final Set<Integer> involved = new HashSet<>();
  private final @Nullable TableauRing ring;

  SharedAt(Timeline timeline, long time) {
    this.timeline = timeline;
    this.time = time;
    ring = TableauRing.of(timeline);
  }

  Set<Integer> involved() {
    return involved;
  }

  boolean involves(int lane) {
    return involved.contains(lane);
  }

  /** What a thread just did, or nothing. */
  String doing(int lane) {
    return doing.getOrDefault(lane, "");
  }

  /** The task that a worker runs, or null. */
  @Nullable String task(int lane) {
    String task = tasks.get(lane);
    int kept = deques.getOrDefault(lane, 0);
    return task == null || kept == 0 ? task : WORDS.get("actor.deque", task, kept);
  }

  /** The value of a variable as that thread knows it, or null. */
  @Nullable String copy(int lane) {
    return copies.get(lane);
  }

  List<Tableau.Pill> pills() {
    List<Tableau.Pill> pills = new ArrayList<>();
    for (LockTrack lock : timeline.locks()) {
      LockTrack.Holds holds = lock.holds();
      int i = holds.at(time);
      List<Integer> holders = new ArrayList<>();
      for (int h = i; h >= 0 && h > i - 8; h--) {
        if (holds.end(h) > time && !holders.contains(holds.lane(h))) {
          holders.add(holds.lane(h));
        }
      }
      List<Integer> waiters = waiters(lock);
      if (!holders.isEmpty() || !waiters.isEmpty() || i >= 0 || ring != null) {
        ThingRef thing = new ThingRef.Lock(lock.index());
        String title = LearnerNames.title(lock.monitor() ? "Monitor" : "Lock", lock.name());
        pills.add(new Tableau.Pill(thing, title, "", holders, waiters));
        involved.addAll(holders);
        involved.addAll(waiters);
      }
    }
    for (SynchronizerTrack each : timeline.synchronizers()) {
      int last = each.steps() == 0 ? each.waitAt(time) : each.stepAt(time);
      if (last >= 0) {
        pills.add(pill(each));
      }
    }
    pills.sort(
        Comparator.comparing((Tableau.Pill pill) -> !inRing(pill))
            .thenComparing(pill -> -pill.waiters().size() - pill.holders().size()));
    int most =
        ring != null
            ? ring.locks().size() + 1
            : (int)
                Math.max(
                    MOST_SHARED, pills.stream().filter(this::inRing).limit(MOST_IN_RING).count());
    return List.copyOf(pills.subList(0, Math.min(most, pills.size())));
  }

  private boolean inRing(Tableau.Pill pill) {
    return pill.thing() instanceof ThingRef.Lock(int lock)
        && (ring != null
            || timeline.deadlocks().stream()
                .anyMatch(deadlock -> deadlock.lastsAt(time) && deadlock.hasLock(lock)));
  }

  /** The ring that all locks and their threads form. */
  @Nullable TableauRing ring() {
    return ring;
  }

  private Tableau.Pill pill(SynchronizerTrack track) {
    List<Integer> waiters = new ArrayList<>();
    int last = track.waitAt(time);
    for (int i = last; i >= 0 && i > last - MOST_WAITS && track.waitingAt(time) > 0; i--) {
      SynchronizerTrack.Wait wait = track.wait(i);
      if (wait.end() > time && !waiters.contains(wait.lane())) {
        waiters.add(wait.lane());
      }
    }
    List<Integer> holders = new ArrayList<>();
    if (track.totalAt(time) != 0) { // permits that are made by others nobody has to give back
      holders.addAll(track.holdersAt(time));
    }
    holders.removeAll(waiters);
    involved.addAll(holders);
    involved.addAll(waiters);
    return new Tableau.Pill(
        new ThingRef.Synchronizer(track.index()),
        SynchronizerText.title(track),
        SynchronizerText.brief(track, time),
        holders,
        waiters);
  }

  private List<Integer> waiters(LockTrack lock) {
    List<Integer> waiters = new ArrayList<>();
    if (lock.waitingAt(time) == 0) {
      return waiters;
    }
    int asked = 0;
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      int i = lane.spans().at(time);
      boolean waits =
          i >= 0
              && lane.spans().state(i) == ThreadState.LOCK_WAIT
              && lane.spans().object(i) == lock.index()
              && lane.spans().end(i) > time;
      if (waits) {
        waiters.add(lane.index());
      }
      if (++asked > MOST_LANES_ASKED) {
        break;
      }
    }
    return waiters;
  }

  List<Tableau.Pipe> pipes() {
    List<Tableau.Pipe> pipes = new ArrayList<>();
    for (QueueTrack queue : timeline.queues()) {
      if (queue.messages() > 0 && pipes.size() < MOST_SHARED) {
        pipes.add(pipe(queue));
      }
    }
    for (PoolTrack pool : timeline.pools()) {
      if (begun(pool) && pipes.size() < MOST_SHARED) {
        pipes.add(pipe(pool));
      }
    }
    for (Tableau.Pipe pipe : new PipeAt(timeline, time).pipes()) {
      if (pipes.size() < MOST_SHARED) {
        pipes.add(pipe);
        involved.addAll(pipe.putters());
        involved.addAll(pipe.getters());
      }
    }
    return pipes;
  }

  private boolean begun(PoolTrack pool) {
    if (pool.tasks().isEmpty()) {
      return false;
    }
    PoolTrack.Task first = pool.tasks().getFirst();
    return Math.min(first.submitted(), first.started()) <= time;
  }

  private Tableau.Pipe pipe(QueueTrack queue) {
    Set<Integer> putters = new HashSet<>();
    Set<Integer> getters = new HashSet<>();
    List<Tableau.Bead> beads = new ArrayList<>();
    int after = queue.firstPutAt(time + 1);
    for (int i = Math.max(0, after - 256); i < Math.min(queue.messages(), after + 64); i++) {
      QueueTrack.Message message = queue.message(i);
      putters.add(message.fromLane());
      getters.add(message.toLane());
      recent(message);
      // One that comes again was with somebody meanwhile, nobody knows how long.
      boolean inside = message.put() <= time && message.get() > time && !message.again();
      if (inside && beads.size() < MOST_BEADS) {
        ThingRef thing = new ThingRef.Message(queue.index(), i);
        String text = LearnerNames.value(message.preview());
        beads.add(new Tableau.Bead(thing, text, progress(message), message.lost()));
      }
    }
    ThingRef thing = new ThingRef.Queue(queue.index());
    int more = beads.size() < MOST_BEADS ? 0 : Math.max(0, queue.depthAt(time) - MOST_BEADS);
    return new Tableau.Pipe(thing, queue.name(), users(putters), users(getters), beads, more);
  }

  /** A pool is a queue of tasks, of which each is taken by a worker. */
  private Tableau.Pipe pipe(PoolTrack pool) {
    Set<Integer> putters = new HashSet<>();
    Set<Integer> getters = new HashSet<>();
    List<Tableau.Bead> beads = new ArrayList<>();
    int forked = 0;
    for (PoolTrack.Task task : pool.tasks()) {
      if (!task.forked()) {
        putters.add(task.submitter());
      }
      getters.add(task.lane());
      if (task.waits(time) && task.forked()) {
        deques.merge(task.submitter(), 1, Integer::sum); // whoever forks keeps it for itself
        forked++;
      } else if (task.waits(time) && beads.size() < MOST_BEADS) {
        ThingRef thing = new ThingRef.Task(pool.index(), task.index());
        beads.add(new Tableau.Bead(thing, brief(task), Double.NaN, task.lost()));
      } else if (task.started() <= time && task.ended() > time) {
        tasks.put(task.lane(), task.name());
      }
    }
    ThingRef thing = new ThingRef.Pool(pool.index());
    int more = Math.max(0, pool.counts(time).waiting() - forked - beads.size());
    return new Tableau.Pipe(thing, pool.name(), users(putters), users(getters), beads, more);
  }

  /**
   * What is first handed to it, where that is short, as programs count their tasks from 0; or its
   * number.
   */
  private static String brief(PoolTrack.Task task) {
    String name = task.name();
    int from = name.indexOf('(') + 1;
    int comma = name.indexOf(',', from);
    int to = comma < 0 ? name.indexOf(')', from) : comma;
    if (from > 0 && to > from && to - from <= SHORT) {
      return name.substring(from, to);
    }
    // Ids that several processes make of what they both know are not for reading.
    return Long.toString(task.id() <= Integer.MAX_VALUE ? task.id() : task.index() + 1L);
  }

  private List<Integer> users(Set<Integer> lanes) {
    lanes.remove(-1);
    involved.addAll(lanes);
    return lanes.stream().sorted().toList();
  }

  private double progress(QueueTrack.Message message) {
    if (message.get() == Timeline.OPEN) {
      return Double.NaN;
    }
    return (double) (time - message.put()) / Math.max(1, message.get() - message.put());
  }

  /** A thread that still runs after a put or get is told to have put or got. */
  private void recent(QueueTrack.Message message) {
    if (message.put() <= time
        && message.fromLane() >= 0
        && sameSpan(message.fromLane(), message.put())) {
      doing.put(message.fromLane(), WORDS.get("doing.put", message.preview()));
    }
    if (message.get() <= time
        && message.toLane() >= 0
        && sameSpan(message.toLane(), message.get())) {
      doing.put(message.toLane(), WORDS.get("doing.got", message.preview()));
    }
  }

  private boolean sameSpan(int lane, long earlier) {
    Spans spans = timeline.lanes().get(lane).spans();
    return spans.at(earlier) == spans.at(time);
  }

  List<Tableau.Cell> cells() {
    List<Tableau.Cell> cells = new ArrayList<>();
    for (VariableTrack variable : timeline.variables()) {
      int last = variable.at(time);
      if (last >= 0 && cells.size() < MOST_SHARED) {
        cells.add(cell(variable, last));
      }
    }
    return cells;
  }

  private Tableau.Cell cell(VariableTrack variable, int last) {
    String value = variable.shown(last);
    if (variable.lostUpdates() > 0) {
      copies(variable, last);
    }
    int lane = variable.lane(last);
    if (lane >= 0) {
      involved.add(lane);
    }
    return new Tableau.Cell(
        variable.index(),
        variable.name(),
        value,
        lane,
        variable.write(last),
        value,
        variable.lostUpdates() > 0,
        note(variable, last));
  }

  /** What each thread last read or wrote is what it believes the value to be. */
  private void copies(VariableTrack variable, int last) {
    for (int i = last; i >= 0 && i > last - 64; i--) {
      int lane = variable.lane(i);
      if (lane >= 0 && !copies.containsKey(lane) && !joins(lane)) {
        String value = variable.shown(i);
        copies.put(lane, value);
        doing.put(
            lane, variable.write(i) ? wrote(variable, i, value) : WORDS.get("doing.read", value));
        involved.add(lane);
      }
    }
  }

  private boolean joins(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    int i = spans.at(time);
    return i >= 0 && spans.state(i) == ThreadState.JOINING;
  }

  private static String wrote(VariableTrack variable, int write, String wrote) {
    for (int i = write - 1; i >= 0 && i > write - 64; i--) {
      if (variable.lane(i) == variable.lane(write)) {
        boolean old = false;
        for (int other = i + 1; other < write; other++) {
          old |= variable.write(other);
        }
        String value = variable.shown(i);
        return variable.write(i)
            ? WORDS.get("doing.wrote", wrote)
            : WORDS.get(old ? "doing.wrote.old" : "doing.wrote.from", wrote, value);
      }
    }
    return WORDS.get("doing.wrote", wrote);
  }

  private @Nullable String note(VariableTrack variable, int last) {
    int lost = variable.lostUpdates();
    if (lost == 0 || !variable.write(last)) {
      return null;
    }
    // The lost write lies shortly before the one that overwrote it.
    int candidate = variable.firstLostAt(variable.time(Math.max(0, last - 64)));
    for (int i = candidate; i >= 0 && i < lost && i < candidate + 64; i++) {
      VariableTrack.LostUpdate update = variable.lostUpdate(i);
      if (update.overwrite() == last) {
        int lane = variable.lane(update.lostWrite());
        String value = variable.shown(update.lostWrite());
        return lane < 0
            ? WORDS.get("overwritten", value)
            : WORDS.get("overwritten.of", value, timeline.lanes().get(lane).name());
      }
    }
    return null;
  }
}
