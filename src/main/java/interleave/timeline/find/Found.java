package interleave.timeline.find;

import interleave.timeline.ThingRef;

/**
 * A thing that was looked for.
 *
 * @param kind what it is, for an icon or a word: {@code PROCESS}, {@code THREAD} …
 * @param name as the program calls it
 * @param process the index of the process it belongs to, -1 when that is several or none
 */
public record Found(ThingRef thing, Kind kind, String name, int process) {
  /** What can be found, in the order in which it is listed where names match equally well. */
  public enum Kind {
    PROCESS,
    THREAD,
    LOCK,
    QUEUE,
    VARIABLE,
    POOL
  }
}
