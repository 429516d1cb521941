package interleave.exchange.export.trace;

/**
 * A row of a trace.
 *
 * @param id unlike that of any other in the trace, from 1 on
 * @param pid of the {@link TraceProcess} below which it stands
 * @param tid unlike that of any other of its process, from 1 to 2^31 - 1; of a thread what the
 *     system calls it, or the file that it came from, where that is told. Counters have none: 0
 * @param order those of a smaller one stand first
 * @param unit of a counter, such as {@code bytes}; empty for a mere number, and for others
 */
public record TraceTrack(
    int id, long pid, long tid, Kind kind, String name, int order, String unit) {
  /** What stands on it. */
  public enum Kind {
    THREAD,
    /** Slices that are no thread's: holds of a lock, tasks of a pool. */
    ROW,
    COUNTER
  }
}
