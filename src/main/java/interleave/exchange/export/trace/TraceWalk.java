package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import java.io.IOException;

/** Goes through what leaves of a run and tells it, thing by thing: nothing is kept that grows. */
public final class TraceWalk {
  private TraceWalk() {}

  /**
   * @throws java.util.concurrent.CancellationException where {@code progress} wants it to end
   */
  public static void tell(Excerpt what, TraceSink sink, Progress progress) throws IOException {
    Course course = new Course(what, progress);
    TraceTracks tracks = new TraceTracks(what, sink);
    sink.begin(what);
    new ThreadTelling(what, sink, tracks, course).tell();
    sink.end();
  }
}
