package interleave.timeline.derive.slice;

import interleave.timeline.CounterTrack;
import interleave.timeline.column.LongColumn;
import interleave.timeline.derive.column.EventSteps;
import interleave.timeline.derive.column.Extremes;
import interleave.timeline.derive.column.Steps;

/** Makes a counter's values. */
public final class CounterBuilder {
  public final int index;
  private final int process;
  private final LongColumn times = new LongColumn();
  private final LongColumn bits = new LongColumn();
  private final Extremes extremes = new Extremes();

  public CounterBuilder(int index, int process) {
    this.index = index;
    this.process = process;
  }

  /** What is no number says nothing. */
  public void value(long time, double value) {
    if (!Double.isNaN(value)) {
      bits.add(Double.doubleToRawLongBits(value));
      extremes.add(value);
      times.add(time);
    }
  }

  public int size() {
    return times.size();
  }

  /** How often it changed, for {@code state}. */
  public Steps steps(int state) {
    return new EventSteps(times, null, 0, state);
  }

  public CounterTrack view(String name) {
    return new View(this, times.size(), name);
  }

  private record View(CounterBuilder of, int size, String name) implements CounterTrack {
    @Override
    public int index() {
      return of.index;
    }

    @Override
    public int process() {
      return of.process;
    }

    @Override
    public long time(int i) {
      return of.times.get(i);
    }

    @Override
    public double value(int i) {
      return Double.longBitsToDouble(of.bits.get(i));
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }

    @Override
    public double min(long from, long to) {
      return extreme(from, to, 1);
    }

    @Override
    public double max(long from, long to) {
      return extreme(from, to, -1);
    }

    private double extreme(long from, long to, int sign) {
      int first = at(from - 1) + 1;
      int end = at(to - 1) + 1;
      return of.extremes.extreme(this::value, first, end, sign);
    }
  }
}
