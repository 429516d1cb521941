package interleave.event;

import org.jspecify.annotations.Nullable;

/** Tells which platform thread runs the calling virtual thread; the tracer knows how to ask. */
public interface Carriers {
  /** The carrier of the calling virtual thread; null when that cannot be known. */
  @Nullable Thread ofCaller();
}
