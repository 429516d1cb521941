package interleave.timeline;

import interleave.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a run at one moment. Immutable; taken from a {@code TimelineStore} once a
 * frame, cheap to take, safe to hand to any thread. Times are nanoseconds on the run's monotonic
 * clock ({@link #start()} is where the run began; show times as {@code t - start()}). {@link #OPEN}
 * stands for an end that has not come yet. Lanes, locks, queues, variables, pools and pipes are
 * known by their index in the lists of this class, which never changes while a store lives: lists
 * only grow.
 */
public interface Timeline {
  long OPEN = Long.MAX_VALUE;

  /**
   * Whether the other is of the same run, at whatever moment. When runs began does not tell: those
   * of files that tell no clock begin all at once.
   */
  default boolean isOfRun(Timeline other) {
    return start() == other.start();
  }

  long start();

  /** Up to where the run is drawn: the newest event, or now while it is live. */
  long now();

  boolean live();

  /** In order of first appearance; {@link ProcessTrack#parent()} makes a tree of them. */
  List<ProcessTrack> processes();

  /**
   * The machines that processes are on, the one that has the recording first; none where that is
   * the only one.
   */
  default List<HostTrack> hosts() {
    return List.of();
  }

  /** All threads of all processes. */
  List<ThreadLane> lanes();

  List<LockTrack> locks();

  /** Semaphores, latches, barriers and phasers. */
  default List<SynchronizerTrack> synchronizers() {
    return List.of();
  }

  /** Which thread let which other go on. */
  default Wakes wakes() {
    return Wakes.NONE;
  }

  List<QueueTrack> queues();

  List<VariableTrack> variables();

  List<PoolTrack> pools();

  /** The locks of interpreters that were looked at, at most one of each process. */
  default List<GilTrack> gils() {
    return List.of();
  }

  /** That of a process; null where none was seen. */
  default @Nullable GilTrack gilOf(int process) {
    for (GilTrack gil : gils()) {
      if (gil.process() == process) {
        return gil;
      }
    }
    return null;
  }

  /** What was sampled of processes in events of that kind, at most one track of each process. */
  default List<SampleTrack> samples(EventKind kind) {
    return List.of();
  }

  /** The stacks that threads were seen with. */
  default StackTree stacks() {
    return StackTree.NONE;
  }

  /** Which thread was seen with which of them, and when: of each lane that was, by lane. */
  default List<StackSamples> stackSamples() {
    return List.of();
  }

  /**
   * Whether the system was asked what threads do. Where it was not, whoever runs by its own events
   * may be waiting for something that is not traced.
   */
  default boolean seesThreads() {
    return false;
  }

  /** What threads were seen doing at single moments. */
  default Sightings sightings() {
    return Sightings.NONE;
  }

  /** Whether an importer has told of threads when they ran, were ready and waited. */
  default boolean tellsStates() {
    return false;
  }

  /**
   * Whether time counts the steps of a run under control, each as long as {@link #STEP}: how long
   * anything took says nothing then.
   */
  default boolean countsSteps() {
    return false;
  }

  /** Pipes between processes and their children, in order of their opening. */
  List<PipeTrack> pipes();

  OutputTrack output();

  /** The values that thread-locals have in threads: a track for each of them in each thread. */
  List<LocalTrack> locals();

  /** The tracks of one thread, in the order in which it used them first. */
  default List<LocalTrack> localsOf(int lane) {
    return locals().stream().filter(local -> local.lane() == lane).toList();
  }

  /** Slices of threads, and of rows that are no thread's. */
  default List<SliceTrack> slices() {
    return List.of();
  }

  /** The index of a thread's slices, -1 where it has none. */
  default int slicesOf(int lane) {
    for (SliceTrack track : slices()) {
      if (lane >= 0 && track.lane() == lane) {
        return track.index();
      }
    }
    return -1;
  }

  /** Numbers that change. */
  default List<CounterTrack> counterTracks() {
    return List.of();
  }

  /** What leads from slice to slice. */
  default Flows flows() {
    return Flows.NONE;
  }

  /** Moments that concern more than one thread. */
  default WideMoments wideMoments() {
    return WideMoments.NONE;
  }

  /**
   * Arrows that are not messages: start of a process or thread, terminate, join, hand-over of a
   * lock.
   */
  List<Arrow> arrows();

  /** Events recorded, events lost, problems the reader met. */
  Counters counters();

  /** What tracers and reader had to say, in order. */
  List<String> notes();

  /** Those of them that say what is wrong with the recording itself. */
  default List<String> problems() {
    return List.of();
  }

  /**
   * Whether some of the recording is missing, as of a file that was cut off. What did not happen in
   * it may have happened all the same.
   */
  default boolean incomplete() {
    return false;
  }

  Site site(int site);

  /** All places in sources that are known. */
  default List<Site> sites() {
    return List.of();
  }

  /** Where events are missing because a tracer had to drop them. */
  default List<Gap> gaps() {
    return List.of();
  }

  /**
   * Rings of threads that wait for each other, found as they closed, also those that came apart.
   */
  default List<Deadlock> deadlocks() {
    return List.of();
  }

  /** What was said last of a process in which nothing could go on; null where nobody said so. */
  default @Nullable Stillness stillness(int process) {
    return null;
  }

  /** The parts of their runs that programs told apart, in the order in which they began. */
  default List<ProgramPhase> phases() {
    return List.of();
  }

  /**
   * The lanes that are drawn one by one: those of no crowd, and no carriers. In order of first
   * appearance.
   */
  default List<Integer> plainLanes() {
    return IntStream.range(0, lanes().size()).boxed().toList();
  }

  /**
   * The number that a lane's colour goes by: threads of the program are numbered as they began, so
   * that those of tools take no colour from them; -1 for no lane.
   */
  default int hue(int lane) {
    return lane < 0
        ? -1
        : (int) lanes().subList(0, lane).stream().filter(each -> !each.service()).count();
  }

  /** Threads that are too many to be drawn one by one. */
  default List<CrowdTrack> crowds() {
    return List.of();
  }

  /** The crowd that a lane belongs to, -1 when it stands for itself. */
  default int crowdOf(int lane) {
    return -1;
  }

  /** Where a lane stands among those of its crowd. */
  default int placeInCrowd(int lane) {
    int crowd = crowdOf(lane);
    return crowd < 0 ? -1 : crowds().get(crowd).lanes().indexOf(lane);
  }

  /** Things of each sort and process, the processes themselves first. */
  default List<ThingGroup> groups() {
    return ListedGroup.of(this);
  }

  /** The group of a thing by its index, -1 when it is in none. */
  default int groupOf(ThingGroup.Sort sort, int thing) {
    for (ThingGroup group : groups()) {
      if (group.sort() == sort && group.members().contains(thing)) {
        return group.index();
      }
    }
    return -1;
  }

  /**
   * The lanes to look at where one cannot look at all: the plain ones, and of each crowd those that
   * waited longest.
   */
  default List<Integer> foremostLanes() {
    List<Integer> foremost = new ArrayList<>(plainLanes());
    for (CrowdTrack crowd : crowds()) {
      foremost.addAll(crowd.first(CrowdTrack.FEW));
    }
    return foremost;
  }

  /** Who started a thread; null when that is not known. */
  default @Nullable Arrow startOf(int lane) {
    for (Arrow arrow : arrows()) {
      if (arrow.kind() == Arrow.Kind.START_THREAD && arrow.toLane() == lane) {
        return arrow;
      }
    }
    return null;
  }

  /**
   * {@code events} of that process, -1 for what was seen from outside, between the two times were
   * dropped.
   */
  record Gap(int process, long from, long to, long events) {}

  /**
   * Nothing within a process could go on by itself then, as far as it or the system knows.
   *
   * @param threads how many the system counts; 0 where the runtime says so, which knows them all
   */
  record Stillness(long time, int threads) {}

  record Counters(long events, long lost, double recorderNsPerEvent, long skipped) {}

  /**
   * From a moment on one lane to a moment on another; a lane of -1 means the process' life bar.
   *
   * @param signal its number where it is one that was told, else 0
   */
  record Arrow(
      Kind kind,
      int fromLane,
      int fromProcess,
      long fromTime,
      int toLane,
      int toProcess,
      long toTime,
      int signal) {
    public Arrow(
        Kind kind,
        int fromLane,
        int fromProcess,
        long fromTime,
        int toLane,
        int toProcess,
        long toTime) {
      this(kind, fromLane, fromProcess, fromTime, toLane, toProcess, toTime, 0);
    }

    /** The same, with its end there. */
    public Arrow to(int lane, long time) {
      return new Arrow(kind, fromLane, fromProcess, fromTime, lane, toProcess, time, signal);
    }

    public enum Kind {
      START_PROCESS,
      /** One process became two: from the thread that forked to itself in the copy. */
      FORK,
      START_THREAD,
      TERMINATE,
      KILL,
      INTERRUPT,
      /** From a thread to the one of another process that carries out its call. */
      CALL,
      /** The way back. */
      ANSWER,
      /** A signal that was not sent to end the process. */
      SIGNAL
    }
  }
}
