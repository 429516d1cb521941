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
    tell(what, sink, new Course(what, progress));
  }

  static void tell(Excerpt what, TraceSink sink, Course course) throws IOException {
    sink.begin(what);
    Telling telling = new Telling(what, sink, course);
    ProcessRows processes = new ProcessRows(telling);
    processes.tell();
    new ThreadRows(telling).tell();
    new SeenRows(telling).tell();
    new SliceRows(telling).tell();
    new LockRows(telling).tell();
    new PoolRows(telling).tell();
    new QueueRows(telling).tell();
    new VariableRows(telling).tell();
    processes.tellRest();
    new ArrowFlows(telling, processes).tell();
    sink.end();
  }
}
