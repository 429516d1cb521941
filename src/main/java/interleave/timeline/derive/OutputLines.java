package interleave.timeline.derive;

import interleave.timeline.OutputTrack;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.ObjectColumn;

/** What was printed, in the order of time. */
final class OutputLines {
  private final ObjectColumn<OutputTrack.Line> lines = new ObjectColumn<>();
  private final LongColumn times = new LongColumn();

  void add(long time, int process, int lane, boolean stderr, String text) {
    lines.add(new OutputTrack.Line(lines.size(), time, process, lane, stderr, text));
    times.add(time);
  }

  OutputTrack view() {
    return new TrackViews.OfOutput(lines.view(), times);
  }
}
