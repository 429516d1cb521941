package interleave.timeline.derive.column;

import java.util.ArrayList;
import java.util.List;

/** Takes the steps of many things in the order of time, each thing's from where it was left. */
final class StepMerge {
  private final List<Run> heap = new ArrayList<>();

  /** What is left of the steps of one thing. */
  private static final class Run {
    final Steps steps;
    int next;
    long time;

    Run(Steps steps, int next) {
      this.steps = steps;
      this.next = next;
      time = steps.time(next);
    }
  }

  void add(Steps steps, int from) {
    if (from < steps.size()) {
      heap.add(new Run(steps, from));
    }
  }

  /** Tells all that were added. */
  void into(Census census) {
    for (int i = heap.size() / 2 - 1; i >= 0; i--) {
      sink(i);
    }
    while (!heap.isEmpty()) {
      Run first = heap.getFirst();
      int from = first.steps.before(first.next);
      int to = first.steps.state(first.next);
      if (from != to) {
        census.change(from, to, first.time);
      }
      advance(first);
    }
  }

  private void advance(Run first) {
    if (++first.next < first.steps.size()) {
      first.time = first.steps.time(first.next);
    } else {
      Run last = heap.removeLast();
      if (heap.isEmpty()) {
        return;
      }
      heap.set(0, last);
    }
    sink(0);
  }

  private void sink(int from) {
    int at = from;
    Run run = heap.get(at);
    while (2 * at + 1 < heap.size()) {
      int child = 2 * at + 1;
      if (child + 1 < heap.size() && heap.get(child + 1).time < heap.get(child).time) {
        child++;
      }
      if (heap.get(child).time >= run.time) {
        break;
      }
      heap.set(at, heap.get(child));
      at = child;
    }
    heap.set(at, run);
  }
}
