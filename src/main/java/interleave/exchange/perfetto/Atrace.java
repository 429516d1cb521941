package interleave.exchange.perfetto;

import interleave.event.EventKind;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Lines that programs write into the kernel's trace, in the way that Android has: {@code
 * B|pid|name} and {@code E|pid} for slices, {@code C|pid|name|value} for counters, {@code S} and
 * {@code F} for what begins and ends anywhere, {@code I} for moments.
 */
final class Atrace {
  /** Of so many that have not ended it is known where they lie. */
  private static final int MOST_GOING = 1 << 16;

  private final Cast cast;
  private final Counters counters;
  private final Rows rows;
  private final Map<String, Rows.Row> going = new HashMap<>();

  Atrace(Cast cast, Counters counters, Rows rows) {
    this.cast = cast;
    this.counters = counters;
    this.rows = rows;
  }

  /** Draws a line that the thread wrote; whether it is such a one. */
  boolean line(long tid, String text, long time) throws IOException {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    String[] parts = line.split("\\|", 5);
    if (parts[0].length() != 1) {
      return false;
    }
    int pid = parts.length > 1 ? number(parts[1]) : 0;
    IntakeThread thread = cast.thread(tid, "");
    String name = parts.length > 2 ? parts[2] : "";
    switch (parts[0].charAt(0)) {
      case 'B' -> write(EventKind.SLICE_BEGIN, thread, line.split("\\|", 3), time);
      case 'E' -> thread.write(EventKind.SLICE_END, 0, 0, 0, 0, time);
      case 'I' -> write(EventKind.INSTANT, thread, line.split("\\|", 3), time);
      case 'C' -> counter(pid, name, parts, time);
      case 'S' -> begins(pid, name, name, key(pid, name, parts), time);
      case 'G' ->
          begins(pid, name, parts.length > 3 ? parts[3] : name, key(pid, name, parts), time);
      case 'F', 'H' -> ends(key(pid, name, parts), time);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What tells which of those of a name it is that ends. */
  private static String key(int pid, String name, String[] parts) {
    return pid + "|" + name + '|' + last(parts);
  }

  private static String last(String[] parts) {
    return parts[parts.length - 1];
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private void write(EventKind kind, IntakeThread thread, String[] parts, long time)
      throws IOException {
    int name = cast.member(thread).slice(parts.length > 2 ? parts[2] : "");
    thread.write(kind, 0, name, 0, 0, time);
  }

  private void counter(int pid, String name, String[] parts, long time) throws IOException {
    try {
      counters.show(pid, name, Double.parseDouble(last(parts)), time);
    } catch (NumberFormatException _) {
      counters.show(pid, name, 0, time); // as the tool itself reads it
    }
  }

  private void begins(int pid, String track, String name, String key, long time)
      throws IOException {
    Rows.Row row = rows.begin(pid, track, time);
    if (going.size() < MOST_GOING) {
      going.put(key, row);
    }
    row.thread.write(EventKind.SLICE_BEGIN, 0, cast.member(row.thread).slice(name), 0, 0, time);
  }

  private void ends(String key, long time) throws IOException {
    Rows.Row row = going.remove(key);
    if (row != null) {
      Rows.end(row, time);
      row.thread.write(EventKind.SLICE_END, 0, 0, 0, 0, time);
    }
  }
}
