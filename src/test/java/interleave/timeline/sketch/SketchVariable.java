package interleave.timeline.sketch;

import interleave.event.ValueType;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;

/** One variable: accesses in a list, lost updates as they are told. */
public final class SketchVariable implements VariableTrack {
  private record Access(long time, int lane, boolean write, long value) {}

  private final int index;
  private final int process;
  private final String name;
  private final List<Access> accesses = new ArrayList<>();
  private final List<LostUpdate> lost = new ArrayList<>();

  SketchVariable(int index, int process, String name) {
    this.index = index;
    this.process = process;
    this.name = name;
  }

  public SketchVariable read(int lane, long time, long value) {
    accesses.add(new Access(time, lane, false, value));
    return this;
  }

  public SketchVariable write(int lane, long time, long value) {
    accesses.add(new Access(time, lane, true, value));
    return this;
  }

  public SketchVariable lost(int read, int lostRead, int lostWrite, int overwrite) {
    long age = time(overwrite) - time(read);
    lost.add(new LostUpdate(lost.size(), read, lostRead, lostWrite, overwrite, age));
    return this;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int process() {
    return process;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ValueType type() {
    return ValueType.INT;
  }

  @Override
  public int size() {
    return accesses.size();
  }

  @Override
  public long time(int i) {
    return accesses.get(i).time;
  }

  @Override
  public int lane(int i) {
    return accesses.get(i).lane;
  }

  @Override
  public boolean write(int i) {
    return accesses.get(i).write;
  }

  @Override
  public long bits(int i) {
    return accesses.get(i).value;
  }

  @Override
  public ValueType type(int i) {
    return type();
  }

  @Override
  public String shown(int i) {
    return type().show(bits(i));
  }

  @Override
  public double number(int i) {
    return bits(i);
  }

  @Override
  public int site(int i) {
    return 0;
  }

  @Override
  public int at(long time) {
    int low = 0;
    int high = accesses.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public long reads() {
    return size() - writes();
  }

  @Override
  public long writes() {
    return accesses.stream().filter(Access::write).count();
  }

  @Override
  public int lostUpdates() {
    return lost.size();
  }

  @Override
  public LostUpdate lostUpdate(int i) {
    return lost.get(i);
  }

  @Override
  public int firstLostAt(long time) {
    int i = 0;
    while (i < lost.size() && time(lost.get(i).overwrite()) < time) {
      i++;
    }
    return i;
  }

  @Override
  public boolean isLost(int i) {
    return lost.stream().anyMatch(update -> update.lostWrite() == i);
  }

  @Override
  public double min(long from, long to) {
    return values(from, to).min().orElse(Double.NaN);
  }

  @Override
  public double max(long from, long to) {
    return values(from, to).max().orElse(Double.NaN);
  }

  @Override
  public double least(int first, int end) {
    return values(first, end).min().orElse(Double.NaN);
  }

  @Override
  public double greatest(int first, int end) {
    return values(first, end).max().orElse(Double.NaN);
  }

  private java.util.stream.DoubleStream values(long from, long to) {
    return values(at(from - 1) + 1, at(to - 1) + 1);
  }

  private java.util.stream.DoubleStream values(int first, int end) {
    return java.util.stream.IntStream.range(first, end).mapToDouble(this::bits);
  }
}
