package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import interleave.timeline.grammar.EventGrammar;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Makes the ranges of one thread-local's values in one thread. */
final class LocalBuilder {
  final int index;
  final InternedObject thing;
  final int lane;
  final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();
  final IntColumn sites = new IntColumn();
  final TextColumn values = new TextColumn();
  final LongColumn reads = new LongColumn();

  /** Bindings of a scoped value around the one that counts now, as indices of their values. */
  private final Deque<Integer> outer = new ArrayDeque<>();

  /** Whether it is among those that a snapshot has to take anew. */
  boolean changed;

  LocalBuilder(int index, InternedObject thing, int lane) {
    this.index = index;
    this.thing = thing;
    this.lane = lane;
  }

  boolean scoped() {
    return thing.type == ObjectType.SCOPED_VALUE;
  }

  private int last() {
    return starts.size() - 1;
  }

  private boolean isOpen() {
    return last() >= 0 && ends.get(last()) == Timeline.OPEN;
  }

  void event(EventKind kind, int site, long time, @Nullable String text) {
    switch (kind) {
      case LOCAL_SET -> {
        if (isOpen() && scoped()) {
          outer.push(last());
        }
        open(time, site, text == null ? "" : text);
      }
      case LOCAL_GET -> {
        boolean other = text != null && (!isOpen() || !values.get(last()).equals(text));
        if (other || !isOpen()) {
          open(time, site, text == null ? "" : text); // it was there before it was seen
        }
        reads.add(time);
      }
      case LOCAL_REMOVED -> {
        close(time);
        Integer before = outer.poll();
        if (before != null) {
          open(time, sites.get(before), values.get(before));
        }
      }
      default -> throw EventGrammar.unheard(kind);
    }
  }

  private void open(long time, int site, String value) {
    close(time);
    starts.add(time);
    ends.add(Timeline.OPEN);
    sites.add(site);
    values.add(value);
  }

  void close(long time) {
    if (isOpen()) {
      ends.set(last(), Math.max(starts.get(last()), time));
    }
  }
}
