package interleave.view.session;

import interleave.timeline.ThingRef;

/**
 * One event that a reader of the timeline cares about.
 *
 * @param process index, -1 when not known
 * @param lane index, -1 when it is not a thread's doing
 */
public record Happening(long time, int process, int lane, Kind kind, String text, ThingRef thing) {
  /** What sort of event, in the words of the events table. */
  public enum Kind {
    PROCESS("process"),
    THREAD("thread"),
    WAIT("wait"),
    LOCK("lock"),
    QUEUE("queue"),
    VARIABLE("variable"),
    TASK("task"),
    PHASE("phase"),
    OUTPUT("output");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
