package interleave.timeline.draw;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.TrackKind.Slot;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.ChipRows;
import interleave.timeline.layout.Names;
import interleave.timeline.layout.RowSource.Place;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pool: each task as a bar from being handed in over being taken up to its end. */
final class PoolBand {
  private static final Words WORDS = Words.of("timeline/draw");
  static final String NAME = "pool";
  static final TrackKind KIND =
      new TrackKind(
          NAME,
          (timeline, folds) ->
              timeline.pools().stream()
                  .filter(pool -> !pool.tasks().isEmpty())
                  .map(pool -> Place.between(pool.index(), home(timeline, pool)))
                  .toList(),
          (timeline, index, folds) -> height(timeline, timeline.pools().get(index)),
          PoolBand::draw,
          TrackKind.NO_OVERLAY,
          PoolBand::tooltip);

  private static final double BAR = 17;
  private static final double LINE = 20;
  private static final double PAD = 8;
  private static final int MOST_ROWS = 8;

  private PoolBand() {}

  private static int home(Timeline timeline, PoolTrack pool) {
    int submitter = pool.tasks().getFirst().submitter();
    return submitter < 0 ? 0 : timeline.lanes().get(submitter).process();
  }

  private static double height(Timeline timeline, PoolTrack pool) {
    int rows = rows(timeline, pool).used;
    return Math.max(66, 2 * PAD + rows * LINE - (LINE - BAR));
  }

  /** Which task is in which row; by time, so that it is the same at every zoom. */
  private record Rowing(int[] rows, int used) {}

  private static Rowing rows(Timeline timeline, PoolTrack pool) {
    ChipRows chips = new ChipRows(MOST_ROWS, 0);
    int[] rows = new int[pool.tasks().size()];
    for (int i = 0; i < rows.length; i++) {
      PoolTrack.Task task = pool.tasks().get(i);
      long from = Math.min(task.submitted(), task.started());
      long to = task.ended() == Timeline.OPEN ? timeline.now() : task.ended();
      rows[i] = chips.place(from - timeline.start(), Math.max(1, to - from));
    }
    return new Rowing(rows, Math.max(1, chips.used()));
  }

  private static void draw(View view, Space space, Slot slot, Brush brush) {
    PoolTrack pool = view.timeline().pools().get(slot.index());
    ThingRef thing = new ThingRef.Pool(pool.index());
    Rowing rowing = rows(view.timeline(), pool);
    Gutter.draw(view, slot, thing, name(pool), facts(view, pool, rowing), brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    brush
        .hits()
        .rect(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            Hit.of(Part.TRACK, thing));
    for (PoolTrack.Task task : pool.tasks()) {
      int row = rowing.rows[task.index()];
      if (row >= 0) {
        task(view, space, pool, task, slot.y() + PAD + row * LINE, brush);
      }
    }
    brush.names();
  }

  private static String name(PoolTrack pool) {
    return Names.title("Pool", pool.name());
  }

  private static List<Gutter.Fact> facts(View view, PoolTrack pool, Rowing rowing) {
    long moment = view.moment();
    int running = 0;
    int waiting = 0;
    int done = 0;
    int lost = 0;
    int hidden = 0;
    for (PoolTrack.Task task : pool.tasks()) {
      lost += task.lost() ? 1 : 0;
      hidden += rowing.rows[task.index()] < 0 ? 1 : 0;
      if (task.ended() <= moment) {
        done++;
      } else if (task.started() <= moment) {
        running++;
      } else if (task.submitted() <= moment) {
        waiting++;
      }
    }
    List<Gutter.Fact> facts = new ArrayList<>();
    facts.add(Gutter.Fact.plain(WORDS.get("pool.now", running, waiting)));
    facts.add(Gutter.Fact.plain(WORDS.get("pool.done", done, pool.tasks().size())));
    if (lost > 0) {
      facts.add(new Gutter.Fact(WORDS.get("pool.lost", lost), Role.RED));
    }
    if (hidden > 0) {
      facts.add(Gutter.Fact.plain(WORDS.get("pool.hidden", hidden)));
    }
    return facts;
  }

  private static void task(
      View view, Space space, PoolTrack pool, PoolTrack.Task task, double y, Brush brush) {
    double limit = space.left() - 8;
    double submitted = Math.max(limit, space.x(task.submitted()));
    double started = Math.max(limit, space.x(view.closed(task.started())));
    double ended = Math.min(space.right() + 8, space.x(view.closed(task.ended())));
    if (ended < space.left() || submitted > space.right()) {
      return;
    }
    ThingRef thing = new ThingRef.Task(pool.index(), task.index());
    brush.state(
        submitted, y, Math.min(started, ended) - submitted, BAR, ThreadState.QUEUE_WAIT, submitted);
    boolean bad = task.failed() || task.lost();
    if (task.started() != Timeline.OPEN) {
      Role role = bad ? Role.RED : Role.thread(Math.max(0, task.lane()));
      brush.fill(started, y, Math.max(1.5, ended - started - 0.8), BAR, 3, role);
    }
    words(space, task, bad, y, started, ended, brush);
    if (view.lit(thing)) {
      brush.outline(submitted, y, ended - submitted, BAR, 3, Role.ACCENT, 2);
    }
    double width = Math.max(4, ended - submitted);
    brush.hits().rect(submitted, y, width, BAR, Hit.of(Part.SPAN, thing));
  }

  private static void words(
      Space space, PoolTrack.Task task, boolean bad, double y, double from, double to, Brush b) {
    double left = Math.max(from, space.left());
    double room = Math.min(to, space.right()) - left - 10;
    if (task.started() != Timeline.OPEN && room > 16) {
      Role role = bad ? Role.ON_RED : Role.onThread(Math.max(0, task.lane()));
      b.words(left + 6, y + BAR / 2, task.name(), Face.SMALL, role, room, Mark.Align.LEFT);
    }
  }

  private static @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Pool(int index) -> {
        PoolTrack pool = timeline.pools().get(index);
        yield List.of(name(pool), WORDS.count("pool.tasks", pool.tasks().size()));
      }
      case ThingRef.Task(int index, int task) ->
          task(timeline, timeline.pools().get(index).tasks().get(task));
      default -> null;
    };
  }

  private static List<String> task(Timeline timeline, PoolTrack.Task task) {
    List<String> lines = new ArrayList<>();
    lines.add(WORDS.get("task", task.name()));
    if (task.started() == Timeline.OPEN) {
      lines.add(WORDS.get("task.waits"));
    } else {
      lines.add(WORDS.get("task.waited", TimeText.duration(task.started() - task.submitted())));
      long end = task.ended() == Timeline.OPEN ? timeline.now() : task.ended();
      lines.add(WORDS.get("task.ran", TimeText.duration(end - task.started())));
      lines.add(WORDS.get("task.on", QueueBand.lane(timeline, task.lane())));
    }
    String outcome = task.outcome();
    if (outcome != null) {
      lines.add(WORDS.get("task.outcome." + outcome));
    }
    return lines;
  }
}
