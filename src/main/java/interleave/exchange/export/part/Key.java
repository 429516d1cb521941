package interleave.exchange.export.part;

/**
 * Under which an event is kept: whatever comes later under the same key takes its place.
 *
 * @param pid whose it is; 0 where it is the same in all processes
 */
record Key(long pid, Enum<?> what, long one, long other) {
  Key(long pid, Enum<?> what, long one) {
    this(pid, what, one, 0);
  }
}
