package interleave.timeline.events;

import interleave.timeline.ThingRef;

/**
 * One event that a reader of the timeline cares about.
 *
 * @param process index, -1 when not known
 * @param lane index, -1 when it is not a thread's doing
 * @param kind what sort of event, in the words of the reader
 */
public record EventRow(
    long time, int process, int lane, String kind, String text, ThingRef thing) {}
