package interleave.timeline;

/** A number that changes: from each time on it has the value that was told then. */
public interface CounterTrack {
  int index();

  int process();

  String name();

  int size();

  long time(int i);

  double value(int i);

  /** Index of the last value told at or before {@code time}, -1 if there is none. */
  int at(long time);

  /** The least value told in [from, to), NaN where none was. */
  double min(long from, long to);

  /** The greatest. */
  double max(long from, long to);
}
