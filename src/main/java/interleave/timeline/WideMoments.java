package interleave.timeline;

/** Moments with a name that concern a whole process or all of them, sorted by time. */
public interface WideMoments {
  WideMoments NONE =
      new WideMoments() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public long time(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public String name(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public String arguments(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int process(int i) {
          throw new IndexOutOfBoundsException(i);
        }

        @Override
        public int at(long time) {
          return -1;
        }
      };

  int size();

  long time(int i);

  String name(int i);

  String arguments(int i);

  /** The process that it concerns, -1 for all. */
  int process(int i);

  /** Index of the last one at or before {@code time}, -1 if there is none. */
  int at(long time);
}
