package interleave.engine;

import interleave.event.Recording;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A program that was started, with its whole tree of processes. It ends with its root process: what
 * is left of the tree then is stopped.
 */
public interface Run extends AutoCloseable {
  enum State {
    RUNNING,
    STOPPING,
    ENDED
  }

  Launch launch();

  /** What it writes while it runs, and afterwards until {@link #close}. */
  Recording recording();

  /** Of the root process. */
  long pid();

  State state();

  /** When the root process was started, on {@link System#nanoTime()}. */
  long started();

  /** When that was. */
  Instant startedAt();

  /**
   * Completes when the whole tree is gone, its output was delivered, and the recording is complete.
   */
  CompletableFuture<Exit> ended();

  /**
   * Ends the whole tree: asks it to terminate, then kills. Blocks until all of it is gone and
   * {@link #ended()} is complete, at most about 3 s: not for the JavaFX thread.
   */
  void stop();

  /** Whether {@link #stop()} was called before it ended by itself. */
  boolean stopped();

  /** Writes to the program's standard input. */
  void sendInput(String text) throws IOException;

  /** The program's standard input ends here. */
  void closeInput() throws IOException;

  /** Also tells that listener what is printed from now on. */
  void listen(OutputListener listener);

  /** Says a sentence that is shown with the recording. Any thread that is not virtual. */
  void note(String sentence);

  /** The recording's folder stays when this is closed, and is this process's until it ends. */
  void keepRecording();

  /** Stops what still runs and deletes the recording unless it is to be kept. */
  @Override
  void close();
}
