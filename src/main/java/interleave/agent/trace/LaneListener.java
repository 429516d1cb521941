package interleave.agent.trace;

/** Told of the lives of threads, on the thread that they are about; must not throw. */
public interface LaneListener {
  /** The thread of {@code lane} is seen for the first time, and not in a body that ends it. */
  default void begins(Lane lane) {}

  /** The thread of {@code lane} does nothing more, or ends the process now. */
  default void lastWords(Lane lane) {}

  /** The process ends; called by a thread of the tracer's. */
  default void processEnds() {}
}
