package interleave.timeline;

/** A number of one process that was looked at from outside again and again, sorted by time. */
public interface SampleTrack {
  int process();

  int size();

  long time(int i);

  long value(int i);

  /** Index of the last one taken at or before {@code time}, -1 if none. */
  int at(long time);
}
