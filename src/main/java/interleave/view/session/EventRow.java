package interleave.view.session;

import interleave.timeline.ThingRef;
import interleave.words.Words;

/**
 * One event that a reader of the timeline cares about.
 *
 * @param process index, -1 when not known
 * @param lane index, -1 when it is not a thread's doing
 */
public record EventRow(long time, int process, int lane, Kind kind, String text, ThingRef thing) {
  private static final Words WORDS = Words.of("view/session");

  /** What sort of event, in the words of the events table. */
  public enum Kind {
    PROCESS,
    THREAD,
    WAIT,
    LOCK,
    QUEUE,
    VARIABLE,
    TASK,
    PHASE,
    OUTPUT;

    public String word() {
      return WORDS.get("kind." + name());
    }
  }
}
