package interleave.exchange.chrome;

import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A process of the file: its threads by their ids, and its names as they stand in the file. */
final class TraceProcess {
  private final IntakeProcess process;
  private final int index;
  private String label = "";
  private final ByteNames names = new ByteNames();
  private final Map<Long, IntakeThread> threads = new HashMap<>();
  private final Map<String, IntakeThread> named = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private long lastId;
  private @Nullable IntakeThread last;
  private int nameless;

  /**
   * @param index its number among those of the file
   */
  TraceProcess(IntakeProcess process, int index) {
    this.process = process;
    this.index = index;
  }

  int index() {
    return index;
  }

  void name(String text) {
    if (!text.isBlank()) {
      process.name(text);
    }
  }

  /** What is said of it beside its name. */
  void label(String text) {
    label = text;
  }

  /** All is read. */
  void finish() {
    if (!label.isBlank()) {
      process.name(process.name().isEmpty() ? label : process.name() + " (" + label + ")");
    }
  }

  IntakeProcess process() {
    return process;
  }

  /** The thread of an event. */
  IntakeThread thread(Batch batch, int base) throws IOException {
    long id = batch.fields[base + Batch.TID];
    if ((batch.fields[base + Batch.FLAGS] & Batch.TID_IS_TEXT) != 0) {
      return named(JsonText.of(batch, id, ByteNames.LONGEST));
    }
    IntakeThread known = last;
    if (known == null || lastId != id) {
      known = threads.get(id);
      if (known == null) {
        known = process.thread(id, "", 0);
        threads.put(id, known);
      }
      last = known;
      lastId = id;
    }
    return known;
  }

  /** A thread whose id is a text has that for its name, too, until it is told another. */
  private IntakeThread named(String id) throws IOException {
    IntakeThread known = named.get(id);
    if (known == null) {
      known = process.row(0, id, 0);
      named.put(id, known);
    }
    return known;
  }

  /** The id of the name at that place. */
  int name(Batch batch, long place) {
    if (place == 0) {
      nameless = nameless == 0 ? process.object(ObjectType.SLICE, "?") : nameless;
      return nameless;
    }
    int from = Batch.from(place);
    int length = Batch.length(place);
    int known = length <= ByteNames.LONGEST ? names.get(batch.bytes, from, length) : 0;
    if (known == 0) {
      String text = JsonText.of(batch, place, TraceReader.LONGEST_NAME);
      known = process.object(ObjectType.SLICE, text);
      names.put(batch.bytes, from, length, known);
    }
    return known;
  }

  int counter(String name) {
    return counters.computeIfAbsent(name, key -> process.object(ObjectType.COUNTER, key));
  }
}
