package interleave.timeline;

/**
 * What leads from a slice to another, sorted by when it arrived. Tracks are those of {@link
 * Timeline#slices()}.
 */
public interface Flows {
  Flows NONE =
      new Flows() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public int fromTrack(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public long fromTime(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int toTrack(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public long toTime(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public String name(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int at(long time) {
          return -1;
        }
      };

  int size();

  int fromTrack(int i);

  long fromTime(int i);

  int toTrack(int i);

  long toTime(int i);

  String name(int i);

  /** Index of the last one that arrived at or before {@code time}, -1 if there is none. */
  int at(long time);
}
