package interleave.timeline.derive.column;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import java.util.List;

/** The phases of all processes, in the order in which they began. */
public final class PhaseColumns {
  private final IntColumn processes = new IntColumn();
  private final IntColumn lanes = new IntColumn();
  private final TextColumn names = new TextColumn();
  private final LongColumn starts = new LongColumn();
  private final LongColumn ends = new LongColumn();
  private final LongColumn works = new LongColumn();
  private final IntColumn firsts = new IntColumn();

  public int size() {
    return starts.size();
  }

  /** One begins; {@code first} is the one that it is compared with, -1 for none. */
  public void begin(int process, int lane, String name, long start, long work, int first) {
    processes.add(process);
    lanes.add(lane);
    names.add(name);
    ends.add(Timeline.OPEN);
    works.add(work);
    firsts.add(first);
    starts.add(start);
  }

  public void end(int phase, long time) {
    ends.set(phase, Math.max(time, starts.get(phase)));
  }

  private ProgramPhase get(int i) {
    return new ProgramPhase(
        i,
        processes.get(i),
        lanes.get(i),
        names.get(i),
        starts.get(i),
        ends.get(i),
        works.get(i),
        firsts.get(i));
  }

  /** The phases up to now. */
  public List<ProgramPhase> view() {
    return Rows.of(size(), this::get);
  }
}
