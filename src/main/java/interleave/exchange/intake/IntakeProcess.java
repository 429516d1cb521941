package interleave.exchange.intake;

import interleave.event.EventKind;
import interleave.event.FilledTemplate;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process of which a file tells: what it is called, its threads, and the names in its segments.
 */
public final class IntakeProcess {
  private static final byte[] NOTHING = {};

  private final Intake intake;
  private final long pid;
  private long parent;
  private String name = "";
  private long sortIndex;
  private final Map<Long, IntakeThread> threads = new HashMap<>();
  private final List<IntakeThread> all = new ArrayList<>();
  private @Nullable IntakeThread whole;
  private final Map<Named, Integer> objects = new HashMap<>();
  private final Map<Place, Integer> sites = new HashMap<>();
  private final Map<Frame, Integer> stacks = new HashMap<>();

  /** What has a name; those of one type with one name are one, where they have no keys. */
  private record Named(ObjectType type, @Nullable Object key, String name, long shared) {
    // Those that a record has of itself are linked at their first use, while all wait for that.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Named same
          && type == same.type
          && Objects.equals(key, same.key)
          && name.equals(same.name)
          && shared == same.shared;
    }

    @Override
    public int hashCode() {
      int ofKey = 31 * type.code() + Objects.hashCode(key);
      return 31 * (31 * ofKey + name.hashCode()) + Long.hashCode(shared);
    }
  }

  private record Place(String file, String function, String owner, int line) {}

  private record Frame(int site, int caller) {}

  IntakeProcess(Intake intake, long pid) {
    this.intake = intake;
    this.pid = pid;
  }

  Intake intake() {
    return intake;
  }

  /** As it stands in its segments. */
  public long pid() {
    return pid;
  }

  public void parent(long of) {
    parent = of;
  }

  public void name(String text) {
    name = intake.name(text);
  }

  public String name() {
    return name;
  }

  long sortIndex() {
    return sortIndex;
  }

  /** Where it stands among the others: the smallest first; without one it is 0. */
  public void sortIndex(long index) {
    sortIndex = index;
  }

  /** All that wrote something, with what is no thread's. */
  Collection<IntakeThread> writers() {
    if (whole == null) {
      return all;
    }
    List<IntakeThread> writers = new ArrayList<>(all);
    writers.add(whole);
    return writers;
  }

  /**
   * The thread of that id, and from now on of that name, where it has one.
   *
   * @param id that the runtime or the system has for it
   * @param flags as of {@link EventKind#DEFINE_THREAD}
   */
  public IntakeThread thread(long id, String name, int flags) throws IOException {
    IntakeThread known = threads.get(id);
    if (known == null) {
      known = row(id, name, flags);
      threads.put(id, known);
    } else {
      known.flags(flags);
      if (!name.isEmpty()) {
        known.name(name);
      }
    }
    return known;
  }

  /** Where that is written which is no thread's, as counters are. */
  public IntakeThread whole() {
    IntakeThread known = whole;
    if (known == null) {
      known = new IntakeThread(this, 0, 0, "", 0);
      whole = known;
    }
    return known;
  }

  /** A further row, that no id finds again. */
  public IntakeThread row(long id, String name, int flags) throws IOException {
    if ((flags & Flags.TRACK) != 0) {
      intake.roomForRow();
    } else {
      intake.roomForThread();
    }
    IntakeThread made = new IntakeThread(this, all.size() + 1, id, intake.name(name), flags);
    all.add(made);
    return made;
  }

  /** The object of that type and name. */
  public int object(ObjectType type, String name) {
    return object(type, null, 0, name);
  }

  /** The object of that type that has that key in the file, where names do not tell them apart. */
  public int object(ObjectType type, Object key, String name) {
    return object(type, key, 0, name);
  }

  /**
   * As the other.
   *
   * @param shared the same number in all processes that know the object; 0 for none
   */
  public int object(ObjectType type, @Nullable Object key, long shared, String name) {
    Named named = new Named(type, key, intake.name(name), shared);
    Integer known = objects.get(named);
    if (known == null && !named.name.equals(Intake.OTHERS) && !intake.hasRoomFor(named.name)) {
      return object(type, null, 0, Intake.OTHERS);
    }
    return known == null ? interned(objects, named) : known;
  }

  /** The id of a template of texts, see {@link FilledTemplate}; 0 where there is no room for it. */
  public int template(String text) {
    Named named = new Named(ObjectType.SLICE, null, text, 0);
    Integer known = objects.get(named);
    if (known != null) {
      return known;
    }
    boolean fits = text.length() <= Texts.LONGEST_NAME && intake.hasRoomFor(text);
    return fits ? interned(objects, named) : 0;
  }

  /**
   * The id of a template of texts that is told later, see {@link #template(Object, String)}; the
   * same for the same key, 0 where there is no room for it.
   */
  public int laterTemplate(Object key) {
    Named named = new Named(ObjectType.SLICE, key, "", 0);
    Integer known = objects.get(named);
    if (known != null) {
      return known;
    }
    return intake.hasRoomFor("") ? interned(objects, named) : 0;
  }

  /** What the template of that key is; without room for it, it stays empty. */
  public void template(Object key, String text) {
    Integer known = objects.remove(new Named(ObjectType.SLICE, key, "", 0));
    if (known != null) {
      String fits = intake.hasRoomFor(text) ? text : "";
      objects.put(new Named(ObjectType.SLICE, key, fits, 0), known);
    }
  }

  private static <K> int interned(Map<K, Integer> known, K one) {
    int id = known.size() + 1;
    known.put(one, id);
    return id;
  }

  /** The place in the source; what is not known of it is empty, or 0. */
  public int site(String file, String function, String owner, int line) {
    Place place =
        new Place(intake.name(file), intake.name(function), intake.name(owner), Math.max(0, line));
    Integer known = sites.get(place);
    if (known == null && !intake.hasRoomFor(place.file + place.function + place.owner)) {
      return 0;
    }
    return known == null ? interned(sites, place) : known;
  }

  /**
   * The stack of which that is the innermost frame.
   *
   * @param caller the stack that it was called from, 0 at the root
   */
  public int stack(int site, int caller) {
    Frame frame = new Frame(site, caller);
    Integer known = stacks.get(frame);
    if (known == null && !intake.hasRoomFor("")) {
      return caller;
    }
    return known == null ? interned(stacks, frame) : known;
  }

  /** No more is told; what waits for segments is written. */
  void last() throws IOException {
    for (IntakeThread thread : writers()) {
      thread.last();
    }
  }

  /** All that waited is written; finishes what threads have to themselves. */
  void finish(List<ImportedSegment> to) throws IOException {
    for (IntakeThread thread : writers()) {
      ImportedSegment own = thread.finished();
      if (own != null) {
        to.add(own);
      }
    }
  }

  /**
   * What everything is called, and what those threads did that have no segment.
   *
   * @param opened no event is older
   */
  ImportedSegment common(long opened) throws IOException {
    ImportedSegment common = intake.segment();
    define(common, opened);
    ThreadMerge.write(writers(), intake.slots(), common);
    return common;
  }

  private void define(ImportedSegment to, long time) throws IOException {
    Slots slots = intake.slots();
    if (!name.isEmpty()) {
      put(slots, EventKind.PROCESS_NAME, 0, 0, 0, 0, time, name);
    }
    List<IntakeThread> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingLong(IntakeThread::sortIndex));
    for (IntakeThread each : sorted) {
      put(
          slots,
          EventKind.DEFINE_THREAD,
          each.flags(),
          each.id(),
          0,
          each.told(),
          time,
          each.name());
      if (each.system() > 0) {
        put(slots, EventKind.NATIVE_THREAD, 0, each.id(), 0, each.system(), time, "");
      }
      flush(slots, to);
    }
    for (Map.Entry<Named, Integer> each : objects.entrySet()) {
      Named of = each.getKey();
      put(
          slots,
          EventKind.DEFINE_OBJECT,
          of.type.code(),
          0,
          each.getValue(),
          of.shared,
          time,
          of.name);
      flush(slots, to);
    }
    for (Map.Entry<Place, Integer> each : sites.entrySet()) {
      Place of = each.getKey();
      String text = of.file + "\n" + of.function + "\n" + of.owner;
      long site = (long) each.getValue() << 32;
      put(slots, EventKind.DEFINE_SITE, 0, 0, site, of.line, time, text);
      flush(slots, to);
    }
    for (Map.Entry<Frame, Integer> each : stacks.entrySet()) {
      long both = each.getValue() | (long) each.getKey().site << 32;
      put(slots, EventKind.DEFINE_STACK, 0, 0, both, each.getKey().caller, time, "");
      flush(slots, to);
    }
    to.append(slots);
  }

  private static void flush(Slots slots, ImportedSegment to) throws IOException {
    if (slots.length() > Intake.PIECE) {
      to.append(slots);
    }
  }

  private static void put(
      Slots to,
      EventKind kind,
      int flags,
      int thread,
      long object,
      long value,
      long time,
      String text) {
    byte[] utf8 = text.isEmpty() ? NOTHING : text.getBytes(StandardCharsets.UTF_8);
    to.put(kind.code(), flags, thread, object, value, time, utf8, 0, utf8.length);
  }

  ImportedSegment.Header header(long opened, long offset) {
    return new ImportedSegment.Header(TracedRuntime.OTHER, pid, parent, opened, offset);
  }
}
