package interleave.timeline.derive;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes phases: each process has one at a time. */
final class PhaseBuilder {
  private final ObjectColumn<ProgramPhase> phases = new ObjectColumn<>();

  /** By process: its phase that goes on. */
  private final Map<Integer, Integer> open = new HashMap<>();

  /** By process: its first phase that did any work. */
  private final Map<Integer, Integer> firsts = new HashMap<>();

  void begin(int process, int lane, String name, long work, long time) {
    end(process, time);
    int index = phases.size();
    int first = work > 0 ? firsts.computeIfAbsent(process, _ -> index) : -1;
    open.put(process, index);
    phases.add(new ProgramPhase(index, process, lane, name, time, Timeline.OPEN, work, first));
  }

  void end(int process, long time) {
    Integer index = open.remove(process);
    if (index != null) {
      ProgramPhase now = phases.get(index);
      long end = Math.max(time, now.start());
      phases.set(
          index,
          new ProgramPhase(
              index, process, now.lane(), now.name(), now.start(), end, now.work(), now.first()));
    }
  }

  List<ProgramPhase> view() {
    return phases.view();
  }
}
