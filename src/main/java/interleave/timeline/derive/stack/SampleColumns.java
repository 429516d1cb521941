package interleave.timeline.derive.stack;

import interleave.event.NativeState;
import interleave.timeline.StackSamples;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/** The samples of one lane. */
final class SampleColumns {
  /** So many samples may have been told of before an earlier one; else it counts as a later one. */
  private static final int MOST_BACK = 4096;

  private final int lane;
  private final LongColumn times = new LongColumn();
  private final IntColumn stacks = new IntColumn();
  private final LongColumn weights = new LongColumn();
  private final ByteColumn states = new ByteColumn();

  SampleColumns(int lane) {
    this.lane = lane;
  }

  /** Who looks from outside may tell of a moment after others have told of later ones. */
  void add(long told, int stack, long weight, int flags) {
    int size = times.size();
    long time = size > MOST_BACK ? Math.max(told, times.get(size - MOST_BACK)) : told;
    times.add(time);
    stacks.add(stack);
    weights.add(weight);
    states.add((byte) NativeState.of(flags).ordinal());
    for (int i = times.size() - 1; i > 0 && times.get(i - 1) > times.get(i); i--) {
      swap(i - 1, i);
    }
  }

  private void swap(int i, int k) {
    long time = times.get(i);
    times.set(i, times.get(k));
    times.set(k, time);
    int stack = stacks.get(i);
    stacks.set(i, stacks.get(k));
    stacks.set(k, stack);
    long weight = weights.get(i);
    weights.set(i, weights.get(k));
    weights.set(k, weight);
    byte state = states.get(i);
    states.set(i, states.get(k));
    states.set(k, state);
  }

  StackSamples view() {
    return new View(this, times.size());
  }

  private record View(SampleColumns of, int size) implements StackSamples {
    private static final NativeState[] STATES = NativeState.values();

    @Override
    public int lane() {
      return of.lane;
    }

    @Override
    public long time(int i) {
      return of.times.get(i);
    }

    @Override
    public int stack(int i) {
      return of.stacks.get(i);
    }

    @Override
    public long weight(int i) {
      return of.weights.get(i);
    }

    @Override
    public NativeState state(int i) {
      return STATES[of.states.get(i)];
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }
  }
}
