package interleave.timeline.search;

import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.search.Found.Hit;
import interleave.timeline.search.Found.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Looks through all names of one timeline: processes with their pids, threads, locks, queues,
 * pools, variables, pipes, phases, tasks, and every line that was printed.
 */
public final class Search {
  private static final int OFTEN = 4_096;

  private final Timeline timeline;
  private final List<Source> sources = new ArrayList<>();

  /** Things of one kind. */
  private record Source(
      Kind kind,
      int size,
      IntFunction<String> name,
      IntFunction<ThingRef> thing,
      IntUnaryOperator process) {}

  public Search(Timeline timeline) {
    this.timeline = timeline;
    add(Kind.PROCESS, timeline.processes().size(), this::process, ThingRef.Process::new, i -> i);
    add(
        Kind.THREAD,
        timeline.lanes().size(),
        i -> timeline.lanes().get(i).name(),
        ThingRef.Lane::new,
        i -> timeline.lanes().get(i).process());
    add(
        Kind.LOCK,
        timeline.locks().size(),
        i -> timeline.locks().get(i).name(),
        ThingRef.Lock::new,
        i -> timeline.locks().get(i).process());
    add(
        Kind.QUEUE,
        timeline.queues().size(),
        i -> timeline.queues().get(i).name(),
        ThingRef.Queue::new,
        _ -> -1);
    add(
        Kind.VARIABLE,
        timeline.variables().size(),
        i -> timeline.variables().get(i).name(),
        ThingRef.Variable::new,
        i -> timeline.variables().get(i).process());
    add(
        Kind.PIPE,
        timeline.pipes().size(),
        i -> process(timeline.pipes().get(i).child()),
        ThingRef.Pipe::new,
        i -> timeline.pipes().get(i).process());
    add(
        Kind.PHASE,
        timeline.phases().size(),
        i -> timeline.phases().get(i).name(),
        ThingRef.Phase::new,
        i -> timeline.phases().get(i).process());
    for (PoolTrack pool : timeline.pools()) {
      add(Kind.POOL, 1, _ -> pool.name(), _ -> new ThingRef.Pool(pool.index()), _ -> -1);
      add(
          Kind.TASK,
          pool.tasks().size(),
          i -> pool.tasks().get(i).name(),
          i -> new ThingRef.Task(pool.index(), i),
          i -> processOf(pool.tasks().get(i).lane()));
    }
    OutputTrack output = timeline.output();
    add(
        Kind.OUTPUT,
        output.size(),
        i -> output.line(i).text(),
        ThingRef.Line::new,
        i -> output.line(i).process());
  }

  private void add(
      Kind kind,
      int size,
      IntFunction<String> name,
      IntFunction<ThingRef> thing,
      IntUnaryOperator process) {
    sources.add(new Source(kind, size, name, thing, process));
  }

  /** {@code Writer 27525}. */
  private String process(int index) {
    if (index < 0 || index >= timeline.processes().size()) {
      return "";
    }
    ProcessTrack process = timeline.processes().get(index);
    return process.name() + " " + process.pid();
  }

  private int processOf(int lane) {
    return lane < 0 ? -1 : timeline.lanes().get(lane).process();
  }

  /**
   * Everything that has each of the words in its name.
   *
   * @param most how many of each kind are wanted; all are counted
   * @param stop asked now and then, ends the search early
   */
  public Found find(String text, int most, BooleanSupplier stop) {
    NameQuery pattern = new NameQuery(text);
    Map<Kind, Best> best = new EnumMap<>(Kind.class);
    boolean whole = true;
    if (!pattern.isEmpty()) {
      for (Source source : sources) {
        Best some = best.computeIfAbsent(source.kind, _ -> new Best(most));
        whole &= look(source, pattern, some, stop);
      }
    }
    List<Hit> hits = new ArrayList<>();
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    best.forEach(
        (kind, some) -> {
          some.into(hits, most);
          if (some.count > 0) {
            counts.put(kind, some.count);
          }
        });
    return new Found(hits, counts, whole);
  }

  private static boolean look(Source source, NameQuery pattern, Best best, BooleanSupplier stop) {
    for (int i = 0; i < source.size; i++) {
      if (i % OFTEN == 0 && stop.getAsBoolean()) {
        return false;
      }
      String name = source.name.apply(i);
      int rank = pattern.rank(name);
      if (rank != NameQuery.NOT && best.wants(rank)) {
        best.add(
            rank, new Hit(source.kind, source.thing.apply(i), name, source.process.applyAsInt(i)));
      }
    }
    return true;
  }

  /** Those that fit best, rank by rank. */
  private static final class Best {
    private final List<List<Hit>> byRank = new ArrayList<>();
    private final int most;
    private int count;

    Best(int most) {
      this.most = most;
      for (int i = 0; i < NameQuery.RANKS; i++) {
        byRank.add(new ArrayList<>());
      }
    }

    /** Counts one, and tells whether it may come to be shown. */
    boolean wants(int rank) {
      count++;
      return byRank.get(rank).size() < most;
    }

    void add(int rank, Hit hit) {
      byRank.get(rank).add(hit);
    }

    void into(List<Hit> hits, int most) {
      byRank.stream().flatMap(List::stream).limit(most).forEach(hits::add);
    }
  }
}
