package interleave.timeline.derive;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.ObjectColumn;
import interleave.words.Words;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one process so far, and how the ids it chose translate to indices of the
 * timeline.
 */
final class ProcessState {
  /** So many platform threads of a process stand for themselves, whatever comes. */
  static final int MOST_PLAIN = 12;

  /** What is longer is no name but a command line. */
  private static final int LONGEST_NAME = 32;

  private static final Words WORDS = Words.of("timeline/model");
  private static final Pattern PYTHON = Pattern.compile("python[\\d.]*t?");
  private static final Set<String> WITH_VALUE = Set.of("-X", "-W");

  final int index;
  final long pid;
  final ObjectColumn<Integer> seenLanes = new ObjectColumn<>();

  private final Directory directory;
  private final IdMap lanes = new IdMap();
  private final IdMap things = new IdMap();
  private final IdMap sites = new IdMap();

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
  String command = "";
  String runtime = "";
  ProcessTrack.Interpreter interpreter = ProcessTrack.Interpreter.UNKNOWN;
  boolean traced;
  long start = Timeline.OPEN;
  long end = Timeline.OPEN;
  long lastWord = Timeline.OPEN;
  long newest = Long.MIN_VALUE;
  ProcessTrack.@Nullable Exit exit;

  /** When the first of its threads began. */
  long firstSeen = Timeline.OPEN;

  private @Nullable CrowdBuilder virtualThreads;
  private @Nullable CrowdBuilder manyThreads;
  private int ownThreads;
  private boolean begun;
  private boolean copyBefore;
  private @Nullable String nameBefore;
  private String commandBefore = "";

  ProcessState(int index, long pid, Directory directory) {
    this.index = index;
    this.pid = pid;
    this.directory = directory;
  }

  /** The lane of the thread with that id, which is made when it is mentioned for the first time. */
  int laneOf(int thread) {
    int known = lanes.get(thread);
    if (known == IdMap.NONE) {
      known = directory.addLane(this, Integer.toUnsignedLong(thread)).index;
      lanes.put(thread, known);
    }
    return known;
  }

  void seen(int lane, long time) {
    seenLanes.add(lane);
    firstSeen = Math.min(firstSeen, time);
  }

  /** The crowd that a thread belongs to which has just begun, null when it stands for itself. */
  @Nullable CrowdBuilder crowdFor(LaneBuilder lane) {
    if (lane.kind == ThreadLane.Kind.VIRTUAL) {
      return crowd(true);
    }
    if (lane.kind == ThreadLane.Kind.TASK) {
      return lane.service ? null : crowd(true);
    }
    return lane.service || ++ownThreads <= MOST_PLAIN ? null : crowd(false);
  }

  CrowdBuilder crowd(boolean virtual) {
    CrowdBuilder known = virtual ? virtualThreads : manyThreads;
    if (known == null) {
      known = directory.addCrowd(this, virtual);
      if (virtual) {
        virtualThreads = known;
      } else {
        manyThreads = known;
      }
    }
    return known;
  }

  /** The number of a task for spans that are about it. */
  int taskRef(int pool, long id) {
    return directory.tasks.add(pool, id);
  }

  boolean isPython() {
    return runtime.equals("python");
  }

  int processOf(long otherPid) {
    return directory.process(otherPid).index;
  }

  InternedObject thing(int id) {
    int known = things.get(id);
    if (known != IdMap.NONE) {
      return directory.thing(known);
    }
    InternedObject made = directory.addThing(this, id);
    things.put(id, made.index);
    return made;
  }

  InternedObject thingAt(int index) {
    return directory.thing(index);
  }

  int site(int id) {
    return id == 0 ? 0 : Math.max(0, sites.get(id));
  }

  void defineSite(int id, Site site) {
    if (sites.get(id) == IdMap.NONE) {
      sites.put(id, directory.addSite(site));
    }
  }

  void startedAt(long time) {
    start = start == Timeline.OPEN ? time : Math.min(start, time);
  }

  ProcessTrack.Origin origin() {
    return new ProcessTrack.Origin(method, daemon, systemParent, service);
  }

  /** It serves a library only, and so do all its threads. */
  void serves(boolean only) {
    if (service != only) {
      service = only;
      seenLanes.view().forEach(lane -> directory.changed(directory.lanes.get(lane)));
    }
  }

  /** A program begins in it; returns whether it is a second one, after {@code exec}. */
  boolean beginsAgain(@Nullable String commandLine) {
    command = commandLine == null ? command : commandLine;
    boolean again = begun;
    begun = true;
    return again;
  }

  /** It is about to become another program. */
  void becomes(String commandLine) {
    copyBefore = copy;
    copy = false;
    nameBefore = givenName;
    commandBefore = command;
    givenName = null;
    command = commandLine;
  }

  /** It did not. */
  void remains() {
    copy = copyBefore;
    givenName = nameBefore;
    command = commandBefore;
  }

  String name() {
    if (copy && givenName == null && directory.knows(parentPid)) {
      return WORDS.get("copy", directory.process(parentPid).name());
    }
    if (givenName != null && !givenName.isBlank()) {
      return givenName.length() <= LONGEST_NAME ? givenName : program(givenName);
    }
    return program(command.isBlank() ? "process" : command.strip());
  }

  /**
   * {@code java} of a command line such as {@code /usr/bin/java -version}, {@code Main} of a class
   * in a package, {@code task.py} of a script.
   */
  private static String program(String line) {
    String[] words = line.strip().split(" +");
    String first = words[0].substring(words[0].lastIndexOf('/') + 1);
    if (PYTHON.matcher(first).matches()) {
      return script(words);
    }
    boolean isClass = words[0].indexOf('/') < 0 && !first.endsWith(".py");
    return isClass ? first.substring(first.lastIndexOf('.') + 1) : first;
  }

  /** {@code work.py} of {@code python3.13 -u folder/work.py 7}; what {@code -m} names. */
  private static String script(String[] words) {
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("-m") && i + 1 < words.length) {
        return words[i + 1];
      }
      if (words[i].equals("-c")) {
        break;
      }
      if (WITH_VALUE.contains(words[i])) {
        i++;
      } else if (!words[i].startsWith("-")) {
        return words[i].substring(words[i].lastIndexOf('/') + 1);
      }
    }
    return "python";
  }
}
