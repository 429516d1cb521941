package interleave.timeline.grammar;

/** Who says an event. */
public enum Teller {
  /** The tracer within the process. */
  TRACER,
  /** The engine, which looks from outside. */
  ENGINE,
  EITHER
}
