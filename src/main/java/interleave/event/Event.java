package interleave.event;

import org.jspecify.annotations.Nullable;

/**
 * One event as a value, for tables and tests; the road from tracer to timeline makes no object per
 * event.
 */
public record Event(
    long pid,
    EventKind kind,
    int flags,
    int thread,
    int object,
    int site,
    long value,
    long time,
    @Nullable String text) {

  /** Whether all of these bits of {@link Flags} are set. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
  }
}
