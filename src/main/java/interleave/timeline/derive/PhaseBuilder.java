package interleave.timeline.derive;

import interleave.timeline.ProgramPhase;
import interleave.timeline.derive.column.PhaseColumns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes phases: each process has one at a time. */
final class PhaseBuilder {
  private final PhaseColumns phases = new PhaseColumns();

  /** By process: its phase that goes on. */
  private final Map<Integer, Integer> open = new HashMap<>();

  /** By process: its first phase that did any work. */
  private final Map<Integer, Integer> firsts = new HashMap<>();

  void begin(int process, int lane, String name, long work, long time) {
    end(process, time);
    int index = phases.size();
    int first = work > 0 ? firsts.computeIfAbsent(process, _ -> index) : -1;
    open.put(process, index);
    phases.begin(process, lane, name, time, work, first);
  }

  void end(int process, long time) {
    Integer index = open.remove(process);
    if (index != null) {
      phases.end(index, time);
    }
  }

  List<ProgramPhase> view() {
    return phases.view();
  }
}
