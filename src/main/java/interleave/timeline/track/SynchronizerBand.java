package interleave.timeline.track;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Kind;
import interleave.timeline.SynchronizerTrack.Opening;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.SynchronizerEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.SynchronizerText;
import interleave.timeline.layout.TimeText;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A semaphore, latch, barrier or phaser:
 *
 * <pre>
 *   ┃┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄◇┄┄┄┄┄┄   the total, and when it opened
 *   ┃        ____/▔|          permits free, count left or parties arrived, as a stepped area
 *   ┃___/▔▔▔▔      |_____
 *   ┃      ▁▁▁▂▂▂▂▂|          how many wait
 * </pre>
 */
final class SynchronizerBand extends TrackKind {
  static final String NAME = "synchronizer";
  static final SynchronizerBand KIND = new SynchronizerBand();

  private static final Words WORDS = Words.of("timeline/synchronizers");

  private static final LegendEntry OPENED = opens(80, "legend.opened", false, Role.SYNC_WAIT);
  private static final LegendEntry BROKEN = opens(81, "legend.broken", true, Role.RED);

  private static final FoundKind FOUND = FoundKind.of(36, "kind.synchronizer");
  private static final double TOP = 10;
  private static final double WAITERS = 13;
  private static final double FLOOR = 7;
  private static final double GAP = 4;
  private static final double TICK = 6;
  private static final double NEAREST = 7;
  private static final int STEPS_PER_PIXEL = 2;

  private SynchronizerBand() {
    super(NAME, Sort.SYNCHRONIZER);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 66;
  }

  @Override
  public void overlay(View view, Space space, Brush brush) {
    WakeArrows.draw(view, space, brush);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return within(timeline, folds, met -> timeline.synchronizers().get(met).process());
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Synchronizer(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Synchronizer(int index) -> index;
      case ThingRef.Opening(int synchronizer, int _) -> synchronizer;
      default -> -1;
    };
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Opening(int synchronizer, int index) ->
          new ThingRef.Opening(
              synchronizer,
              next(index, direction, timeline.synchronizers().get(synchronizer).openings()));
      default -> null;
    };
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.synchronizers().size(),
            i -> SynchronizerText.title(timeline.synchronizers().get(i)),
            ThingRef.Synchronizer::new,
            i -> timeline.synchronizers().get(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.synchronizers().stream()
        .flatMap(each -> SynchronizerEvents.of(timeline, each).stream())
        .toList();
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    SynchronizerTrack track = view.timeline().synchronizers().get(slot.index());
    ThingRef thing = new ThingRef.Synchronizer(track.index());
    Gutter.draw(view, slot, thing, SynchronizerText.title(track), facts(view, track), brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().rect(space.left(), slot.y(), width, slot.height(), Hit.of(Part.TRACK, thing));
    level(view, space, slot, track, brush);
    long now = view.timeline().now();
    WaiterArea.draw(space, track, slot.bottom() - FLOOR, WAITERS, now, Role.SYNC_WAIT, brush);
    openings(view, space, slot, track, brush);
    brush.names();
  }

  private static List<Gutter.Fact> facts(View view, SynchronizerTrack track) {
    int waiting = track.waitingAt(view.moment());
    return List.of(
        Gutter.Fact.plain(SynchronizerText.level(track, view.moment())),
        Gutter.Fact.plain(
            waiting == 0 && track.kind() == SynchronizerTrack.Kind.FUTEX
                ? WORDS.count("waits.all", track.waits())
                : WORDS.get("waiting", waiting)));
  }

  private static double base(Slot slot) {
    return slot.bottom() - FLOOR - WAITERS - GAP;
  }

  private static void level(
      View view, Space space, Slot slot, SynchronizerTrack track, Brush brush) {
    if (track.steps() == 0) {
      return;
    }
    double base = base(slot);
    double most = Math.max(1, Math.max(track.maxLevel(), track.totalAt(space.to())));
    double unit = (base - slot.y() - TOP) / most;
    int first = track.stepAt(space.from()) + 1;
    int end = track.stepAt(space.to()) + 1;
    int every = 1 + (int) ((end - first) / ((space.right() - space.left()) * STEPS_PER_PIXEL));
    Points line = new Points();
    int level = track.stepLevel(Math.max(0, first - 1));
    double from = Math.max(space.left() - 4, first > 0 ? 0 : space.x(born(view, track)));
    line.add(from, base - Math.max(0, level) * unit);
    // Of too many steps to tell apart those with a round number are drawn, whichever the window.
    for (int i = first + Math.floorMod(-first, every); i < end; i += every) {
      double x = x(space, track, i);
      line.add(x, base - Math.max(0, level) * unit);
      int before = level;
      level = track.stepLevel(i);
      line.add(x, base - Math.max(0, level) * unit);
      if (every == 1) {
        tick(view, track, i, before, x, base, unit, brush);
      }
    }
    double to = Math.min(space.right() + 4, space.x(view.timeline().now()));
    line.add(Math.max(line.lastX(), to), base - Math.max(0, level) * unit);
    double[] corners = line.array();
    Points area = new Points().add(corners[0], base);
    for (int i = 0; i < corners.length; i += 2) {
      area.add(corners[i], corners[i + 1]);
    }
    brush.area(area.add(line.lastX(), base), Role.SYNC_WAIT, 0.16);
    brush.path(line, Role.SYNC_WAIT, 1.4);
    double total = base - track.totalAt(space.to()) * unit;
    brush.line(space.left(), total, space.right(), total, Role.MUTED, 1, Mark.Stroke.DOTTED);
  }

  /** The first moment at which it can have been there. */
  private static long born(View view, SynchronizerTrack track) {
    Timeline timeline = view.timeline();
    return track.process() < 0
        ? timeline.start()
        : timeline.processes().get(track.process()).start();
  }

  private static double x(Space space, SynchronizerTrack track, int step) {
    return space.x(track.stepTime(step));
  }

  /** Who made the step, where there is room to see it. */
  private static void tick(
      View view,
      SynchronizerTrack track,
      int i,
      int before,
      double x,
      double base,
      double unit,
      Brush brush) {
    int lane = track.stepLane(i);
    boolean alone = i == 0 || unit >= 4;
    if (lane >= 0 && alone && track.stepLevel(i) != before) {
      brush.seenThread(lane);
      double y = base - Math.max(0, Math.max(before, track.stepLevel(i))) * unit;
      double bottom = base - Math.max(0, Math.min(before, track.stepLevel(i))) * unit;
      brush.fill(x - 1.5, y, 3, Math.max(TICK / 2, bottom - y), 1, view.thread(lane));
    }
  }

  private static void openings(
      View view, Space space, Slot slot, SynchronizerTrack track, Brush brush) {
    int first = Math.max(0, track.openingAt(space.from()));
    double last = Double.NEGATIVE_INFINITY;
    for (int i = first; i < track.openings(); i++) {
      Opening opening = track.opening(i);
      double x = space.x(opening.time());
      if (x > space.right()) {
        return;
      }
      if (x < space.left() || x - last < NEAREST) {
        continue;
      }
      last = x;
      boolean bad = opening.cause() == Cause.BROKEN;
      ThingRef thing = new ThingRef.Opening(track.index(), i);
      Role role = view.lit(thing) ? Role.ACCENT : bad ? Role.RED : Role.SYNC_WAIT;
      double y = slot.y() + TOP - 3;
      brush.line(x, y + 4, x, slot.bottom() - FLOOR, role, view.lit(thing) ? 2 : 1.2);
      diamond(x, y, bad, role, brush);
      brush.seen(bad ? BROKEN : OPENED);
      brush.hits().disc(x, y, 8, Hit.of(Part.BEAD, thing));
    }
  }

  private static LegendEntry opens(int rank, String key, boolean hollow, Role role) {
    double middle = LegendEntry.SWATCH / 2;
    return new LegendEntry(
        rank, () -> WORDS.get(key), (brush, x, y) -> diamond(x + middle, y, hollow, role, brush));
  }

  /** Filled where it opened, hollow where it broke. */
  private static void diamond(double x, double y, boolean hollow, Role role, Brush brush) {
    double r = 4.5;
    Points edge = new Points().add(x, y - r).add(x + r, y).add(x, y + r).add(x - r, y);
    if (hollow) {
      brush.path(edge.add(x, y - r), role, 1.6);
    } else {
      brush.area(edge, role, 1);
    }
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Synchronizer(int index) -> {
        SynchronizerTrack track = timeline.synchronizers().get(index);
        String longest = TimeText.duration(track.longestWaitNs());
        yield List.of(
            SynchronizerText.title(track),
            track.waits() == 0
                ? WORDS.get("tip.waits.none")
                : WORDS.count("tip.waits", track.waits(), longest));
      }
      case ThingRef.Opening(int index, int opening) ->
          opening(timeline, timeline.synchronizers().get(index), opening);
      default -> null;
    };
  }

  private static List<String> opening(Timeline timeline, SynchronizerTrack track, int index) {
    Opening opening = track.opening(index);
    List<String> lines = new ArrayList<>();
    lines.add(SynchronizerText.title(track) + " · " + WORDS.get("outcome." + opening.cause()));
    if (track.kind() == Kind.PHASER || track.kind() == Kind.BARRIER) {
      String key = track.kind() == Kind.PHASER ? "phase" : "round";
      lines.add(WORDS.get(key, opening.phase() + (track.kind() == Kind.PHASER ? 0 : 1)));
    }
    lines.add(TimeText.moment(opening.time() - timeline.start(), 1000));
    return lines;
  }
}
