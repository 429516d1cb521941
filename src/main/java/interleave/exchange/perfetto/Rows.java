package interleave.exchange.perfetto;

import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which row the slices of a track lie. A thread's lie in its own. Others of one name and with
 * one parent share rows, as a tool makes a track for each of many short things; those that overlap
 * lie in further ones.
 */
final class Rows {
  private static final Words WORDS = Words.of("exchange/perfetto");

  /** Where still more overlap, they lie in the last one. */
  private static final int MOST_SIDE_BY_SIDE = 200;

  private final Cast cast;
  private final Tracks tracks;
  private final Map<Long, Row> current = new HashMap<>();
  private long lastTrack;
  private @Nullable Row last;
  private final Map<Group, List<Row>> groups = new HashMap<>();

  Rows(Cast cast, Tracks tracks) {
    this.cast = cast;
    this.tracks = tracks;
  }

  /**
   * What shares rows.
   *
   * @param with the parent of all of them, or the one that shares with nobody
   */
  private record Group(int pid, long with, String name) {}

  /** A row of slices. */
  static final class Row {
    final IntakeThread thread;
    private final boolean ownThread;
    private long user;
    private int depth;

    /** Whether what goes on in it is a state of its thread, as our own exports tell it. */
    boolean inState;

    private long free = Long.MIN_VALUE;

    private Row(IntakeThread thread, boolean ownThread) {
      this.thread = thread;
      this.ownThread = ownThread;
    }

    /** Whether something goes on in it. */
    boolean isOpen() {
      return depth > 0;
    }

    /** Something more begins in it. */
    void deeper() {
      depth++;
    }

    private boolean isFree(long time) {
      return depth == 0 && free <= time;
    }
  }

  /** The row of a slice of that track that begins then. */
  Row begin(long track, long time) throws IOException {
    Row row = row(track);
    if (row == null || !row.ownThread && !isStill(row, track, time)) {
      row = placed(track, time);
    }
    row.user = track;
    row.depth++;
    row.free = Math.max(row.free, time);
    return row;
  }

  private static boolean isStill(Row row, long track, long time) {
    return row.user == track || row.isFree(time);
  }

  /** Where the last slice of that track lies. */
  private @Nullable Row row(long track) {
    if (last == null || lastTrack != track) { // the next event is mostly of the same
      lastTrack = track;
      last = current.get(track);
    }
    return last;
  }

  private Row placed(long track, long time) throws IOException {
    Row row = found(track, time);
    current.put(track, row);
    lastTrack = track;
    last = row;
    return row;
  }

  /** The row of the slice of that track that ends then. */
  Row end(long track, long time) throws IOException {
    Row row = at(track, time);
    row.depth = Math.max(0, row.depth - 1);
    row.free = Math.max(row.free, time);
    return row;
  }

  /** The row of that track for what takes no time. */
  Row at(long track, long time) throws IOException {
    Row row = row(track);
    return row == null ? placed(track, time) : row;
  }

  /** The row of a thread. */
  Row ofThread(int pid, long tid) throws IOException {
    return at(own(pid, tid), 0);
  }

  /** The track of the thread of a writer of the old sort. */
  long own(PacketSequence from) {
    return own(from.pid, from.tid);
  }

  /** A track that stands for a thread which no track is described for. */
  private long own(int pid, long tid) {
    long uuid = (pid * 0x9E3779B97F4A7C15L ^ tid) * 0xBF58476D1CE4E5B9L | 1;
    Track track = tracks.of(uuid);
    track.ofThread = true;
    track.pid = pid;
    track.tid = tid;
    return uuid;
  }

  private Row found(long uuid, long time) throws IOException {
    Track track = tracks.of(uuid);
    if (track.ofThread) {
      IntakeThread own = cast.thread(track.pid, track.tid);
      own.sortIndex(track.rank);
      return new Row(own, true);
    }
    Track owner = tracks.owner(track);
    int pid = owner == null ? ThreadNames.NOBODY : owner.pid;
    long parent = track == owner ? 0 : track.parent;
    Row row = shared(new Group(pid, track.alone ? uuid : parent, name(track)), time);
    row.thread.sortIndex(track.rank);
    return row;
  }

  private static String name(Track track) {
    if (track.name != null && !track.name.isEmpty()) {
      return track.name;
    }
    if (track.ofProcess) {
      return WORDS.get("row.process");
    }
    return WORDS.get(track.uuid == 0 ? "row.run" : "row.unknown");
  }

  /** The row of things that belong together by that number. */
  Row begin(int pid, String name, long time) throws IOException {
    Row row = shared(new Group(pid, 0, name), time);
    row.depth++;
    row.free = Math.max(row.free, time);
    return row;
  }

  /** The row for what takes no time and belongs to a process. */
  Row at(int pid, String name, long time) throws IOException {
    return shared(new Group(pid, 0, name), time);
  }

  /** What began in that row ends then. */
  static void end(Row row, long time) {
    row.depth = Math.max(0, row.depth - 1);
    row.free = Math.max(row.free, time);
  }

  private Row shared(Group group, long time) throws IOException {
    List<Row> rows = groups.computeIfAbsent(group, _ -> new ArrayList<>());
    for (Row each : rows) {
      if (each.isFree(time)) {
        return each;
      }
    }
    if (rows.size() >= MOST_SIDE_BY_SIDE) {
      return rows.getLast();
    }
    IntakeThread thread = cast.member(group.pid).process.row(0, group.name, Flags.TRACK);
    Row made = new Row(thread, false);
    rows.add(made);
    return made;
  }
}
