package interleave.timeline.derive;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.timeline.Timeline;
import interleave.timeline.derive.system.SampledLane;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread that only the system has told of: of a process without tracer, or one that its tracer
 * has not met. It gets a lane of its own as soon as it is clear that no tracer will speak for it.
 */
final class UnseenThread {
  /** No tracer gives a thread such an id. */
  private static final int UNSEEN = 1 << 31;

  /** Of a traced process counts who has computed for so long. */
  private static final long COUNTS_NS = 10_000_000;

  /** A tracer that has not spoken by then is none. */
  private static final long UNTRACED_NS = 1_500_000_000;

  /** Whoever lived shorter is no more than the life of its process. */
  private static final long SHORTEST_NS = 20_000_000;

  /** So many words are kept until then. */
  private static final int MOST = 10_000;

  /** What the JVM's threads are called until they have a name, which the program's get at once. */
  private static final String NAMELESS = "java";

  /** How Python's main thread is called, before its version. */
  private static final String PYTHON = "python";

  /** What the JVM's common pool calls its threads, cut as the system does. */
  private static final String COMMON_POOL = "ForkJoinPool.co";

  private static final Words WORDS = Words.of("timeline/system");

  private final ProcessState process;
  private final int tid;
  private final Directory directory;
  private final List<Said> before = new ArrayList<>();
  private String name = "";
  private long ran;
  private @Nullable LaneBuilder lane;

  private record Said(NativeState state, WaitChannel channel, ThreadSample sample, long time) {}

  UnseenThread(ProcessState process, int tid, Directory directory) {
    this.process = process;
    this.tid = tid;
    this.directory = directory;
  }

  /** Its lane, null while it has none. */
  @Nullable LaneBuilder lane() {
    return lane;
  }

  /** What was said of it before it had one. */
  void replay(SampledLane into) {
    before.forEach(each -> into.sample(each.state, each.channel, each.sample, each.time));
    before.clear();
  }

  private boolean serves() {
    return process.traced && (process.isPython() ? isPythonsStart() : name.equals(NAMELESS));
  }

  /** Python's main thread has a lane of its tracer's from when that speaks. */
  private boolean isPythonsStart() {
    return tid == process.localPid() && (name.isEmpty() || name.startsWith(PYTHON));
  }

  /** There is a tracer after all, of a process that was long about it. */
  void tracerSpeaks() {
    if (lane != null && serves()) {
      lane.service = true;
      directory.changed(lane);
    }
  }

  /** A tracer speaks for it from then on. */
  void isSeen(long time) {
    before.clear();
    tracerSpeaks();
    if (lane != null && lane.end == Timeline.OPEN) {
      lane.finish(time);
      directory.changed(lane);
    }
  }

  /** The system has said something; returns whether it has a lane since then. */
  boolean hears(NativeState state, ThreadSample sample, PendingLine next) {
    String text = next.text();
    if (text != null) {
      name = text;
    }
    if (lane != null) {
      return false;
    }
    boolean ends = state == NativeState.GONE || state == NativeState.ZOMBIE;
    ran += sample.ran();
    if (before.size() < MOST && !ends) {
      before.add(new Said(state, WaitChannel.of(next.flags()), sample, next.time()));
    }
    return !before.isEmpty() && counts(ends, next.time()) && begin();
  }

  private boolean counts(boolean ends, long time) {
    long age = time - before.getFirst().time;
    if (process.traced) {
      return process.firstNative != null && tid != process.localPid() && ran >= COUNTS_NS;
    }
    return age >= UNTRACED_NS || (ends && age >= SHORTEST_NS);
  }

  /** The run is over; returns whether it has a lane now. */
  boolean finish() {
    boolean late = lane == null && !before.isEmpty();
    return late && counts(true, Math.max(process.lastSeen, before.getLast().time)) && begin();
  }

  private boolean begin() {
    LaneBuilder made = directory.lane(process, UNSEEN | tid);
    made.number = tid;
    made.service = serves();
    made.name = shownName();
    made.beginUnseen(before.getFirst().time);
    directory.begin(made);
    directory.changed(made);
    lane = made;
    return true;
  }

  /** As the system calls it; of several with one name, all but the first with a number. */
  private String shownName() {
    int number = process.unseen.merge(name, 1, Integer::sum);
    if (name.equals(COMMON_POOL)) {
      return WORDS.get("common-pool", number);
    }
    return number == 1 ? name : WORDS.get("one-of-several", name, number);
  }
}
