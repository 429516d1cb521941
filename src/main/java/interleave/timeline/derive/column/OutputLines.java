package interleave.timeline.derive.column;

import interleave.timeline.OutputTrack;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;

/** What was printed, in the order of time. */
public final class OutputLines {
  private final LongColumn times = new LongColumn();
  private final IntColumn processes = new IntColumn();
  private final IntColumn lanes = new IntColumn();
  private final ByteColumn streams = new ByteColumn();
  private final TextColumn texts = new TextColumn();

  public void add(long time, int process, int lane, boolean stderr, String text) {
    times.add(time);
    processes.add(process);
    lanes.add(lane);
    streams.add(stderr ? 1 : 0);
    texts.add(text);
  }

  public OutputTrack view() {
    return new View(this, times.size());
  }

  private record View(OutputLines of, int size) implements OutputTrack {
    @Override
    public Line line(int i) {
      return new Line(
          i,
          of.times.get(i),
          of.processes.get(i),
          of.lanes.get(i),
          of.streams.get(i) != 0,
          of.texts.get(i));
    }

    @Override
    public int at(long time) {
      return of.times.floor(time, size);
    }
  }
}
