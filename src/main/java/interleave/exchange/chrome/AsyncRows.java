package interleave.exchange.chrome;

import interleave.event.Flags;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of what goes on beside threads. What has one id lies in one row, as long as it lasts;
 * then the row is free for the next of the same name. It is told in the order of times.
 */
final class AsyncRows {
  private static final int MOST = 1 << 20;

  /** More rows of one name are not made. */
  private static final int MOST_ROWS = 500;

  private final Map<String, Open> open = new HashMap<>();

  /** What began last with an id in any process: another may end it. */
  private final Map<String, Open> anywhere = new HashMap<>();

  private final Map<String, List<Row>> rows = new HashMap<>();

  private static final class Row {
    private final IntakeThread thread;
    private boolean used;

    Row(IntakeThread thread) {
      this.thread = thread;
    }
  }

  /** What goes on. */
  private static final class Open {
    private final String key;
    private final Row row;
    private int depth;

    Open(String key, Row row) {
      this.key = key;
      this.row = row;
    }
  }

  /** The row where a slice of that id begins; null where there is no room for it. */
  @Nullable IntakeThread begin(IntakeProcess process, String id, String name) throws IOException {
    String key = key(process, id);
    Open known = open.get(key);
    if (known == null) {
      Row free = open.size() < MOST ? free(process, name) : null;
      if (free == null) {
        return null;
      }
      free.used = true;
      known = new Open(key, free);
      open.put(key, known);
      anywhere.put(id, known);
    }
    known.depth++;
    return known.row.thread;
  }

  /** The row where what has that id ends; null where it did not begin. */
  @Nullable IntakeThread end(IntakeProcess process, String id) {
    Open known = find(process, id);
    if (known == null) {
      return null;
    }
    if (--known.depth == 0) {
      known.row.used = false;
      open.remove(known.key);
      anywhere.remove(id, known);
    }
    return known.row.thread;
  }

  /** The row of a moment: that of what goes on with the same id, or the first of its name. */
  IntakeThread moment(IntakeProcess process, String id, String name) throws IOException {
    Open known = find(process, id);
    if (known != null) {
      return known.row.thread;
    }
    List<Row> ofName = named(process, name);
    if (ofName.isEmpty()) {
      ofName.add(new Row(process.row(0, name, Flags.TRACK)));
    }
    return ofName.getFirst().thread;
  }

  private @Nullable Open find(IntakeProcess process, String id) {
    Open known = open.get(key(process, id));
    return known != null ? known : anywhere.get(id);
  }

  private static String key(IntakeProcess process, String id) {
    return process.pid() + " " + id;
  }

  private List<Row> named(IntakeProcess process, String name) {
    return rows.computeIfAbsent(key(process, name), _ -> new ArrayList<>());
  }

  private @Nullable Row free(IntakeProcess process, String name) throws IOException {
    List<Row> ofName = named(process, name);
    for (Row each : ofName) {
      if (!each.used) {
        return each;
      }
    }
    if (ofName.size() >= MOST_ROWS) {
      return null;
    }
    Row made = new Row(process.row(0, name, Flags.TRACK));
    ofName.add(made);
    return made;
  }
}
