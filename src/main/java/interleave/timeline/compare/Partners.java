package interleave.timeline.compare;

import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which things of two runs play the same part. Threads that serve a library only are left out. */
public record Partners(
    List<Pair> processes,
    List<Pair> lanes,
    List<Pair> locks,
    List<Pair> synchronizers,
    List<Pair> queues,
    List<Pair> pools,
    List<Pair> variables,
    List<Pair> phases) {

  static Partners of(Timeline a, Timeline b) {
    List<Pair> processes = new ArrayList<>();
    children(a, b, new Pair(-1, -1), processes);
    return new Partners(
        List.copyOf(processes),
        lanes(a, b, processes),
        pairs(a.locks(), b.locks(), LockTrack::name),
        pairs(a.synchronizers(), b.synchronizers(), SynchronizerTrack::name),
        pairs(a.queues(), b.queues(), QueueTrack::name),
        pairs(a.pools(), b.pools(), PoolTrack::name),
        Pairing.of(
            a.variables().stream().map(VariableTrack::name).map(PlainName::ofLast).toList(),
            b.variables().stream().map(VariableTrack::name).map(PlainName::ofLast).toList()),
        pairs(a.phases(), b.phases(), ProgramPhase::name));
  }

  private static <T> List<Pair> pairs(List<T> a, List<T> b, Function<T, String> name) {
    return Pairing.of(
        a.stream().map(name).map(PlainName::of).toList(),
        b.stream().map(name).map(PlainName::of).toList());
  }

  /** The first of each run goes with the other, whatever they are called. */
  private static void children(Timeline a, Timeline b, Pair parents, List<Pair> found) {
    List<ProcessTrack> ofA = children(a, parents.a());
    List<ProcessTrack> ofB = children(b, parents.b());
    boolean roots = parents.a() < 0 && ofA.size() == 1 && ofB.size() == 1;
    List<Pair> pairs =
        roots
            ? List.of(new Pair(0, 0))
            : Pairing.of(
                ofA.stream().map(ProcessTrack::name).map(PlainName::of).toList(),
                ofB.stream().map(ProcessTrack::name).map(PlainName::of).toList());
    for (Pair pair : pairs) {
      int inA = pair.a() < 0 ? -1 : ofA.get(pair.a()).index();
      int inB = pair.b() < 0 ? -1 : ofB.get(pair.b()).index();
      Pair both = new Pair(inA, inB);
      found.add(both);
      if (both.isBoth()) {
        children(a, b, both, found);
      } else {
        alone(a, inA, found, true);
        alone(b, inB, found, false);
      }
    }
  }

  private static void alone(Timeline of, int parent, List<Pair> found, boolean first) {
    if (parent >= 0) {
      for (ProcessTrack child : children(of, parent)) {
        found.add(first ? new Pair(child.index(), -1) : new Pair(-1, child.index()));
        alone(of, child.index(), found, first);
      }
    }
  }

  private static List<ProcessTrack> children(Timeline of, int parent) {
    return of.processes().stream()
        .filter(each -> each.parent() == parent && !each.origin().service())
        .toList();
  }

  private static List<Pair> lanes(Timeline a, Timeline b, List<Pair> processes) {
    List<Pair> found = new ArrayList<>();
    for (Pair pair : processes) {
      List<Integer> ofA = lanes(a, pair.a());
      List<Integer> ofB = lanes(b, pair.b());
      for (Pair each : Pairing.of(names(a, ofA), names(b, ofB))) {
        found.add(
            new Pair(each.a() < 0 ? -1 : ofA.get(each.a()), each.b() < 0 ? -1 : ofB.get(each.b())));
      }
    }
    return List.copyOf(found);
  }

  private static List<Integer> lanes(Timeline of, int process) {
    return process < 0
        ? List.of()
        : of.processes().get(process).lanes().stream()
            .filter(lane -> !of.lanes().get(lane).service())
            .toList();
  }

  private static List<PlainName> names(Timeline of, List<Integer> lanes) {
    return lanes.stream().map(of.lanes()::get).map(ThreadLane::name).map(PlainName::of).toList();
  }

  /** The lane of the second run that plays the part of that of the first; -1 for none. */
  public int laneInB(int laneOfA) {
    return lanes.stream()
        .filter(each -> each.a() == laneOfA)
        .mapToInt(Pair::b)
        .findFirst()
        .orElse(-1);
  }

  /** The row of the other run that plays the part of a row; null where there is none. */
  public @Nullable ThingRef counterpart(@Nullable ThingRef row, boolean inA) {
    if (row instanceof ThingRef.Lane(int lane)) {
      return found(lanes, lane, inA, ThingRef.Lane::new);
    } else if (row instanceof ThingRef.Process(int process)) {
      return found(processes, process, inA, ThingRef.Process::new);
    } else if (row instanceof ThingRef.Lock(int lock)) {
      return found(locks, lock, inA, ThingRef.Lock::new);
    } else if (row instanceof ThingRef.Synchronizer(int synchronizer)) {
      return found(synchronizers, synchronizer, inA, ThingRef.Synchronizer::new);
    } else if (row instanceof ThingRef.Queue(int queue)) {
      return found(queues, queue, inA, ThingRef.Queue::new);
    } else if (row instanceof ThingRef.Pool(int pool)) {
      return found(pools, pool, inA, ThingRef.Pool::new);
    } else if (row instanceof ThingRef.Variable(int variable)) {
      return found(variables, variable, inA, ThingRef.Variable::new);
    }
    return row instanceof ThingRef.Phase(int phase)
        ? found(phases, phase, inA, ThingRef.Phase::new)
        : null;
  }

  private static @Nullable ThingRef found(
      List<Pair> pairs, int index, boolean inA, IntFunction<ThingRef> thing) {
    return pairs.stream()
        .filter(each -> index == (inA ? each.a() : each.b()))
        .map(each -> inA ? each.b() : each.a())
        .filter(other -> other >= 0)
        .findFirst()
        .map(thing::apply)
        .orElse(null);
  }

  /** How many things of whatever kind play the same part in both. */
  public long common() {
    return IntStream.of(
            count(processes), count(lanes), count(locks), count(synchronizers), count(queues))
        .sum();
  }

  private static int count(List<Pair> pairs) {
    return (int) pairs.stream().filter(Pair::isBoth).count();
  }
}
