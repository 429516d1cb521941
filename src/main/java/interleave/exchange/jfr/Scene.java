package interleave.exchange.jfr;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds for the keys of one chunk whose they are in the recording that is made: threads, places,
 * stacks, locks and names.
 */
final class Scene {
  private static final String THREAD_TYPE = "java.lang.Thread";
  private static final List<String> OF_THREAD =
      List.of("javaName", "osName", "javaThreadId", "osThreadId", "virtual", "group");

  /** Threads that no Java code knows have an id of the system alone; it is kept apart by this. */
  private static final long OF_SYSTEM = -1;

  final IntakeProcess process;
  final Names names;
  private final Constants constants;
  private final Stacks stacks;
  private final Origin origin;
  private final KnownThreads known;
  private final LongTable threadsByKey = new LongTable();
  private final List<IntakeThread> threads = new ArrayList<>();

  /** The thread that was found last, which is mostly asked for again; 0 before the first. */
  private long lastKey;

  private @Nullable IntakeThread last;
  private final Set<IntakeThread> virtuals = new HashSet<>();
  private final LongTable placesByStack = new LongTable();
  private final List<Place> places = new ArrayList<>();
  private final LongTable stackIds = new LongTable();
  private final LongTable objects = new LongTable();
  private final Map<String, Integer> slices = new HashMap<>();
  private final Constants.@Nullable Pool threadPool;
  private final @Nullable Plan threadPlan;
  private final Cursor in = new Cursor();
  private final long[] thread = new long[OF_THREAD.size()];

  /** So that the address and the class make one key. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  /** From where times are counted: ns by the calendar. */
  record Origin(long nanos) {}

  /**
   * Where something happened.
   *
   * @param site in the recording, 0 where it is not known
   * @param joins whether it is within a thread's waiting for the end of another
   */
  record Place(int site, boolean joins) {
    static final Place UNKNOWN = new Place(0, false);
  }

  Scene(IntakeProcess process, Chunk chunk, Names names, Origin origin, KnownThreads known)
      throws DamageException {
    this.process = process;
    this.names = names;
    this.constants = chunk.constants();
    this.stacks = Stacks.of(chunk, names);
    this.origin = origin;
    this.known = known;
    Constants.Pool pool = constants.pool(THREAD_TYPE);
    this.threadPool = pool;
    this.threadPlan = pool == null ? null : constants.plan(pool, OF_THREAD);
  }

  /** A time of an event as the recording takes it. */
  long time(long nanos) {
    return nanos - origin.nanos;
  }

  /** The thread of that key; null for none. */
  @Nullable IntakeThread thread(long key) throws IOException, DamageException {
    if (key == 0) {
      return null;
    }
    if (key != lastKey) {
      long index = threadsByKey.get(key);
      if (index == LongTable.NONE) {
        index = threads.size();
        threads.add(found(key));
        threadsByKey.put(key, index);
      }
      last = threads.get((int) index);
      lastKey = key;
    }
    return last;
  }

  private IntakeThread found(long key) throws IOException, DamageException {
    if (threadPool == null || threadPlan == null || !constants.find(threadPool, key, in)) {
      return known.unnamed(key, process); // its name is behind where the file was cut
    }
    Arrays.fill(thread, 0);
    threadPlan.readAll(in, thread);
    byte[] bytes = in.bytes;
    int end = in.end;
    String javaName = textAt(bytes, end, 0);
    String name = javaName.isEmpty() ? textAt(bytes, end, 1) : javaName;
    long javaId = thread[2];
    boolean virtual = (thread[4] & 0xFF) != 0;
    boolean ofJvm = javaId <= 0 || isOfJdk(name);
    int flags = (virtual ? Flags.VIRTUAL : 0) | (ofJvm ? Flags.SERVICE : 0);
    IntakeThread made = process.thread(javaId > 0 ? javaId : OF_SYSTEM * thread[3], name, flags);
    made.system(virtual ? 0 : thread[3]);
    made.sortIndex(javaId > 0 ? javaId : Integer.MAX_VALUE);
    if (virtual) {
      virtuals.add(made);
    }
    known.add(key, made);
    return made;
  }

  boolean isVirtual(IntakeThread of) {
    return virtuals.contains(of);
  }

  /** Threads that run in each JVM, or in each that is recorded, whatever the program does. */
  private static boolean isOfJdk(String name) {
    return switch (name) {
      case "Reference Handler",
          "Finalizer",
          "Signal Dispatcher",
          "Service Thread",
          "Monitor Deflation Thread",
          "Notification Thread",
          "Common-Cleaner",
          "Attach Listener",
          "JFR Recorder Thread",
          "JFR Periodic Tasks",
          "JFR Event Stream",
          "JFR Shutdown Hook" ->
          true;
      default ->
          name.startsWith("JFR ") || name.startsWith("C1 Comp") || name.startsWith("C2 Comp");
    };
  }

  private String textAt(byte[] bytes, int end, int slot) throws DamageException {
    Plan plan = threadPlan;
    if (plan == null || plan.field(slot) == null || thread[slot] <= 0) {
      return "";
    }
    Cursor text = new Cursor();
    text.on(bytes, (int) thread[slot], end);
    return text.text(constants);
  }

  /** Where the program was, by that stack. */
  Place place(long stack) throws DamageException {
    if (stack == 0) {
      return Place.UNKNOWN;
    }
    long known = placesByStack.get(stack);
    if (known == LongTable.NONE) {
      known = places.size();
      places.add(place(named(stacks.frames(stack))));
      placesByStack.put(stack, known);
    }
    return places.get((int) known);
  }

  /** Without those that the JVM makes up: what a lambda does is a frame of its own. */
  private static List<Frame> named(List<Frame> frames) {
    List<Frame> named = frames.stream().filter(each -> !each.isMadeUp()).toList();
    return named.isEmpty() ? frames : named;
  }

  private Place place(List<Frame> frames) {
    if (frames.isEmpty()) {
      return Place.UNKNOWN;
    }
    Frame own = frames.getFirst();
    boolean joins = false;
    for (Frame each : frames) {
      if (!each.isOfJdk()) {
        own = each;
        break;
      }
      joins |= each.is("java.lang.Thread", "join");
    }
    return new Place(site(own), joins);
  }

  private int site(Frame frame) {
    return process.site(frame.outermost(), frame.function(), frame.owner(), frame.line());
  }

  /** That stack in the recording; 0 where it is not known. */
  int stack(long key) throws DamageException {
    if (key == 0) {
      return 0;
    }
    long known = stackIds.get(key);
    if (known == LongTable.NONE) {
      int id = 0;
      for (Frame each : named(stacks.frames(key)).reversed()) {
        id = process.stack(site(each), id);
      }
      known = id;
      stackIds.put(key, known);
    }
    return (int) known;
  }

  /**
   * The object of that class that was at that address, which is all that tells objects apart.
   *
   * @param klass the key of its class
   */
  int object(ObjectType type, long klass, long address) throws DamageException {
    long both = address * SPREAD ^ klass;
    long known = objects.get(both);
    if (known == LongTable.NONE) {
      String name = names.className(klass);
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (type != ObjectType.MONITOR && type != ObjectType.BLOCKER) {
        simple = simple.substring(0, outermost(simple)); // of the lock, not of what is in it
      }
      String at = Long.toHexString(address);
      String shown = address == 0 ? simple : simple + "@" + at;
      known = process.object(type, name + "@" + at, shown);
      objects.put(both, known);
    }
    return (int) known;
  }

  private static int outermost(String simple) {
    int inner = simple.indexOf('$', 1);
    return inner < 0 ? simple.length() : inner;
  }

  /** The name of a slice or an instant. */
  int slice(String name) {
    Integer known = slices.get(name);
    if (known == null) {
      known = process.object(ObjectType.SLICE, name);
      slices.put(name, known);
    }
    return known;
  }

  /** A slice of that name as long as the event lasted. */
  void slice(IntakeThread thread, String name, int site, Fields event, Arguments told)
      throws IOException {
    slice(thread, slice(name), site, event, told);
  }

  void slice(IntakeThread thread, int name, int site, Fields event, Arguments told)
      throws IOException {
    long begin = time(event.begin());
    long end = time(event.end());
    thread.slice(name, site, begin, end, told.bytes(), 0, told.length());
  }

  /** Who tells of what is the process': no thread. */
  IntakeThread teller() {
    return process.whole();
  }

  /** A row of slices that are no thread's. */
  IntakeThread track(String name) throws IOException {
    IntakeThread track = process.thread(Long.MIN_VALUE + name.hashCode(), name, Flags.TRACK);
    track.sortIndex(Long.MAX_VALUE);
    return track;
  }
}
