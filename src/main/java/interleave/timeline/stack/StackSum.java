package interleave.timeline.stack;

import interleave.event.NativeState;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.StackSamples;
import interleave.timeline.StackTree;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.range.Patience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The stacks of the samples that are asked for, summed up.
 *
 * @param root of all; it is no function itself
 * @param samples how many were summed up
 * @param waiting how many more there are of threads that waited; 0 where those were asked for
 * @param tracer how many of {@code samples} were taken while the thread ran in the tracer's own
 *     code, on behalf of the function that they are counted to
 * @param nanos for how much time all of them stand
 * @param intervalNs for how much a sample stands, as a rule; 0 where nobody told
 * @param functions each function once, those with most samples of their own first
 */
public record StackSum(
    CallNode root,
    long samples,
    long waiting,
    long tracer,
    long nanos,
    long intervalNs,
    List<Function> functions) {
  /** Fewer samples than that say little about where time goes. */
  public static final int FEW = 20;

  /** The tracers' own classes and files: what they do is done on behalf of who called them. */
  private static final List<String> TRACER_CLASSES =
      List.of("interleave.agent.", "interleave.event.");

  private static final String TRACER_FILES = "/_interleave/";

  /**
   * A function, wherever it was called.
   *
   * @param place at the line that was seen most often in it
   * @param self samples in it alone
   * @param samples those in what it called included, each once however often it called itself
   */
  public record Function(Site place, long self, long samples) {
    /** What it is called: {@code Bank.pay}, {@code pay}. */
    public String name() {
      return CallNode.name(place);
    }
  }

  /** Whether there are too few to say anything. */
  public boolean isFew() {
    return samples < FEW;
  }

  /** Sums up what is asked for. */
  public static StackSum of(StackQuestion asked, Patience patience) {
    return new Adding(asked, patience).sum();
  }

  /** Whether a place is the tracer's. */
  static boolean isTracer(Site place) {
    return place.file().contains(TRACER_FILES)
        || TRACER_CLASSES.stream().anyMatch(place.owner()::startsWith);
  }

  /** Whether it is how a runtime begins any thread, which tells nothing of the program. */
  private static boolean isBeforeProgram(Site place) {
    String name = place.function();
    return isTracer(place)
        || place.owner().equals("java.lang.Thread") && name.startsWith("run")
        || place.simpleFile().equals("threading.py")
            && (name.startsWith("_bootstrap") || name.equals("run"));
  }

  /** How many samples there were of a stack. */
  private static final class Count {
    private long all;
    private long running;

    void add(boolean ran) {
      all++;
      running += ran ? 1 : 0;
    }
  }

  /** What is added up on the way. */
  private static final class Adding {
    private final StackQuestion asked;
    private final Patience patience;
    private final Timeline timeline;
    private final StackTree tree;
    private final int[] frames = new int[StackTree.MOST_FRAMES];
    private final Map<Integer, Count> byStack = new HashMap<>();
    private final Map<Site, CallNode> flat = new HashMap<>();
    private final CallNode root = new CallNode(null, Site.UNKNOWN);
    private long samples;
    private long waiting;
    private long tracer;
    private long nanos;
    private final Map<Long, Count> weights = new TreeMap<>();

    Adding(StackQuestion asked, Patience patience) {
      this.asked = asked;
      this.patience = patience;
      timeline = asked.timeline();
      tree = timeline.stacks();
    }

    StackSum sum() {
      for (StackSamples lane : timeline.stackSamples()) {
        if (asked.asksFor(lane.lane())) {
          count(lane);
        }
      }
      byStack.forEach(this::add);
      root.finish();
      flat.values().forEach(CallNode::finish);
      return new StackSum(root, samples, waiting, tracer, nanos, interval(), functions());
    }

    private void count(StackSamples all) {
      Spans spans = timeline.lanes().get(all.lane()).spans();
      int first = all.at(asked.range().from() - 1) + 1;
      long end = asked.range().to() >= timeline.now() ? Timeline.OPEN : asked.range().to();
      for (int i = first; i < all.size() && all.time(i) < end; i++) {
        patience.check(i);
        boolean running = isRunning(all.state(i), spans, all.time(i));
        if (!running && !asked.waiting()) {
          waiting++;
          continue;
        }
        samples++;
        nanos += all.weight(i);
        weights.computeIfAbsent(all.weight(i), _ -> new Count()).add(running);
        byStack.computeIfAbsent(all.stack(i), _ -> new Count()).add(running);
      }
    }

    private static boolean isRunning(NativeState state, Spans spans, long time) {
      return switch (state) {
        case RUNNING -> true;
        case READY, ASLEEP, STOPPED, ZOMBIE, GONE -> false;
        case UNKNOWN -> {
          int i = spans.at(time);
          yield i < 0 || spans.state(i) == ThreadState.RUNNING;
        }
      };
    }

    /** Half of the samples stand for no more, and half for no less. */
    private long interval() {
      long before = 0;
      for (Map.Entry<Long, Count> each : weights.entrySet()) {
        before += each.getValue().all;
        if (before * 2 >= samples) {
          return each.getKey();
        }
      }
      return 0;
    }

    private void add(int stack, Count samples) {
      Site[] places = places(stack, samples);
      long count = samples.all;
      if (!asked.reversed()) {
        for (int i = 0, k = places.length - 1; i < k; i++, k--) {
          Site place = places[i];
          places[i] = places[k];
          places[k] = place;
        }
      }
      CallNode node = root;
      node.add(0, count);
      for (Site place : places) {
        node = node.child(CallNode.functionOf(place));
        node.add(place.line(), count);
      }
      node.addSelf(count);
      flat(asked.reversed() ? Arrays.asList(places).reversed() : Arrays.asList(places), count);
    }

    private void flat(List<Site> outermostFirst, long count) {
      Set<Site> seen = new HashSet<>();
      for (Site place : outermostFirst.reversed()) {
        Site function = CallNode.functionOf(place);
        if (seen.add(function)) {
          CallNode node = flat.computeIfAbsent(function, it -> new CallNode(null, it));
          node.add(place.line(), count);
          node.addSelf(seen.size() == 1 ? count : 0);
        }
      }
    }

    /** The places of a stack, innermost first, without the tracer's and the begin of a thread. */
    private Site[] places(int stack, Count samples) {
      int depth = tree.walk(stack, frames);
      while (depth > 1 && isBeforeProgram(timeline.site(tree.site(frames[depth - 1])))) {
        depth--;
      }
      List<Site> places = new ArrayList<>(depth);
      for (int i = 0; i < depth; i++) {
        Site place = timeline.site(tree.site(frames[i]));
        if (!isTracer(place)) {
          places.add(place);
        } else if (i == 0) {
          tracer += samples.running;
        }
      }
      return places.toArray(Site[]::new);
    }

    private List<Function> functions() {
      return flat.values().stream()
          .map(node -> new Function(node.place(), node.self(), node.samples()))
          .sorted(
              Comparator.comparingLong(Function::self)
                  .thenComparingLong(Function::samples)
                  .reversed()
                  .thenComparing(each -> each.place().file())
                  .thenComparingInt(each -> each.place().line()))
          .toList();
    }
  }
}
