package interleave.exchange.chrome;

import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A process of the file: its threads by their ids, and its names as they stand in the file. */
final class TraceProcess {
  /** Of so many threads that may do nothing it is kept what they are called. */
  private static final int MOST_KNOWN = 20_000;

  /**
   * So many names are known as they stand in the file, and so long ones; of others texts are made.
   */
  private static final int MOST_NAMES = 1 << 18;

  private static final int LONGEST_NAME = 256;

  /** So much counts of ids of threads that are texts. */
  private static final int LONGEST_ID = 256;

  /** So much of the names of counters counts, and of what is counted. */
  static final int LONGEST_KEY = 200;

  /** What a thread is called whose number is 0, which elsewhere says that it has none. */
  private static final String NOUGHT = "thread 0";

  private final Making making;
  private final int index;
  private @Nullable IntakeProcess made;
  private String name = "";
  private String label = "";
  private long sortIndex;
  private final ByteNames names = new ByteNames(MOST_NAMES);
  private final Map<Long, IntakeThread> threads = new HashMap<>();
  private final Map<String, IntakeThread> named = new HashMap<>();
  private final Map<Object, Known> known = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Map<StackTexts.Both, Integer> stacks = new HashMap<>();
  private final ByteNames written = new ByteNames(MOST_KNOWN);
  private final WrittenKey counterKey = new WrittenKey();
  private long lastId;
  private @Nullable IntakeThread last;
  private int nameless;

  /** What was said of a thread; it is made when it does something. */
  static final class Known {
    String name = "";
    long sortIndex;
  }

  /** Makes it when it does something. */
  interface Making {
    IntakeProcess make() throws IOException;
  }

  /**
   * @param index its number among those of the file
   */
  TraceProcess(Making making, int index) {
    this.making = making;
    this.index = index;
  }

  int index() {
    return index;
  }

  void name(String text) {
    if (!text.isBlank()) {
      name = text;
    }
  }

  void sortIndex(long where) {
    sortIndex = where;
  }

  /** What is known of the thread of an event, to be added to. */
  Known about(Batch batch, int base) {
    long id = batch.fields[base + Batch.TID];
    boolean isText = (batch.fields[base + Batch.FLAGS] & Batch.TID_IS_TEXT) != 0;
    Object key = isText ? JsonText.of(batch, id, LONGEST_ID) : (Object) id;
    return known.size() < MOST_KNOWN || known.containsKey(key)
        ? known.computeIfAbsent(key, _ -> new Known())
        : new Known();
  }

  /** What is said of it beside its name. */
  void label(String text) {
    label = text;
  }

  /** All is read. */
  void finish() {
    IntakeProcess process = made;
    if (process == null) {
      return; // it did nothing
    }
    if (!name.isEmpty()) {
      process.name(name);
    }
    if (!label.isBlank()) {
      process.name(process.name().isEmpty() ? label : process.name() + " (" + label + ")");
    }
    process.sortIndex(sortIndex);
    threads.forEach((id, thread) -> finish(thread, known.get(id)));
    named.forEach((id, thread) -> finish(thread, known.get(id)));
  }

  private static void finish(IntakeThread thread, @Nullable Known told) {
    if (told != null) {
      thread.sortIndex(told.sortIndex);
      if (!told.name.isBlank()) {
        thread.name(told.name);
      }
    }
  }

  IntakeProcess process() throws IOException {
    IntakeProcess process = made;
    if (process == null) {
      process = making.make();
      made = process;
    }
    return process;
  }

  /** The thread of an event. */
  IntakeThread thread(Batch batch, int base) throws IOException {
    long id = batch.fields[base + Batch.TID];
    if ((batch.fields[base + Batch.FLAGS] & Batch.TID_IS_TEXT) != 0) {
      return named(JsonText.of(batch, id, LONGEST_ID));
    }
    IntakeThread known = last;
    if (known == null || lastId != id) {
      known = threads.get(id);
      if (known == null) {
        boolean nought = id == 0 && (batch.fields[base + Batch.FLAGS] & Batch.HAS_TID) != 0;
        known = process().thread(id, nought ? NOUGHT : "", 0);
        threads.put(id, known);
      }
      last = known;
      lastId = id;
    }
    return known;
  }

  /** The thread of that number, where it did something. */
  @Nullable IntakeThread known(long id) {
    return threads.get(id);
  }

  /** The thread of that number. */
  IntakeThread thread(long id) throws IOException {
    IntakeThread known = threads.get(id);
    if (known == null) {
      known = process().thread(id, id == 0 ? NOUGHT : "", 0);
      threads.put(id, known);
    }
    return known;
  }

  /** The template that tells with which stacks an event began and ended; 0 for none. */
  int template(StackTexts.Both both) throws IOException {
    Integer known = stacks.get(both);
    if (known == null) {
      known = process().laterTemplate(both);
      if (known != 0) {
        stacks.put(both, known);
      }
    }
    return known;
  }

  /** Of which stacks there are templates. */
  Set<StackTexts.Both> stacks() {
    return stacks.keySet();
  }

  /** A thread whose id is a text has that for its name, too, until it is told another. */
  private IntakeThread named(String id) throws IOException {
    IntakeThread known = named.get(id);
    if (known == null) {
      known = process().row(0, id, 0);
      named.put(id, known);
    }
    return known;
  }

  /** The id of the name at that place. */
  int name(Batch batch, long place) throws IOException {
    if (place == 0) {
      nameless = nameless == 0 ? process().object(ObjectType.SLICE, "?") : nameless;
      return nameless;
    }
    int from = Batch.from(place);
    int length = Batch.length(place);
    int known = length <= LONGEST_NAME ? names.get(batch.bytes, from, length) : 0;
    if (known == 0) {
      String text = JsonText.of(batch, place, TraceReader.LONGEST_NAME);
      known = process().object(ObjectType.SLICE, text);
      if (length <= LONGEST_NAME) {
        names.put(batch.bytes, from, length, known);
      }
    }
    return known;
  }

  /** The counter of that name and series, where those were written so before; 0 for none. */
  int counter(Batch batch, long name, long series) {
    WrittenKey key = counterKey(batch, name, series);
    return written.get(key.bytes(), 0, key.length());
  }

  /** Keeps which counter it is of which name and series are written so. */
  void counter(Batch batch, long name, long series, int counter) {
    if (counter(batch, name, series) == 0) {
      written.put(counterKey.bytes(), 0, counterKey.length(), counter);
    }
  }

  private WrittenKey counterKey(Batch batch, long name, long series) {
    return counterKey.clear().add(batch, name, LONGEST_KEY).add(batch, series, LONGEST_KEY);
  }

  int counter(String name) throws IOException {
    Integer found = counters.get(name);
    if (found == null) {
      found = process().object(ObjectType.COUNTER, name);
      counters.put(name, found);
    }
    return found;
  }
}
