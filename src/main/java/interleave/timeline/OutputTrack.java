package interleave.timeline;

/** What was printed, line by line, sorted by time. */
public interface OutputTrack {
  int size();

  Line line(int i);

  /** Index of the last line printed at or before {@code time}, -1 if none. */
  int at(long time);

  /** {@code lane} is -1 when the thread is not known. */
  record Line(int index, long time, int process, int lane, boolean stderr, String text) {}
}
