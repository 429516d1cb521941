package interleave.exchange.perfetto;

import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Draws what Chrome says in the words of its older format: a letter tells what an event is. */
final class LegacyEvents {
  /** Of so many that have not ended it is known where they lie. */
  private static final int MOST_GOING = 1 << 18;

  private final TrackEvents events;
  private final Rows rows;
  private final Cast cast;

  /** The rows of what goes on without a thread, by what belongs together. */
  private final Map<Long, Rows.Row> going = new HashMap<>();

  LegacyEvents(TrackEvents events, Rows rows, Cast cast) {
    this.events = events;
    this.rows = rows;
    this.cast = cast;
  }

  void draw(TrackEvent event, PacketSequence from, long time) throws IOException {
    LegacyEvent legacy = event.legacy;
    switch (legacy.phase) {
      case 'B' -> events.begin(from, row(legacy, from, time), time);
      case 'E' -> events.end(from, row(legacy, from, time), time);
      case 'X' -> whole(legacy, from, time);
      case 'I', 'i', 'R', 'O' -> {
        int scope = scope(legacy) | events.flags(from);
        events.instant(from, row(legacy, from, time), scope, time);
      }
      case 's', 't', 'f' -> events.flows(from, row(legacy, from, time).thread, time);
      case 'b', 'S' -> begins(legacy, from, time);
      case 'e', 'F' -> ends(legacy, from, time);
      case 'n', 'T', 'p' -> between(legacy, from, time);
      default -> events.unknown("phase", legacy.phase);
    }
  }

  private static int scope(LegacyEvent legacy) {
    return switch (legacy.instantScope) {
      case LegacyEvent.GLOBAL -> Flags.RUN_WIDE;
      case LegacyEvent.PROCESS -> Flags.PROCESS_WIDE;
      default -> 0;
    };
  }

  private Rows.Row row(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    if (legacy.tid != 0) {
      return rows.ofThread(legacy.pid == 0 ? from.pid : legacy.pid, legacy.tid);
    }
    return events.row(from, time);
  }

  private void whole(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    IntakeThread thread = row(legacy, from, time).thread;
    events.flows(from, thread, time);
    long end = time + legacy.durationUs * 1000;
    byte[] text = events.text(from).getBytes(StandardCharsets.UTF_8);
    thread.slice(events.name(from, thread), 0, time, end, text, 0, text.length);
  }

  private int process(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    if (legacy.pid != 0) {
      return legacy.pid;
    }
    return cast.member(events.row(from, time).thread).pid;
  }

  private void begins(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    int pid = process(legacy, from, time);
    long group = legacy.group(pid);
    Rows.Row row = going.get(group);
    if (row == null || !row.isOpen()) {
      row = rows.begin(pid, events.nameText(from), time);
      if (going.size() < MOST_GOING) {
        going.put(group, row);
      }
    } else {
      row.deeper();
    }
    events.begin(from, row, time);
  }

  private void ends(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    long group = legacy.group(process(legacy, from, time));
    Rows.Row row = going.get(group);
    if (row == null) {
      events.unknown("phase", legacy.phase); // what ends has not begun
      return;
    }
    Rows.end(row, time);
    if (!row.isOpen()) {
      going.remove(group);
    }
    events.end(from, row, time);
  }

  private void between(LegacyEvent legacy, PacketSequence from, long time) throws IOException {
    int pid = process(legacy, from, time);
    Rows.Row row = going.get(legacy.group(pid));
    events.instant(from, row == null ? rows.at(pid, events.nameText(from), time) : row, 0, time);
  }
}
