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
    @Nullable String text) {}
