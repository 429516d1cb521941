package interleave.timeline.derive.column;

import interleave.timeline.OutputTrack;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;
import java.util.List;

/** What was printed, in the order of time. */
public final class OutputLines {
  private final ObjectColumn<OutputTrack.Line> lines = new ObjectColumn<>();
  private final LongColumn times = new LongColumn();

  public void add(long time, int process, int lane, boolean stderr, String text) {
    lines.add(new OutputTrack.Line(lines.size(), time, process, lane, stderr, text));
    times.add(time);
  }

  public OutputTrack view() {
    return new View(lines.view(), times);
  }

  private record View(List<OutputTrack.Line> lines, LongColumn times) implements OutputTrack {
    @Override
    public int size() {
      return lines.size();
    }

    @Override
    public Line line(int i) {
      return lines.get(i);
    }

    @Override
    public int at(long time) {
      return times.floor(time, lines.size());
    }
  }
}
