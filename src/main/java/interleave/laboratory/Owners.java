package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Operation;
import interleave.explore.SharedObject;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which lock, after the steps of a run; so that a deadlock tells who waits for whom. */
final class Owners {
  private final Map<Integer, ThreadId> owners = new HashMap<>();
  private final Map<Integer, Integer> times = new HashMap<>();

  private Owners() {}

  /** Each thread that stands, what it waits for, and who has that. */
  static List<Ending.Wait> waiting(
      List<Step> steps, Map<ThreadId, Operation> standing, Map<Integer, SharedObject> objects) {
    Owners owners = new Owners();
    steps.forEach(owners::take);
    List<Ending.Wait> waits = new ArrayList<>();
    standing.forEach(
        (thread, next) -> {
          SharedObject object = objects.get(next.object());
          Optional<ThreadId> owner =
              object != null && object.isThread()
                  ? ThreadId.of(object.name())
                  : Optional.ofNullable(owners.owners.get(next.object()));
          waits.add(
              new Ending.Wait(thread, next.kind(), object == null ? "" : object.name(), owner));
        });
    return waits;
  }

  private void take(Step step) {
    int object = step.operation().object();
    switch (step.operation().kind()) {
      case LOCK, WAKE -> {
        owners.put(object, step.thread());
        times.merge(object, 1, Integer::sum);
      }
      case UNLOCK -> {
        if (times.merge(object, -1, Integer::sum) <= 0) {
          release(object);
        }
      }
      case WAIT -> release(object);
      default -> {}
    }
  }

  private void release(int object) {
    owners.remove(object);
    times.remove(object);
  }
}
