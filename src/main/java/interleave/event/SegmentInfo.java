package interleave.event;

import java.nio.file.Path;

/**
 * Who wrote a segment.
 *
 * @param clockOffset nanoseconds to add to the segment's times to get the recording's; already
 *     added to what an {@link EventSink} receives
 * @param opened when the segment was opened, on the recording's clock
 * @param shared whether several threads take turns in writing it, as virtual threads do
 */
public record SegmentInfo(
    Path file,
    TracedRuntime runtime,
    long pid,
    long parentPid,
    long clockOffset,
    long opened,
    boolean shared) {}
