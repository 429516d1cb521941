package interleave.timeline;

/**
 * Which thread let which other go on: by a notification, a permit, by coming last, or by unparking
 * it. Sorted by the time at which the other went on.
 */
public interface Wakes {
  Wakes NONE =
      new Wakes() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public int fromLane(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public long fromTime(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int toLane(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public long toTime(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int at(long time) {
          return -1;
        }
      };

  int size();

  int fromLane(int i);

  long fromTime(int i);

  int toLane(int i);

  long toTime(int i);

  /** Index of the last one that went on at or before {@code time}, -1 if none. */
  int at(long time);

  /** Who let that lane go on at that time, an index; -1 when that is not known. */
  default int of(int lane, long time) {
    for (int i = at(time); i >= 0 && toTime(i) == time; i--) {
      if (toLane(i) == lane) {
        return i;
      }
    }
    return -1;
  }
}
