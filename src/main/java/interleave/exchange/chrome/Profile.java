package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile of V8: whose it is, functions as they called each other, and who was seen in which. */
final class Profile {
  private static final int MOST_NODES = 1 << 18;
  private static final int MOST_SAMPLES = 1 << 20;
  private static final int MOST_DEPTH = 512;
  private static final double NANOS = 1000;
  private static final String ROOT = "(root)";
  private static final String IDLE = "(idle)";
  private static final String NAMELESS = "(anonymous)";

  private final Map<Integer, Node> nodes = new HashMap<>();
  private final Map<Integer, Integer> stacks = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private @Nullable IntakeThread thread;
  private long start;
  private boolean started;
  private long end = Long.MIN_VALUE;
  private long kept;
  private long lost;

  /**
   * A function where it was called.
   *
   * @param caller id of the node that called it, 0 at the root
   * @param line where it begins; 0 where that is not told
   */
  record Node(int caller, String function, String file, int line) {}

  /** Some samples: nodes, µs since the sample before, and lines. */
  private record Part(long time, double[] nodes, double[] deltas, double[] lines) {}

  /** It is of that thread, and begins then where nothing more exact is told. */
  void begin(IntakeThread of, long time) {
    thread = of;
    if (!started) {
      starts(time);
    }
  }

  void starts(long time) {
    start = time;
    started = true;
  }

  void ends(long time) {
    end = time;
  }

  void node(int id, Node node) {
    if (nodes.size() < MOST_NODES) {
      nodes.put(id, node);
    }
  }

  void samples(long time, double[] of, double[] deltas, double[] lines) {
    if (kept + of.length > MOST_SAMPLES) {
      lost += of.length;
      return;
    }
    kept += of.length;
    parts.add(new Part(time, of, deltas, lines));
  }

  /** All is known; returns how many samples could not be drawn. */
  long finish() throws IOException {
    IntakeThread of = thread;
    if (of == null) {
      return kept + lost; // nobody says whose they are
    }
    parts.sort(Comparator.comparingLong(Part::time));
    double at = start;
    Sample before = null;
    for (Part part : parts) {
      for (int i = 0; i < part.nodes.length; i++) {
        at += part.deltas[i] * NANOS;
        Sample next = new Sample((int) part.nodes[i], (int) part.lines[i], (long) at);
        draw(of, before, next.time);
        before = next;
      }
    }
    draw(of, before, end);
    return lost;
  }

  private record Sample(int node, int line, long time) {}

  /** A sample counts until the next one. */
  private void draw(IntakeThread of, @Nullable Sample sample, long until) throws IOException {
    if (sample == null) {
      return;
    }
    int stack = stack(of.process(), sample);
    if (stack == 0) {
      lost++;
      return;
    }
    Node node = nodes.get(sample.node);
    boolean idle = node != null && node.function.equals(IDLE);
    NativeState state = idle ? NativeState.ASLEEP : NativeState.RUNNING;
    long weight = Math.max(0, until - sample.time);
    of.write(
        EventKind.STACK_SAMPLE, state.flags(WaitChannel.UNKNOWN), stack, 0, weight, sample.time);
  }

  /** Its innermost frame is at the line where it was seen, the others where functions begin. */
  private int stack(IntakeProcess process, Sample sample) {
    Node node = nodes.get(sample.node);
    if (node == null) {
      return 0;
    }
    int line = sample.line > 0 ? sample.line : node.line;
    return process.stack(site(process, node, line), caller(process, node.caller));
  }

  private int caller(IntakeProcess process, int id) {
    Integer known = stacks.get(id);
    if (known != null) {
      return known;
    }
    List<Integer> way = new ArrayList<>();
    Node node = nodes.get(id);
    int at = id;
    while (node != null && way.size() < MOST_DEPTH && !stacks.containsKey(at)) {
      way.add(at);
      at = node.caller;
      node = nodes.get(at);
    }
    int stack = stacks.getOrDefault(at, 0);
    for (int each : way.reversed()) {
      Node of = nodes.get(each);
      if (of != null && !of.function.equals(ROOT)) {
        stack = process.stack(site(process, of, of.line), stack);
      }
      stacks.put(each, stack);
    }
    return stack;
  }

  private static int site(IntakeProcess process, Node of, int line) {
    return process.site(of.file, of.function.isEmpty() ? NAMELESS : of.function, "", line);
  }
}
