package interleave.app.window;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.timeline.Timeline;
import interleave.timeline.picture.LeadingRows;

/** What a run is about, which its timeline has directly below the threads. */
public final class RunSubject {
  private RunSubject() {}

  /**
   * The kind of its rows; empty for the usual order. What no lesson says is known when the run is
   * over.
   */
  public static String of(RunOrigin origin, Timeline timeline) {
    String subject = origin instanceof Program.Lesson lesson ? lesson.scenario().subject() : "";
    return LeadingRows.of(subject, timeline);
  }
}
