package interleave.view.session;

/** Events of one track, sorted by time. */
interface EventRowSource {
  int size();

  long time(int i);

  EventRow get(int i);

  /** Index of the last one at or before {@code time}, -1 if none. */
  default int at(long time) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      if (time(mid) <= time) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return high;
  }
}
