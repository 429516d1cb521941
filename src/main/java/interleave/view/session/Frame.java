package interleave.view.session;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.program.annotation.Annotations;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.range.TimeRange;
import interleave.words.Language;
import java.util.Optional;

/**
 * Everything the panes show, at one moment. Each pane is a function of this: it is handed the
 * newest once per frame of the screen and takes over what changed.
 *
 * @param take grows by one with each run or recording, so that a pane knows when to begin afresh
 * @param chosen what Run runs or opens; {@code shown} is what the run in sight came from
 * @param hasRun whether the timeline is a run of the chosen program; an empty one stands in
 *     otherwise
 * @param lesson the scenario this is about; also for a recording of one that was opened
 * @param playhead on the clock of the timeline
 * @param range what is asked about in particular
 * @param path the critical path of the range or the run, where it was asked for
 * @param annotations what the user added to the run in sight
 * @param language in which everything is said
 * @param ending how the program ended, such as {@code exit 0}; empty while it runs
 * @param runtime what runs or ran the program, such as {@code CPython 3.13.0}; may be empty
 * @param foretold what was answered to the question of the lesson
 * @param lag how far the timeline is behind a program that runs
 * @param covers what is not to be seen yet
 */
public record Frame(
    int take,
    boolean hasRun,
    Optional<RunOrigin> chosen,
    Optional<RunOrigin> shown,
    Optional<Program.Lesson> lesson,
    Timeline timeline,
    long playhead,
    Session.State phase,
    Playback.Mode mode,
    double speed,
    Optional<ThingRef> selection,
    Optional<TimeRange> range,
    Optional<CriticalPath> path,
    Annotations annotations,
    Window window,
    Language language,
    String ending,
    String runtime,
    Guess foretold,
    Lag lag,
    Covers covers) {

  /** The part of the run that the timeline shows: [from, to). */
  public record Window(long from, long to) {
    public static final Window NONE = new Window(0, 0);
  }

  /** Whether the program is still running. */
  public boolean running() {
    return phase == Session.State.RUNNING || phase == Session.State.STOPPING;
  }
}
