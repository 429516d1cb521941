package interleave.timeline.derive.column;

import interleave.timeline.Timeline.Arrow;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.List;

/** Arrows between processes and threads: a program may make as many calls as it likes. */
public final class ArrowColumns {
  private static final Arrow.Kind[] KINDS = Arrow.Kind.values();

  private final ByteColumn kinds = new ByteColumn();
  private final IntColumn fromLanes = new IntColumn();
  private final IntColumn fromProcesses = new IntColumn();
  private final LongColumn fromTimes = new LongColumn();
  private final IntColumn toLanes = new IntColumn();
  private final IntColumn toProcesses = new IntColumn();
  private final LongColumn toTimes = new LongColumn();
  private final IntColumn signals = new IntColumn();

  public void add(Arrow arrow) {
    kinds.add(arrow.kind().ordinal());
    fromLanes.add(arrow.fromLane());
    fromProcesses.add(arrow.fromProcess());
    fromTimes.add(arrow.fromTime());
    toLanes.add(arrow.toLane());
    toProcesses.add(arrow.toProcess());
    signals.add(arrow.signal());
    toTimes.add(arrow.toTime());
  }

  private Arrow get(int i) {
    return new Arrow(
        KINDS[kinds.get(i)],
        fromLanes.get(i),
        fromProcesses.get(i),
        fromTimes.get(i),
        toLanes.get(i),
        toProcesses.get(i),
        toTimes.get(i),
        signals.get(i));
  }

  /** The arrows up to now. */
  public List<Arrow> view() {
    return Rows.of(toTimes.size(), this::get);
  }
}
