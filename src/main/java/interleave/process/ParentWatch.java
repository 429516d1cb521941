package interleave.process;

import interleave.event.Lifeline;
import interleave.event.Recorder;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends a child with its parent. The parent holds the other end of the child's standard input and
 * never writes to it; when the parent is gone, however that came about, the system ends that
 * stream.
 */
final class ParentWatch {
  private ParentWatch() {}

  /**
   * Takes the standard input away from the program, for which there is nothing to read, and begins
   * to watch.
   */
  static void begin() {
    InputStream parent = System.in;
    System.setIn(InputStream.nullInputStream());
    // No lambda: this is on the way to the child's first event, and the first one takes
    // milliseconds.
    Thread thread =
        new Thread("parent watch") {
          @Override
          public void run() {
            watch(parent);
          }
        };
    thread.setDaemon(true);
    Recorder.current().service(thread);
    thread.start();
  }

  private static void watch(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // nobody writes there; the end is what matters
      }
    } catch (IOException e) {
      // as good as the end
    }
    Runtime.getRuntime().halt(Lifeline.EXIT_CODE);
  }
}
