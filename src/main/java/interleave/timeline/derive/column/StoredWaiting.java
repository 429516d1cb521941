package interleave.timeline.derive.column;

import interleave.timeline.Waiting;

/** The {@link Waiting} of a track whose columns hold it, as far as its snapshot reaches. */
public interface StoredWaiting extends Waiting {
  WaiterSteps waiters();

  @Override
  default int waitingAt(long time) {
    return waiters().at(time, waiterSteps());
  }

  @Override
  default double meanWaiting(long from, long to) {
    return waiters().mean(from, to, waiterSteps());
  }

  @Override
  default long waiterStepTime(int i) {
    return waiters().times.get(i);
  }

  @Override
  default int waiterStepCount(int i) {
    return waiters().counts.get(i);
  }
}
