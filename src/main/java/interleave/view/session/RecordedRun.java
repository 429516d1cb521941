package interleave.view.session;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.program.annotation.Annotations;
import interleave.program.source.SavedSources;
import interleave.timeline.Timeline;
import interleave.worker.Invitation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One run that is or was recorded, or a recording that was opened. Any thread, except where it says
 * so.
 */
public interface RecordedRun extends AutoCloseable {
  /** The newest snapshot; cheap, once a frame. */
  Timeline timeline();

  /** Whether its program still runs. */
  boolean running();

  /**
   * How its program ended, such as {@code exit 0}; empty while it runs or when that is not known.
   */
  String ending();

  /** What ran its program, such as {@code CPython 3.13.0}; empty where there is no choice. */
  default String runtime() {
    return "";
  }

  /** Why it is not shown to its end, as a sentence; empty where it is. */
  default String failure() {
    return "";
  }

  /** How far what is shown is behind its program. */
  default Lag lag() {
    return Lag.NONE;
  }

  /** Whether its program ended by itself, and otherwise than well. */
  default boolean failed() {
    return false;
  }

  /** What the lesson is called that this is a run of, where it is not to be had here. */
  default Optional<String> unknownLesson() {
    return Optional.empty();
  }

  /** The scenario that was run, with its values; also for a recording of one that was opened. */
  default Optional<Program.Lesson> lesson() {
    return Optional.empty();
  }

  /** The sources of a program of the user's own that a recording keeps which was opened. */
  default Optional<SavedSources> sources() {
    return Optional.empty();
  }

  /** Lets workers on other machines join; empty where nobody could. */
  default Optional<Invitation> invitation() {
    return Optional.empty();
  }

  /** What the user added to it before it was saved. */
  default Annotations annotations() {
    return Annotations.NONE;
  }

  /** What the user has added to it, to be kept with it where it is saved. */
  default void annotate(Annotations annotations) {}

  /** Ends the program and all its processes; blocks until they are gone. */
  void stop();

  /**
   * Another takes its place; this one may still be looked at beside that. Its program is stopped,
   * and what is to be kept of it that nobody saved is kept now. May take a while.
   */
  default void retire() {
    stop();
  }

  /** Gives the program a line of standard input. */
  void input(String line) throws IOException;

  /** The program's standard input ends here. */
  void endInput() throws IOException;

  /**
   * Writes what was recorded to a file; may take a while.
   *
   * @throws java.util.concurrent.CancellationException where {@code progress} wants it to end
   */
  void save(Path file, Progress progress) throws IOException;

  /** All of it, as what may leave for other tools; empty where nothing can. */
  default Optional<Excerpt> excerpt() {
    return Optional.empty();
  }

  /** Stops what still runs and forgets the recording. May take a while. */
  @Override
  void close();
}
