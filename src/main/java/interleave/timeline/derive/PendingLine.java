package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.grammar.EventGrammar;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one segment, in the order of time: a ring that grows. Each entry is an event, or a
 * change of state of a lane.
 */
final class PendingLine {
  private static final EventKind[] KINDS = EventKind.values();
  private static final int FIELDS = 4;

  /** In place of the kind of an event: a change of state, whose fields mean other things. */
  private static final int CHANGE = 0xFFFF;

  /** Whose segment it is, -1 for the engine's, and on which host that is. */
  final int process;

  final int host;
  final int index;
  private long[] fields = new long[8 * FIELDS];
  private @Nullable String @Nullable [] texts;
  private int head;
  private int size;

  /** The time of what was added last. */
  private long last = Long.MIN_VALUE;

  PendingLine(int process, int host, int index) {
    this.process = process;
    this.host = host;
    this.index = index;
  }

  int size() {
    return size;
  }

  long last() {
    return last;
  }

  boolean isEmpty() {
    return size == 0;
  }

  private int capacity() {
    return fields.length / FIELDS;
  }

  private int slot(int position) {
    return (head + position) & (capacity() - 1);
  }

  void add(
      EventKind kind,
      int flags,
      int lane,
      int thing,
      int site,
      long value,
      long time,
      @Nullable String text) {
    int at = put(time, value, pair(lane, thing), pair(kind.ordinal() << 16 | flags, site));
    if (text != null && texts == null) {
      texts = new @Nullable String[capacity()];
    }
    if (texts != null) {
      texts[at] = text;
    }
  }

  void add(int lane, int from, int to, int carrier, long time) {
    put(time, pair(from, to), pair(lane, carrier), pair(CHANGE << 16, 0));
  }

  private static long pair(int high, int low) {
    return (long) high << 32 | low & 0xFFFF_FFFFL;
  }

  private int put(long time, long first, long second, long third) {
    if (size == capacity()) {
      grow(size * 2);
    }
    last = Math.max(last, time);
    int at = slot(size++);
    fields[at * FIELDS] = last;
    fields[at * FIELDS + 1] = first;
    fields[at * FIELDS + 2] = second;
    fields[at * FIELDS + 3] = third;
    return at;
  }

  private boolean isChange() {
    return fields[head * FIELDS + 3] >>> 48 == CHANGE;
  }

  /** Lets the oldest be heard. */
  void tell(Pending.Visitor visitor) {
    if (isChange()) {
      long states = fields[head * FIELDS + 1];
      visitor.changed(lane(), (int) (states >> 32), (int) states, thing(), time());
    } else {
      visitor.event(this);
    }
  }

  /** What comes first at equal times. */
  int rank() {
    return isChange() ? 1 : EventGrammar.of(kind()).rank();
  }

  private void grow(int capacity) {
    long[] more = new long[capacity * FIELDS];
    int first = Math.min(size, capacity() - head);
    System.arraycopy(fields, head * FIELDS, more, 0, first * FIELDS);
    System.arraycopy(fields, 0, more, first * FIELDS, (size - first) * FIELDS);
    if (texts != null) {
      @Nullable String[] moreTexts = new @Nullable String[capacity];
      System.arraycopy(texts, head, moreTexts, 0, first);
      System.arraycopy(texts, 0, moreTexts, first, size - first);
      texts = moreTexts;
    }
    fields = more;
    head = 0;
  }

  void remove() {
    if (texts != null) {
      texts[head] = null;
    }
    head = slot(1);
    size--;
    if (size == 0 && capacity() > 1 << 16) {
      fields = new long[8 * FIELDS];
      texts = null;
      head = 0;
    }
  }

  EventKind kind() {
    return KINDS[(int) (fields[head * FIELDS + 3] >>> 48)];
  }

  int flags() {
    return (int) (fields[head * FIELDS + 3] >>> 32) & 0xFFFF;
  }

  int lane() {
    return (int) (fields[head * FIELDS + 2] >> 32);
  }

  int thing() {
    return (int) fields[head * FIELDS + 2];
  }

  int site() {
    return (int) fields[head * FIELDS + 3];
  }

  long value() {
    return fields[head * FIELDS + 1];
  }

  long time() {
    return fields[head * FIELDS];
  }

  @Nullable String text() {
    return texts == null ? null : texts[head];
  }
}
