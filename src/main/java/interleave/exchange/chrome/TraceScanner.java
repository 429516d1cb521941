package interleave.exchange.chrome;

import interleave.file.ContentInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through a file: the array of events, alone or in an object with other members, of which only
 * the names are kept. It takes no more memory than a few blocks, however long a value is.
 */
final class TraceScanner {
  private static final int BLOCK = 1 << 19;

  /** Behind a block stand so many zeros. */
  private static final int SLACK = 32;

  /** So far back an end of an event is looked for. */
  private static final int SEARCHED = 1 << 12;

  /** A longer event is left out. */
  private static final int LONGEST_EVENT = 1 << 22;

  private static final byte[] EVENTS = "traceEvents".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FRAMES = "stackFrames".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SAMPLES = "samples".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private enum Where {
    BEFORE,
    AMONG_EVENTS,
    AMONG_MEMBERS,
    AMONG_FRAMES,
    AMONG_SAMPLES,
    BEHIND
  }

  private final ContentInput in;
  private final EventScanner scanner = new EventScanner();
  private final Skipping skipping = new Skipping();
  private final FileMembers members = new FileMembers();
  private Where where = Where.BEFORE;
  private boolean object;
  private byte[] rest = {};
  private int restLength;

  /** Where in the file the rest begins, or the next block. */
  private long position;

  private boolean ended;
  private boolean done;
  private boolean found;
  private long strangers;
  private long tooLong;
  private long broken = -1;

  TraceScanner(ContentInput in) {
    this.in = in;
  }

  /**
   * Fills a batch with the next events.
   *
   * @return whether there may be more
   */
  boolean next(Batch batch) throws IOException {
    batch.count = 0;
    int end = fill(batch);
    int from = scanned(batch, ended ? end : whole(batch.bytes, end));
    keep(batch.bytes, from, end);
    if (ended && from == end || where == Where.BEHIND) {
      done = true;
      if (where != Where.BEHIND && (object || where == Where.BEFORE || skipping.isOn())) {
        broken = position; // an array alone may do without its end
      }
    } else if (ended && batch.count == 0 && !done) {
      done = true;
      broken = position;
    }
    batch.taken = in.taken();
    return !done;
  }

  /** Scans up to there, where a zero stands meanwhile, and returns how far that went. */
  private int scanned(Batch batch, int end) {
    byte[] bytes = batch.bytes;
    byte behind = bytes[end];
    bytes[end] = 0;
    scanner.over(bytes, end);
    int from = scan(batch, end);
    bytes[end] = behind;
    return from;
  }

  /**
   * Where the last event may end that is here as a whole: one that is cut off somewhere is scanned
   * in vain, and in a way that what was compiled for the others does not know.
   */
  private static int whole(byte[] bytes, int end) {
    for (int p = end - 1; p > Math.max(1, end - SEARCHED); p--) {
      if (bytes[p] == '\n' || bytes[p] == '{' && bytes[p - 1] == ',' && bytes[p - 2] == '}') {
        return p;
      }
    }
    return end;
  }

  private int fill(Batch batch) throws IOException {
    int room = Math.max(BLOCK, restLength == 0 ? 0 : Integer.highestOneBit(restLength) * 2);
    if (batch.bytes.length < room + SLACK) {
      batch.bytes = new byte[room + SLACK];
    }
    System.arraycopy(rest, 0, batch.bytes, 0, restLength);
    batch.position = position;
    int end = restLength;
    while (end < room && !ended) {
      int read = in.read(batch.bytes, end, room - end);
      ended = read < 0;
      end += Math.max(0, read);
    }
    Arrays.fill(batch.bytes, end, end + SLACK, (byte) 0);
    return end;
  }

  private void keep(byte[] bytes, int from, int end) {
    restLength = end - from;
    if (rest.length < restLength) {
      rest = new byte[restLength];
    }
    System.arraycopy(bytes, from, rest, 0, restLength);
    position += from;
  }

  /** Scans as far as the bytes go, and returns how far that is. */
  private int scan(Batch batch, int end) {
    byte[] bytes = batch.bytes;
    int p = where == Where.BEFORE && startsWith(bytes, MARK) ? MARK.length : 0;
    while (p < end && where != Where.BEHIND && !done) {
      if (skipping.isOn()) {
        p = skipping.skip(bytes, p, end);
        continue;
      }
      p = scanner.blank(p);
      if (bytes[p] == ',' && where != Where.BEFORE) {
        p++;
        continue;
      }
      int next = p >= end ? p : step(batch, p, end);
      if (next == p && !skipping.isOn()) {
        break;
      }
      p = next;
    }
    return p;
  }

  private static boolean startsWith(byte[] bytes, byte[] word) {
    return Arrays.mismatch(bytes, 0, word.length, word, 0, word.length) < 0;
  }

  /** Goes on by one event, member or bracket; not at all where more bytes are needed. */
  private int step(Batch batch, int p, int end) {
    return switch (where) {
      case BEFORE -> begin(batch.bytes, p);
      case AMONG_MEMBERS -> member(batch, p, end);
      case AMONG_EVENTS, AMONG_SAMPLES -> event(batch, p, end);
      case AMONG_FRAMES -> frame(batch, p, end);
      case BEHIND -> end;
    };
  }

  private int begin(byte[] bytes, int p) {
    object = bytes[p] == '{';
    if (!object && bytes[p] != '[') {
      return stop(p);
    }
    where = object ? Where.AMONG_MEMBERS : Where.AMONG_EVENTS;
    found = !object;
    return p + 1;
  }

  private int stop(int p) {
    broken = position + p;
    done = true;
    return p;
  }

  private int member(Batch batch, int p, int end) {
    byte[] bytes = batch.bytes;
    if (bytes[p] == '}') {
      where = Where.BEHIND;
      return p + 1;
    }
    if (bytes[p] != '"') {
      return stop(p);
    }
    int after = scanner.value(p);
    int colon = after < 0 ? after : scanner.blank(after);
    int value = colon < 0 || bytes[colon] != ':' ? colon : scanner.blank(colon + 1);
    if (value < 0 || value >= end) {
      return end - p > LONGEST_EVENT ? stop(p) : p;
    }
    if (bytes[colon] != ':') {
      return stop(colon);
    }
    if (is(EVENTS, bytes, p + 1, after - 1) && bytes[value] == '[') {
      where = Where.AMONG_EVENTS;
      found = true;
      return value + 1;
    }
    if (is(FRAMES, bytes, p + 1, after - 1) && bytes[value] == '{') {
      where = Where.AMONG_FRAMES;
      return value + 1;
    }
    if (is(SAMPLES, bytes, p + 1, after - 1) && bytes[value] == '[') {
      where = Where.AMONG_SAMPLES;
      return value + 1;
    }
    if (FileMembers.isTime(bytes, p + 1, after - 1) && isDigit(bytes[value])) {
      int behind = scanner.value(value);
      if (behind == EventScanner.MORE && end - p <= LONGEST_EVENT) {
        return p;
      }
      members.time(bytes, p + 1, after - 1, value, Math.max(value, behind));
    }
    members.add(bytes, p + 1, after - 1);
    skipping.begin();
    return value;
  }

  private static boolean is(byte[] name, byte[] bytes, int from, int to) {
    return Arrays.equals(bytes, from, to, name, 0, name.length);
  }

  /** A frame of the stacks that events name; it may stand before these or behind them. */
  private int frame(Batch batch, int p, int end) {
    byte[] bytes = batch.bytes;
    if (bytes[p] == '}') {
      where = Where.AMONG_MEMBERS;
      return p + 1;
    }
    if (bytes[p] != '"') {
      return stop(p);
    }
    if (batch.isFull()) {
      return p;
    }
    int base = batch.count * Batch.FIELDS;
    Arrays.fill(batch.fields, base, base + Batch.FIELDS, 0);
    int after = scanner.text(p, batch.fields, base + Batch.ID);
    int colon = after < 0 ? after : scanner.blank(after);
    if (colon >= 0 && colon < end && bytes[colon] != ':') {
      return stop(colon);
    }
    int value = colon < 0 || colon >= end ? -1 : scanner.blank(colon + 1);
    int behind =
        value < 0 || value >= end ? -1 : scanner.text(value, batch.fields, base + Batch.ARGS);
    if (behind == EventScanner.BROKEN) {
      return stop(scanner.broken());
    }
    if (behind < 0) {
      return end - p > LONGEST_EVENT ? stop(p) : p;
    }
    batch.fields[base + Batch.PHASE] = Batch.FRAME;
    batch.fields[base + Batch.POSITION] = p;
    batch.count++;
    return behind;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private int event(Batch batch, int p, int end) {
    byte[] bytes = batch.bytes;
    if (bytes[p] == ']') {
      where = object ? Where.AMONG_MEMBERS : Where.BEHIND;
      return p + 1;
    }
    if (bytes[p] == '}') {
      return stop(p); // it closes nothing
    }
    if (bytes[p] != '{') {
      strangers++;
      skipping.begin();
      return p;
    }
    if (batch.isFull()) {
      return p;
    }
    int base = batch.count * Batch.FIELDS;
    int after = scanner.event(p, batch.fields, base);
    if (after == EventScanner.BROKEN) {
      return stop(scanner.broken());
    }
    if (after == EventScanner.MORE) {
      if (end - p > LONGEST_EVENT) {
        tooLong++;
        skipping.begin();
      }
      return p;
    }
    if (after - p > LONGEST_EVENT) {
      tooLong++;
    } else {
      batch.fields[base + Batch.POSITION] = p;
      if (where == Where.AMONG_SAMPLES) {
        batch.fields[base + Batch.PHASE] = 'P';
      }
      batch.count++;
    }
    return after;
  }

  /** Whether there was anything that may hold events. */
  boolean isTrace() {
    return found;
  }

  /** Where the file is damaged or torn off; negative where it is not. */
  long broken() {
    return broken;
  }

  /** How many values stand among the events that are none. */
  long strangers() {
    return strangers;
  }

  /** How many events were left out because they were too long. */
  long tooLong() {
    return tooLong;
  }

  /** What the file holds beside its events. */
  FileMembers members() {
    return members;
  }
}
