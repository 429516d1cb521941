package interleave.timeline.range;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;

/**
 * The waits that began at one line of the source.
 *
 * @param state what most of the time there was spent in
 * @param longest the longest of them
 */
public record WaitingLine(
    Site site,
    ThreadState state,
    long count,
    long waitedNs,
    long longestNs,
    ThingRef.Span longest,
    WaitLengths lengths) {}
