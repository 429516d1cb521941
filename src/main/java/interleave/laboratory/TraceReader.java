package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Operation;
import interleave.explore.SharedObject;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a trace of what a host says of one run. Lines that it does not know are left aside, so that
 * a newer host may say more; one that is broken, or does not fit to those before, makes the whole
 * run worthless.
 */
final class TraceReader {
  /** A program that prints without end is heard so far. */
  private static final int MOST_OUTPUT = 1 << 20;

  private static final int MOST_TOLD = 10_000;

  private final String run;
  private final Map<ThreadId, String> threads = new LinkedHashMap<>();
  private final Map<Integer, SharedObject> objects = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Trace.Stand> stands = new ArrayList<>();
  private final Map<ThreadId, Operation> standing = new TreeMap<>();
  private final List<Trace.Told> told = new ArrayList<>();
  private final Map<String, String> values = new TreeMap<>();
  private final StringBuilder output = new StringBuilder();
  private Ending.@Nullable Kind kind;
  private String text = "";
  private boolean over;

  /**
   * @param run the number that it was given
   */
  TraceReader(String run) {
    this.run = run;
  }

  /** Takes in a line. */
  void take(List<String> line) throws IOException {
    switch (line.getFirst()) {
      case "thread" -> threads.put(thread(line, 1), field(line, 2));
      case "object" -> object(line);
      case "next" -> next(line);
      case "step" -> step(line);
      case "did" -> did(thread(line, 1), field(line, 2));
      case "out" -> print(field(line, 1));
      case "told" -> tell(line);
      case "value" -> values.put(field(line, 1), field(line, 2));
      case "ended" -> {
        kind = Ending.Kind.of(field(line, 1)).orElseThrow(() -> broken(line));
        text = line.size() > 2 ? line.get(2) : "";
      }
      case "over" -> {
        if (kind == null || !field(line, 1).equals(run)) {
          throw broken(line);
        }
        over = true;
      }
      default -> {}
    }
  }

  private void object(List<String> line) throws IOException {
    int number = number(line, 1);
    objects.put(number, new SharedObject(number, field(line, 2), field(line, 3)));
  }

  private void next(List<String> line) throws IOException {
    ThreadId thread = thread(line, 1);
    Operation.Kind operation = Operation.Kind.of(field(line, 2)).orElse(Operation.Kind.OTHER);
    int object = number(line, 3);
    if (!threads.containsKey(thread) || object != 0 && !objects.containsKey(object)) {
      throw broken(line);
    }
    Operation.Place place = new Operation.Place(field(line, 5), number(line, 6));
    Operation next = new Operation(operation, object, field(line, 4), place);
    standing.put(thread, next);
    stands.add(new Trace.Stand(thread, next, steps.size()));
  }

  private void step(List<String> line) throws IOException {
    ThreadId thread = thread(line, 1);
    Operation operation = standing.remove(thread);
    List<ThreadId> enabled = threads(line, 2);
    if (operation == null || !enabled.contains(thread)) {
      throw broken(line);
    }
    boolean late = line.size() > 3 && line.get(3).equals("late");
    steps.add(new Step(thread, operation, enabled, "", late));
  }

  private void did(ThreadId thread, String what) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.thread().equals(thread)) {
        steps.set(i, new Step(thread, step.operation(), step.enabled(), what, step.late()));
        return;
      }
    }
  }

  private void print(String what) {
    int room = MOST_OUTPUT - output.length();
    if (room > 0) {
      output.append(what, 0, Math.min(room, what.length()));
    }
  }

  private void tell(List<String> line) throws IOException {
    if (told.size() < MOST_TOLD) {
      List<String> arguments = line.size() > 4 ? line.subList(4, line.size()) : List.of();
      Operation.Place place = new Operation.Place(field(line, 1), number(line, 2));
      told.add(new Trace.Told(place, field(line, 3), arguments));
    }
  }

  /** Whether all has been said. */
  boolean isOver() {
    return over;
  }

  /** Who ran last; null at the beginning. */
  @Nullable ThreadId last() {
    return steps.isEmpty() ? null : steps.getLast().thread();
  }

  /** How many steps there were so far. */
  int steps() {
    return steps.size();
  }

  /** Those that a line names in one of its fields. */
  static List<ThreadId> threads(List<String> line, int index) throws IOException {
    List<ThreadId> all = new ArrayList<>();
    for (String each : field(line, index).split(" ")) {
      all.add(ThreadId.of(each).orElseThrow(() -> broken(line)));
    }
    return all;
  }

  private static ThreadId thread(List<String> line, int index) throws IOException {
    return ThreadId.of(field(line, index)).orElseThrow(() -> broken(line));
  }

  private static int number(List<String> line, int index) throws IOException {
    try {
      return Integer.parseInt(field(line, index));
    } catch (NumberFormatException e) {
      throw broken(line);
    }
  }

  private static String field(List<String> line, int index) throws IOException {
    if (index >= line.size()) {
      throw broken(line);
    }
    return line.get(index);
  }

  private static IOException broken(List<String> line) {
    return new BrokenLineException(String.join(" ", line));
  }

  /** What the run told, after its end. */
  Trace trace() {
    Ending.Kind how = kind == null ? Ending.Kind.STOPPED : kind;
    List<Ending.Wait> waiting =
        how == Ending.Kind.DEADLOCK ? Owners.waiting(steps, standing, objects) : List.of();
    Ending ending = new Ending(how, text, values, output.toString(), waiting);
    return new Trace(threads, objects, steps, stands, ending, told);
  }
}
