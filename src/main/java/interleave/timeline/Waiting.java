package interleave.timeline;

/** How many threads wait for something, as steps. */
public interface Waiting {
  /** How many threads wait at {@code time}. */
  int waitingAt(long time);

  /** Time-weighted mean of waiters in [from, to). */
  double meanWaiting(long from, long to);

  int waiterSteps();

  long waiterStepTime(int i);

  int waiterStepCount(int i);
}
