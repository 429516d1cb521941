package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.GilTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.grammar.EventGrammar;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The interpreters' locks of a run, by process, and whose identifiers the threads are that were
 * seen to have them. The system gives an identifier again when its thread has ended, so it is the
 * time that tells who is meant.
 */
final class GilBuilders {
  /** Of a thread that no tracer has told of. */
  private static final int UNTRACED = 0;

  private static final Words WORDS = Words.of("timeline/gil");

  private final Directory directory;
  private final Map<Integer, GilBuilder> byProcess = new TreeMap<>();
  private final Map<Identity, ObjectColumn<Named>> names = new HashMap<>();

  private record Identity(int process, long runtimeId) {
    // To link those that a record has of itself takes longer than to read all of an image.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Identity same
          && process == same.process
          && runtimeId == same.runtimeId;
    }

    @Override
    public int hashCode() {
      return 31 * process + Long.hashCode(runtimeId);
    }
  }

  /** From that time on the identifier is that of this lane. */
  private record Named(long time, LaneBuilder lane) {}

  GilBuilders(Directory directory) {
    this.directory = directory;
  }

  /** A thread is said to have that identifier. */
  void named(ProcessState process, LaneBuilder lane, long runtimeId, long time) {
    ObjectColumn<Named> known =
        names.computeIfAbsent(new Identity(process.index, runtimeId), _ -> new ObjectColumn<>());
    if (known.size() == 0 || known.get(known.size() - 1).lane() != lane) {
      known.add(new Named(time, lane));
    }
  }

  void event(EventKind kind, ProcessState process, long value, long time) {
    boolean over = process.end != Timeline.OPEN && time > process.end;
    if (over && kind != EventKind.GIL_UNSEEN) {
      return;
    }
    GilBuilder gil = byProcess.computeIfAbsent(process.index, _ -> new GilBuilder(process, time));
    switch (kind) {
      case GIL_HELD -> gil.held(laneOf(process, value, time), time);
      case GIL_FREE -> gil.free(time);
      case GIL_PASSED -> gil.passed(value, time);
      case GIL_UNSEEN -> gil.unseen(value, over ? process.end : time);
      default -> throw EventGrammar.unheard(kind);
    }
  }

  /** Whether another thread than that was seen to have the lock last, and has it still. */
  boolean isHeldByOther(ProcessState process, int lane) {
    GilBuilder gil = byProcess.get(process.index);
    return gil != null && gil.isHeldByOther(lane);
  }

  private int laneOf(ProcessState process, long runtimeId, long time) {
    LaneBuilder known = known(process, runtimeId, time);
    return known == null ? untraced(process) : known.index;
  }

  /** The thread that had that identifier then; null where no tracer has told of it. */
  @Nullable LaneBuilder known(ProcessState process, long runtimeId, long time) {
    ObjectColumn<Named> known = names.get(new Identity(process.index, runtimeId));
    return known == null ? null : find(known, time);
  }

  private int untraced(ProcessState process) {
    LaneBuilder lane = directory.lane(process, UNTRACED);
    lane.name = WORDS.get("untraced");
    lane.service = true;
    return lane.index;
  }

  /** A thread has the lock for a moment before its tracer can tell of it. */
  private static @Nullable LaneBuilder find(ObjectColumn<Named> known, long time) {
    LaneBuilder found = null;
    for (Named named : known.view()) {
      boolean over = found == null || found.end <= time;
      if (named.time() <= time || over) {
        found = named.lane();
      }
    }
    return found;
  }

  /** The run is over, and all processes have ended. */
  void finish() {
    byProcess.values().forEach(gil -> gil.free(gil.process.end));
  }

  List<GilTrack> tracks(Tracks tracks) {
    List<GilTrack> all = new ArrayList<>();
    byProcess.values().forEach(gil -> all.add(gil.track(tracks)));
    return List.copyOf(all);
  }
}
