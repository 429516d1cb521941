package interleave.timeline.track;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.TaskEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.PoolSheet;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.TaskSheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pool. A few tasks are drawn as a bar each, from being handed in over being taken up to the end
 * ({@link TaskBars}). Of many it is drawn how many wait, and what each worker runs ({@link
 * PoolRows}).
 */
final class PoolBand extends TrackKind {
  static final String NAME = "pool";
  static final PoolBand KIND = new PoolBand();

  private static final Words WORDS = Words.of("timeline/draw");
  private static final FoundKind FOUND = FoundKind.of(50, "kind.pool");
  private static final FoundKind FOUND_TASK = FoundKind.ofMoments(90, "kind.task");
  private static final Words POOLS = Words.of("timeline/pools");
  private static final double LEAST = 66;

  /** Looking at more tasks than this in every frame would take too long. */
  private static final int MOST_COUNTED = 20_000;

  private PoolBand() {
    super(NAME, Sort.POOL);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return things(
        timeline, folds, pool -> Place.between(pool, home(timeline, timeline.pools().get(pool))));
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return height(timeline, timeline.pools().get(index));
  }

  private static int home(Timeline timeline, PoolTrack pool) {
    int submitter = pool.tasks().isEmpty() ? -1 : pool.tasks().getFirst().submitter();
    return submitter < 0 ? 0 : timeline.lanes().get(submitter).process();
  }

  private static double height(Timeline timeline, PoolTrack pool) {
    TaskBars bars = TaskBars.of(timeline, pool);
    return Math.max(LEAST, bars != null ? bars.height() : PoolRows.height(pool));
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Pool(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Pool(int index) -> index;
      case ThingRef.Task(int pool, int _) -> pool;
      default -> -1;
    };
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<PoolTrack> pools = timeline.pools();
    List<Findable> findables = new ArrayList<>();
    findables.add(
        new Findable(FOUND, pools.size(), i -> pools.get(i).name(), ThingRef.Pool::new, _ -> -1));
    for (PoolTrack pool : pools) {
      List<PoolTrack.Task> tasks = pool.tasks();
      findables.add(
          new Findable(
              FOUND_TASK,
              tasks.size(),
              i -> tasks.get(i).name(),
              i -> new ThingRef.Task(pool.index(), i),
              i -> Lanes.process(timeline, tasks.get(i).lane())));
    }
    return findables;
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return List.of(TaskEvents.of(timeline));
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(PoolSheet.of(asked), TaskSheet.of(asked));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return timeline.pools().stream()
        .filter(pool -> !pool.tasks().isEmpty())
        .mapToLong(pool -> pool.tasks().getFirst().submitted())
        .reduce(Timeline.OPEN, Math::min);
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    return TellingMoment.of(
        4,
        timeline.pools().stream()
            .mapToLong(PoolBand::waiting)
            .filter(time -> time != Timeline.OPEN)
            .findFirst()
            .orElse(Timeline.OPEN));
  }

  /** Shortly before the task that had to wait longest was taken up. */
  private static long waiting(PoolTrack pool) {
    long time = Timeline.OPEN;
    long longest = 0;
    for (PoolTrack.Task task : pool.tasks()) {
      boolean begun = task.started() != Timeline.OPEN && task.submitted() != Timeline.OPEN;
      if (begun && task.started() - task.submitted() > longest) {
        longest = task.started() - task.submitted();
        time = task.started() - longest / 20;
      }
    }
    return time;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    PoolTrack pool = view.timeline().pools().get(slot.index());
    ThingRef thing = new ThingRef.Pool(pool.index());
    TaskBars bars = TaskBars.of(view.timeline(), pool);
    Gutter.draw(view, slot, thing, name(pool), facts(view, pool), brush);
    if (bars == null) {
      PoolRows.names(view, slot, pool, brush);
    }
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    brush
        .hits()
        .rect(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            Hit.of(Part.TRACK, thing));
    if (bars != null) {
      bars.draw(view, space, slot, brush);
    } else {
      PoolRows.draw(view, space, slot, pool, brush);
    }
    brush.names();
  }

  private static String name(PoolTrack pool) {
    return LearnerNames.title("Pool", pool.name());
  }

  private static List<Gutter.Fact> facts(View view, PoolTrack pool) {
    List<Gutter.Fact> facts = new ArrayList<>();
    PoolTrack.Counts counts = pool.counts(view.moment());
    facts.add(Gutter.Fact.plain(WORDS.get("pool.now", counts.running(), counts.waiting())));
    facts.add(Gutter.Fact.plain(WORDS.get("pool.done", counts.ended(), pool.tasks().size())));
    long lost = lost(pool);
    if (lost > 0) {
      facts.add(new Gutter.Fact(WORDS.get("pool.lost", lost), Role.RED));
    }
    if (pool.stolen() > 0) {
      facts.add(Gutter.Fact.plain(POOLS.get("stolen", pool.stolen())));
    }
    return facts;
  }

  /** Of very many tasks nobody looks for those. */
  private static long lost(PoolTrack pool) {
    return pool.tasks().size() > MOST_COUNTED
        ? 0
        : pool.tasks().stream().filter(PoolTrack.Task::lost).count();
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Pool(int index) -> {
        PoolTrack pool = timeline.pools().get(index);
        yield List.of(name(pool), WORDS.count("pool.tasks", pool.tasks().size()));
      }
      case ThingRef.Task(int index, int task) -> {
        PoolTrack pool = timeline.pools().get(index);
        yield task(timeline, pool, pool.tasks().get(task));
      }
      default -> null;
    };
  }

  private static List<String> task(Timeline timeline, PoolTrack pool, PoolTrack.Task task) {
    List<String> lines = new ArrayList<>();
    lines.add(WORDS.get("task", task.name()));
    if (!task.before().isEmpty()) {
      String before =
          task.before().stream()
              .map(each -> pool.tasks().get(each).name())
              .collect(Collectors.joining(", "));
      lines.add(POOLS.get("after", before));
    }
    if (task.started() != Timeline.OPEN) {
      if (task.submitted() != Timeline.OPEN) {
        lines.add(WORDS.get("task.waited", TimeText.duration(task.started() - task.submitted())));
      }
      long end = task.ended() == Timeline.OPEN ? timeline.now() : task.ended();
      lines.add(WORDS.get("task.ran", TimeText.duration(end - task.started())));
      lines.add(WORDS.get("task.on", QueueBand.lane(timeline, task.lane())));
    } else if (task.outcome() == null) {
      lines.add(WORDS.get("task.waits"));
    }
    if (task.outcome() != null) {
      String word = POOLS.get("outcome." + task.outcome());
      lines.add(task.result().isEmpty() ? word : POOLS.get("told", word, task.result()));
    }
    return lines;
  }
}
