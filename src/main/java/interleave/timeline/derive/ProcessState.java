package interleave.timeline.derive;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IndexColumn;
import interleave.timeline.derive.column.CrowdBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one process so far, and how the ids it chose translate to indices of the
 * timeline.
 */
final class ProcessState {
  /** So many platform threads of a process stand for themselves, whatever comes. */
  static final int MOST_PLAIN = 12;

  /** The same of those that a file of another tool names: what is to be seen there are slices. */
  private static final int MOST_PLAIN_TOLD = 64;

  final int index;
  final long pid;
  final IndexColumn seenLanes = new IndexColumn();

  /** What its tracer calls threads, things and sites, and their indices. */
  final IdMap lanes = new IdMap();

  final IdMap things = new IdMap();
  final IdMap sites = new IdMap();

  /** Rows of slices that are no thread's, by what would be a thread's id. */
  final IdMap tracks = new IdMap();

  /** How many threads of a name there are that only the system has told of. */
  final Map<String, Integer> unseen = new HashMap<>();

  /** Of the one that asked for it, 0 when nobody told. */
  long parentPid;

  /** As the system sees it. */
  long systemParent;

  String method = "";

  /** Whether it is what its parent is. */
  boolean copy;

  boolean daemon;
  boolean service;
  @Nullable String givenName;

  /** Whether that is what the engine saw: whoever started it knows better, and may say so later. */
  boolean namedFromOutside;

  String command = "";
  String runtime = "";
  ProcessTrack.Interpreter interpreter = ProcessTrack.Interpreter.UNKNOWN;
  boolean traced;
  long start = Timeline.OPEN;
  long end = Timeline.OPEN;

  /** The first of its threads of which a tracer has said which of the system's it is. */
  @Nullable LaneBuilder firstNative;

  /** When it ended, if that was before its parent waited for it. */
  long died = Timeline.OPEN;

  /** When the system knew of it last. */
  long lastSeen = Long.MIN_VALUE;

  long lastWord = Timeline.OPEN;
  long newest = Long.MIN_VALUE;
  ProcessTrack.@Nullable Exit exit;
  private final List<ProcessTrack.Turn> turns = new ArrayList<>();
  Timeline.@Nullable Stillness stillness;

  /** When the first of its threads began. */
  long firstSeen = Timeline.OPEN;

  @Nullable CrowdBuilder virtualThreads;
  @Nullable CrowdBuilder manyThreads;
  private int ownThreads;
  private boolean begun;
  private boolean copyBefore;
  private @Nullable String nameBefore;
  private String commandBefore = "";

  ProcessState(int index, long pid) {
    this.index = index;
    this.pid = pid;
  }

  /** On which machine it is. */
  int host() {
    return (int) (pid >>> Integer.SIZE);
  }

  /** What it is called there. */
  long localPid() {
    return pid & 0xFFFF_FFFFL;
  }

  void seen(int lane, long time) {
    seenLanes.add(lane);
    firstSeen = Math.min(firstSeen, time);
  }

  /**
   * Whether a platform thread that has just begun is among those that stand for themselves.
   *
   * @param isFirst whether it is the one without which there is no process
   */
  boolean isPlain(boolean isFirst) {
    return ++ownThreads <= (tellsRunning() ? MOST_PLAIN : MOST_PLAIN_TOLD) || isFirst;
  }

  /** Whether the system calls a thread of a foreign file as its process: it is the main one. */
  boolean isCalled(long thread) {
    return !tellsRunning() && thread == (pid & 0xFFFF_FFFFL);
  }

  /** Whether a thread that says nothing else runs; an importer says so, or does not know. */
  boolean tellsRunning() {
    return !runtime.equals("other");
  }

  /**
   * Whether it has ended when nothing more is told of it: a file of another tool ends when somebody
   * stopped to look.
   */
  boolean endsWithItsEvents() {
    return tellsRunning() || lastWord != Timeline.OPEN || lastSeen != Long.MIN_VALUE;
  }

  boolean isPython() {
    return runtime.equals("python");
  }

  int site(int id) {
    return id == 0 ? 0 : Math.max(0, sites.get(id));
  }

  /** No thread of it lives any longer: a zombie has none. */
  long lanesEnd() {
    return Math.min(end, died);
  }

  void startedAt(long time) {
    start = start == Timeline.OPEN ? time : Math.min(start, time);
  }

  /** A runtime's own word counts more than what the system counts. */
  void standsStill(long time, int threads) {
    if (threads == 0 || stillness == null || stillness.threads() != 0) {
      stillness = new Timeline.Stillness(time, threads);
    }
  }

  ProcessTrack.Origin origin() {
    return new ProcessTrack.Origin(method, daemon, systemParent & 0xFFFF_FFFFL, service);
  }

  /** A program begins in it; returns whether it is a second one, after {@code exec}. */
  boolean beginsAgain(@Nullable String commandLine) {
    command = commandLine == null ? command : commandLine;
    boolean again = begun;
    begun = true;
    return again;
  }

  List<ProcessTrack.Turn> turns() {
    return List.copyOf(turns);
  }

  void turned(ProcessTrack.Turn turn) {
    turns.add(turn);
  }

  /** It is about to become another program. */
  void becomes(String commandLine) {
    copyBefore = copy;
    copy = false;
    nameBefore = givenName;
    commandBefore = command;
    givenName = null;
    command = commandLine;
    begun = true;
  }

  /** It did not. */
  void remains() {
    if (!turns.isEmpty() && turns.getLast().sort() == ProcessTrack.Turn.Sort.EXEC) {
      turns.removeLast();
    }
    copy = copyBefore;
    givenName = nameBefore;
    command = commandBefore;
  }
}
