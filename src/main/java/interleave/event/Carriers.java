package interleave.event;

import org.jspecify.annotations.Nullable;

/** Tells which platform thread runs the calling virtual thread; the tracer knows how to ask. */
public interface Carriers {
  /** The carrier of the calling virtual thread; null when that cannot be known. */
  @Nullable Thread ofCaller();

  /**
   * Keeps the calling virtual thread on its carrier, until {@link #release} is called, also where
   * it has to wait for a monitor. One that leaves its carrier for a monitor of ours comes back only
   * when a carrier is free, which in a program of threads that poll and yield is never, where they
   * wait for this one.
   *
   * @return false where it cannot be kept, and must not be released
   */
  boolean hold();

  /** It may leave its carrier again. */
  void release();
}
