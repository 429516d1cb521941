package interleave.exchange.export.part;

import interleave.event.EventKind;
import interleave.event.SegmentInfo;
import org.jspecify.annotations.Nullable;

/** An event that is kept until it is known whether it is needed. */
record Kept(
    SegmentInfo from,
    EventKind kind,
    int flags,
    int thread,
    int object,
    int site,
    long value,
    long time,
    @Nullable String text) {
  /** The same with that text. */
  Kept saying(@Nullable String other) {
    return new Kept(from, kind, flags, thread, object, site, value, time, other);
  }

  /** Whether it is a slice that is over by then, by itself. */
  boolean endsBy(long when) {
    return kind == EventKind.SLICE && time + value <= when;
  }

  /**
   * As it is told in a part: of a slice that ends by itself how long it goes on from then, or that
   * it does not end.
   */
  Kept told(long at, long to) {
    if (kind != EventKind.SLICE) {
      return this;
    }
    boolean ends = endsBy(to);
    return new Kept(
        from,
        ends ? kind : EventKind.SLICE_BEGIN,
        flags,
        thread,
        object,
        site,
        ends ? Math.max(0, time + value - at) : 0,
        time,
        text);
  }
}
