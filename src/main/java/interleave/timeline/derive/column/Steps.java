package interleave.timeline.derive.column;

/** How a thing goes from one state to another that its group counts, in the order of time. */
public interface Steps {
  Steps NONE =
      new Steps() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public long time(int step) {
          throw new IndexOutOfBoundsException(step);
        }

        @Override
        public int state(int step) {
          throw new IndexOutOfBoundsException(step);
        }
      };

  int size();

  long time(int step);

  /** The state from that step on, or {@link Census#NONE}. */
  int state(int step);

  /** The state before that step. */
  default int before(int step) {
    return step == 0 ? Census.NONE : state(step - 1);
  }
}
