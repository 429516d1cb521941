package interleave.timeline.compare;

import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** When something of a name first happened in a run. */
final class Occurrence {
  private final PlainName name;
  private final Map<Integer, Boolean> slicesSo = new HashMap<>();
  private long first = Timeline.OPEN;

  private Occurrence(String name) {
    this.name = PlainName.of(name);
  }

  /**
   * When a thread of that name began, a lock was taken, a message put, a variable touched, a phase
   * or a slice began, or a line was printed that has it in it; whichever came first of what is
   * called so, and else of the lines.
   */
  static OptionalLong first(Timeline in, String name) {
    Occurrence found = new Occurrence(name);
    in.lanes().forEach(found::lane);
    in.locks().forEach(found::lock);
    in.queues().forEach(found::queue);
    in.variables().forEach(found::variable);
    in.phases().forEach(found::phase);
    in.slices().forEach(found::slices);
    return found.first == Timeline.OPEN ? line(in.output(), name) : OptionalLong.of(found.first);
  }

  private void take(String called, LongStream times) {
    if (isSo(called)) {
      first = Math.min(first, times.min().orElse(Timeline.OPEN));
    }
  }

  private boolean isSo(String called) {
    return PlainName.of(called).text().equals(name.text())
        || PlainName.ofLast(called).text().equals(name.text());
  }

  private void lane(ThreadLane lane) {
    take(lane.name(), LongStream.of(lane.start()));
  }

  private void lock(LockTrack lock) {
    LongStream first =
        lock.holds().size() == 0 ? LongStream.empty() : LongStream.of(lock.holds().start(0));
    take(lock.name(), first);
  }

  private void queue(QueueTrack queue) {
    take(queue.name(), queue.messages() == 0 ? LongStream.empty() : LongStream.of(queue.putAt(0)));
  }

  private void variable(VariableTrack variable) {
    take(
        variable.name(),
        variable.size() == 0 ? LongStream.empty() : LongStream.of(variable.time(0)));
  }

  private void phase(ProgramPhase phase) {
    take(phase.name(), LongStream.of(phase.start()));
  }

  private void slices(SliceTrack track) {
    for (int depth = 0; depth < track.depth(); depth++) {
      SliceTrack.Row row = track.row(depth);
      for (int i = 0; i < row.size() && row.start(i) < first; i++) {
        String called = row.name(i);
        if (slicesSo.computeIfAbsent(row.nameId(i), _ -> isSo(called))) {
          first = row.start(i);
        }
      }
    }
  }

  private static OptionalLong line(OutputTrack output, String part) {
    for (int i = 0; i < output.size(); i++) {
      if (output.line(i).text().contains(part)) {
        return OptionalLong.of(output.line(i).time());
      }
    }
    return OptionalLong.empty();
  }
}
