package interleave.timeline.track;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.LockEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.TimeText;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.seen.SeenLocks;
import interleave.timeline.statistics.LockSheet;
import interleave.timeline.statistics.Sheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lock: who owns it as a ribbon in the colours of the threads, a hook where it was handed over to
 * one that had waited, and below how many wait.
 */
final class LockBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final FoundKind FOUND = FoundKind.of(30, "kind.lock");

  /** So many are looked at for the most telling one. */
  private static final int SAMPLE = 2_000;

  static final String NAME = "lock";
  static final LockBand KIND = new LockBand();

  private static final Words MEETINGS = Words.of("timeline/synchronizers");
  static final double RIBBON_TOP = 9;
  static final double RIBBON = 22;
  private static final double TICK = 3;
  private static final double WAITERS = 15;

  /** How high the row is of what was seen at some moments only. */
  private static final double SEEN = 46;

  private LockBand() {
    super(NAME, Sort.LOCK);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return within(timeline, folds, lock -> timeline.locks().get(lock).process());
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    LockTrack lock = timeline.locks().get(index);
    return timeline.sightings().areAllOf(lock) ? SEEN : 66;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Lock(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lock(int index) -> index;
      case ThingRef.Hold(int lock, long _) -> lock;
      case ThingRef.HoldSum(int lock, long _) -> lock;
      default -> -1;
    };
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Hold(int lock, long start) -> hold(timeline, lock, start, direction);
      default -> null;
    };
  }

  private static ThingRef hold(Timeline timeline, int lock, long start, int direction) {
    LockTrack.Holds holds = timeline.locks().get(lock).holds();
    int i = next(holds.at(start), direction, holds.size());
    return new ThingRef.Hold(lock, holds.start(i));
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.locks().size(),
            i -> timeline.locks().get(i).name(),
            ThingRef.Lock::new,
            i -> timeline.locks().get(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.locks().stream()
        .<EventSource>map(each -> new LockEvents(timeline, each))
        .toList();
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(LockSheet.of(asked));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return timeline.locks().stream()
        .map(LockTrack::holds)
        .filter(holds -> holds.size() > 0)
        .mapToLong(holds -> holds.start(0))
        .reduce(Timeline.OPEN, Math::min);
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    return TellingMoment.of(
        2,
        timeline.locks().stream()
            .mapToLong(LockBand::contended)
            .filter(time -> time != Timeline.OPEN)
            .findFirst()
            .orElse(Timeline.OPEN));
  }

  /** Shortly before a lock was handed over to one that had waited longest. */
  private static long contended(LockTrack lock) {
    LockTrack.Holds holds = lock.holds();
    int best = -1;
    for (int i = 0; i < Math.min(SAMPLE, holds.size()); i++) {
      if (holds.waited(i) > 0 && (best < 0 || holds.waited(i) > holds.waited(best))) {
        best = i;
      }
    }
    return best < 0 ? Timeline.OPEN : holds.start(best) - holds.waited(best) / 3;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    LockTrack lock = view.timeline().locks().get(slot.index());
    ThingRef thing = new ThingRef.Lock(lock.index());
    Gutter.draw(view, slot, thing, title(lock), facts(view, lock), brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    if (lock.isUntold()) {
      moments(view, space, lock, slot.y() + RIBBON_TOP, brush);
    } else if (!SharedRibbon.draw(view, space, lock, slot.y() + RIBBON_TOP, RIBBON, brush)) {
      ribbon(view, space, slot, lock, brush);
    }
    SumRibbon.draw(view, space, lock, slot.y() + RIBBON_TOP, RIBBON, brush);
    SeenLocks seen = new SeenLocks(view.timeline(), lock.index(), space.scale());
    if (!seen.isEmpty()) {
      seen.draw(space.left(), space.right(), slot.y() + RIBBON_TOP + RIBBON / 2, brush);
    }
    if (!view.timeline().sightings().areAllOf(lock)) {
      WaiterArea.draw(
          space, lock, slot.bottom() - 8, WAITERS, view.timeline().now(), Role.LOCK_WAIT, brush);
    }
    brush
        .hits()
        .area(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            hit(seen, space, lock));
    brush.names();
  }

  private static String title(LockTrack lock) {
    return LearnerNames.title(lock.monitor() ? "Monitor" : "Lock", lock.name());
  }

  private static List<Gutter.Fact> facts(View view, LockTrack lock) {
    SeenLocks seen =
        new SeenLocks(view.timeline(), lock.index(), view.frame().scale(view.viewport()));
    if (view.timeline().sightings().areAllOf(lock)) {
      return List.of(Gutter.Fact.plain(seen.fact(view.moment())));
    }
    double life = Math.max(1, view.timeline().now() - view.timeline().start());
    int waiting = lock.waitingAt(view.moment());
    if (lock.isUntold()) {
      return List.of(
          Gutter.Fact.plain(WORDS.get("lock.waiting", waiting)),
          Gutter.Fact.plain(WORDS.get("lock.untold")));
    }
    return List.of(
        Gutter.Fact.plain(
            WORDS.get(
                "lock.fact",
                percent(lock.heldNs(view.timeline().start(), view.timeline().now()) / life),
                waiting)),
        Gutter.Fact.plain(WORDS.get("lock.contended", percent(lock.contention()))));
  }

  static String percent(double share) {
    double percent = Math.min(1, share) * 100;
    return percent > 0 && percent < 1 ? "< 1 %" : Math.round(percent) + " %";
  }

  private static void ribbon(View view, Space space, Slot slot, LockTrack lock, Brush brush) {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    long now = view.timeline().now();
    Sequence owners = Sequence.owners(lock.holds());
    double y = slot.y() + RIBBON_TOP;
    Piece before = null;
    for (Piece piece : Detail.of(owners, bins, space.from(), space.to(), now)) {
      double x = Math.max(space.x(piece.from()), space.left() - 8);
      double w = Math.min(space.x(piece.to()), space.right() + 8) - x;
      brush.seenThread(piece.key());
      brush.fill(
          x,
          y,
          piece.single() && w > 3 ? w - 0.8 : w,
          RIBBON,
          w > 6 ? 3 : 0,
          view.thread(piece.key()));
      if (piece.single()) {
        owner(view, space, lock, piece, x, w, y, brush);
        if (before != null && lock.holds().waited(piece.index()) > 0) {
          hook(space, before, piece, y + RIBBON, brush);
        }
      }
      before = piece.single() ? piece : null;
    }
  }

  /** Who had it at the moments that are told: to the left who let go, to the right who got it. */
  private static void moments(View view, Space space, LockTrack lock, double y, Brush brush) {
    LockTrack.Holds holds = lock.holds();
    Bins bins = Bins.of(space.scale().nsPerPixel());
    int i = Math.max(0, holds.at(space.from()));
    while (i < holds.size() && holds.start(i) <= space.to()) {
      long next = bins.next(holds.start(i));
      double x = space.x(holds.start(i));
      boolean handedOver = i + 1 < holds.size() && holds.start(i + 1) - holds.start(i) <= 1;
      tick(view, holds.lane(i), handedOver ? x - TICK : x, y, brush);
      if (handedOver) {
        tick(view, holds.lane(i + 1), x, y, brush);
      }
      i = Math.max(i + (handedOver ? 2 : 1), holds.at(next - 1) + 1);
    }
  }

  private static void tick(View view, int lane, double x, double y, Brush brush) {
    brush.seenThread(lane);
    brush.fill(x, y, TICK, RIBBON, 0, view.thread(lane));
  }

  private static void owner(
      View view, Space space, LockTrack lock, Piece piece, double x, double w, double y, Brush b) {
    ThreadLane lane = view.timeline().lanes().get(piece.key());
    double left = Math.max(x, space.left());
    double right = Math.min(x + w, space.right());
    if (right - left > 30) {
      b.words(
          (left + right) / 2,
          y + RIBBON / 2,
          lane.name(),
          Face.SMALL,
          view.onThread(piece.key()),
          right - left - 8,
          Mark.Align.CENTER);
    }
    ThingRef hold = new ThingRef.Hold(lock.index(), piece.from());
    if (view.lit(hold)) {
      b.outline(x + 1, y + 1, Math.max(2, w - 2.8), RIBBON - 2, 2, Role.TEXT, 2);
    }
  }

  /** From the end of one hold to the start of the next, below the ribbon. */
  private static void hook(Space space, Piece from, Piece to, double y, Brush brush) {
    double x1 = space.x(from.to()) - 1;
    double x2 = space.x(to.from()) + 1;
    if (x2 - x1 > 40 || space.scale().width(to.to() - to.from()) < 8) {
      return;
    }
    double a = Math.min(x1, (x1 + x2) / 2 - 5);
    double b = Math.max(x2, (x1 + x2) / 2 + 5);
    brush.curve(
        new Mark.Curve(
            a,
            y + 0.5,
            a + 2,
            y + 7,
            b - 2,
            y + 7,
            b,
            y + 0.5,
            Role.MESSAGE,
            1.6,
            Mark.Stroke.SOLID,
            false));
  }

  private static HitMap.Spot hit(SeenLocks seen, Space space, LockTrack lock) {
    return (x, y) -> {
      ThingRef there = seen.at(x, space.left(), space.right());
      if (there != null) {
        return Hit.of(Part.HOLD, there);
      }
      long time = space.scale().time(x);
      int i = lock.holds().at(time);
      boolean over = i >= 0 && (time < lock.holds().end(i) || isAt(space, lock, i, x));
      ThingRef sum = over ? null : SumRibbon.at(lock, time);
      if (sum != null) {
        return Hit.of(Part.HOLD, sum);
      }
      return over
          ? Hit.of(Part.HOLD, new ThingRef.Hold(lock.index(), lock.holds().start(i)))
          : Hit.of(Part.TRACK, new ThingRef.Lock(lock.index()));
    };
  }

  private static boolean isAt(Space space, LockTrack lock, int hold, double x) {
    return lock.isUntold() && x - space.x(lock.holds().start(hold)) <= TICK;
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lock(int index) -> {
        LockTrack lock = timeline.locks().get(index);
        List<String> lines = new ArrayList<>();
        lines.add(title(lock));
        if (timeline.sightings().areAllOf(lock)) {
          yield lines; // its sentence says what was seen of it
        }
        lines.add(WORDS.get("lock.tip", lock.acquires(), lock.allContended()));
        lines.add(WORDS.get("lock.longest", TimeText.duration(lock.longestWaitNs(timeline.now()))));
        if (lock.mostSharing() > 1) {
          lines.add(MEETINGS.get("shared", lock.mostSharing()));
        }
        yield lines;
      }
      case ThingRef.Hold(int index, long start) ->
          hold(timeline, timeline.locks().get(index), start);
      case ThingRef.HoldSum(int index, long end) -> {
        LockTrack lock = timeline.locks().get(index);
        yield SumRibbon.tooltip(timeline, lock, title(lock), end);
      }
      default -> null;
    };
  }

  private static @Nullable List<String> hold(Timeline timeline, LockTrack lock, long start) {
    int i = lock.holds().at(start);
    if (i < 0) {
      return null;
    }
    long end = lock.holds().end(i);
    String owner = timeline.lanes().get(lock.holds().lane(i)).name();
    long held = (end == Timeline.OPEN ? timeline.now() : end) - lock.holds().start(i);
    long waited = lock.holds().waited(i);
    if (lock.isUntold()) {
      return List.of(WORDS.get("hold.then", title(lock), owner), WORDS.get("hold.untold"));
    }
    return List.of(
        WORDS.get("hold.by", title(lock), owner),
        WORDS.get(end == Timeline.OPEN ? "hold.so-far" : "hold.for", TimeText.duration(held)),
        waited > 0 ? WORDS.get("hold.waited", TimeText.duration(waited)) : WORDS.get("hold.free"));
  }
}
