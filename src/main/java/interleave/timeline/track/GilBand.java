package interleave.timeline.track;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.GilEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.GilSheet;
import interleave.timeline.statistics.Sheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lock of an interpreter: who has it as a ribbon in the colours of the threads, and below it
 * the handovers that were too short to be seen, which are known in number only.
 *
 * <pre>
 *   GIL               |Thread-1 |Thread-2|Thread-1  |   |Thread-2|
 *   held 98 %                  ▂▂ 3 short handovers
 * </pre>
 */
final class GilBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/gil");
  private static final FoundKind FOUND = FoundKind.of(33, "kind.gil");
  static final String NAME = "gil";
  static final GilBand KIND = new GilBand();

  private static final double TOP = 8;
  private static final double RIBBON = 20;
  private static final double STRIP = 4;
  private static final double WORD = 13;

  /** Who has had it for so long has computed with it, and not only begun and ended. */
  private static final long TURNS = 5_000_000;

  /** So many pixels between two of the strip's pieces are no gap worth drawing. */
  private static final int CLOSE = 3;

  private GilBand() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return timeline.gils().stream()
        .filter(gil -> matters(timeline, folds, gil))
        .map(gil -> Place.inside(gil.process(), gil.process()))
        .toList();
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 58;
  }

  /**
   * Whether threads that one sees take turns: beside threads of a library that are folded away, or
   * that do no more than wait, the only thread that computes has it whenever it wants to.
   */
  private static boolean matters(Timeline timeline, Folds folds, GilTrack gil) {
    boolean asked =
        folds.showsAllGils()
            || folds.leading().equals(NAME)
            || folds.services().contains(gil.process());
    return asked
        || gil.owners().stream()
                .filter(owner -> owner.holdNs() >= TURNS)
                .filter(owner -> !timeline.lanes().get(owner.lane()).service())
                .limit(2)
                .count()
            > 1;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Gil(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Gil(int index) -> index;
      case ThingRef.GilHold(int process, long _) -> process;
      default -> -1;
    };
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.gils().size(),
            i -> called(timeline, timeline.gils().get(i)),
            i -> new ThingRef.Gil(timeline.gils().get(i).process()),
            i -> timeline.gils().get(i).process()));
  }

  private static String called(Timeline timeline, GilTrack gil) {
    return WORDS.get("tip.title", timeline.processes().get(gil.process()).name());
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.gils().stream().map(GilEvents::of).toList();
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(GilSheet.of(asked));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    GilTrack gil = view.timeline().gilOf(slot.index());
    if (gil == null) {
      return;
    }
    ThingRef thing = new ThingRef.Gil(slot.index());
    Gutter.draw(view, slot, thing, WORDS.get("title"), facts(view, gil), brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    ribbon(view, space, slot, gil, brush);
    unseen(space, slot.y() + TOP + RIBBON / 2, gil, brush);
    shorts(space, slot.y() + TOP + RIBBON + 3, gil, brush);
    brush
        .hits()
        .area(space.left(), slot.y(), space.right() - space.left(), slot.height(), hit(space, gil));
    brush.names();
  }

  private static List<Gutter.Fact> facts(View view, GilTrack gil) {
    long end = end(view.timeline(), gil);
    double life = Math.max(1, end - gil.start() - gil.unseenNs(gil.start(), end));
    return List.of(
        Gutter.Fact.plain(WORDS.count("fact.handed", gil.handovers())),
        Gutter.Fact.plain(WORDS.get("fact.held", LockBand.percent(gil.heldNs() / life))));
  }

  private static long end(Timeline timeline, GilTrack gil) {
    return Math.min(timeline.now(), timeline.processes().get(gil.process()).end());
  }

  private static void ribbon(View view, Space space, Slot slot, GilTrack gil, Brush brush) {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    Sequence owners = Sequence.owners(gil.holds());
    double y = slot.y() + TOP;
    long now = end(view.timeline(), gil);
    for (Piece piece : Detail.of(owners, bins, space.from(), space.to(), now)) {
      double x = Math.max(space.x(piece.from()), space.left() - 8);
      double w = Math.min(space.x(piece.to()), space.right() + 8) - x;
      double drawn = piece.single() && w > 3 ? w - 0.8 : w;
      brush.seenThread(piece.key());
      brush.fill(x, y, drawn, RIBBON, w > 6 ? 3 : 0, view.thread(piece.key()));
      if (piece.single()) {
        holder(view, space, gil, piece, x, w, y, brush);
      }
    }
  }

  private static void holder(
      View view, Space space, GilTrack gil, Piece piece, double x, double w, double y, Brush b) {
    double left = Math.max(x, space.left());
    double right = Math.min(x + w, space.right());
    if (right - left > 30) {
      String name = view.timeline().lanes().get(piece.key()).name();
      Role role = view.onThread(piece.key());
      double room = right - left - 8;
      b.words((left + right) / 2, y + RIBBON / 2, name, Face.SMALL, role, room, Mark.Align.CENTER);
    }
    if (view.lit(new ThingRef.GilHold(gil.process(), piece.from()))) {
      b.outline(x + 1, y + 1, Math.max(2, w - 2.8), RIBBON - 2, 2, Role.TEXT, 2);
    }
  }

  /** Where nobody looked, as the machine was busy: a dotted line. */
  private static void unseen(Space space, double y, GilTrack gil, Brush brush) {
    double free = space.right() + 8;
    for (int i = gil.unseenBefore(space.to()); i >= 0; i--) {
      if (gil.unseenTo(i) < space.from()) {
        return;
      }
      double x = Math.max(space.x(gil.unseenFrom(i)), space.left() - 8);
      double to = Math.min(space.x(gil.unseenTo(i)), free);
      if (to - x >= 2) {
        brush.line(x, y, to, y, Role.MUTED, 1, Mark.Stroke.DOTTED);
        free = x;
      }
    }
  }

  /** What was too short, bin by bin; neighbouring bins are one piece with their number below. */
  private static void shorts(Space space, double y, GilTrack gil, Brush brush) {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    long from = Long.MIN_VALUE;
    long to = Long.MIN_VALUE;
    double free = Double.NEGATIVE_INFINITY;
    long first = bins.floor(space.from());
    long time = bins.next(space.to());
    List<long[]> pieces = new ArrayList<>();
    while (true) {
      long last = gil.shortHandoverBefore(time);
      if (last < first) {
        break;
      }
      long begin = bins.floor(last);
      if (to != Long.MIN_VALUE && from - bins.next(last) <= CLOSE * bins.size()) {
        from = begin;
      } else {
        add(pieces, from, to);
        from = begin;
        to = bins.next(last);
      }
      time = begin;
    }
    add(pieces, from, to);
    for (long[] piece : pieces.reversed()) {
      double x = space.x(piece[0]);
      double w = Math.max(1.5, space.x(piece[1]) - x);
      brush.fill(x, y, w, STRIP, 1, Role.MESSAGE);
      long count = gil.shortHandovers(piece[0], piece[1]);
      String text = WORDS.count("short", count);
      double left = Math.max(x, space.left());
      double wide = brush.width(Face.SMALL, text);
      if (count > 1 && left > free && left + wide < space.right()) {
        brush.words(left, y + STRIP + WORD / 2 + 1, text, Face.SMALL, Role.MUTED);
        free = left + wide + 8;
      }
    }
  }

  private static void add(List<long[]> pieces, long from, long to) {
    if (to != Long.MIN_VALUE) {
      pieces.add(new long[] {from, to});
    }
  }

  private static HitMap.Spot hit(Space space, GilTrack gil) {
    return (x, y) -> {
      long time = space.scale().time(x);
      LockTrack.Holds holds = gil.holds();
      int i = holds.at(time);
      return i >= 0 && time < holds.end(i)
          ? Hit.of(Part.HOLD, new ThingRef.GilHold(gil.process(), holds.start(i)))
          : Hit.of(Part.TRACK, new ThingRef.Gil(gil.process()));
    };
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Gil(int process) -> whole(timeline, timeline.gilOf(process));
      case ThingRef.GilHold(int process, long start) ->
          hold(timeline, timeline.gilOf(process), start);
      default -> null;
    };
  }

  private static @Nullable List<String> whole(Timeline timeline, @Nullable GilTrack gil) {
    return gil == null
        ? null
        : List.of(
            called(timeline, gil),
            WORDS.get("tip.handed", gil.handovers(), gil.shortHandovers()),
            WORDS.get("tip.longest", TimeText.duration(gil.longestNs())));
  }

  private static @Nullable List<String> hold(
      Timeline timeline, @Nullable GilTrack gil, long start) {
    int i = gil == null ? -1 : gil.holds().at(start);
    if (gil == null || i < 0) {
      return null;
    }
    long end = gil.holds().end(i);
    long held = (end == Timeline.OPEN ? timeline.now() : end) - gil.holds().start(i);
    String name = timeline.lanes().get(gil.holds().lane(i)).name();
    return List.of(
        WORDS.get("tip.hold", name),
        WORDS.get(end == Timeline.OPEN ? "tip.so-far" : "tip.for", TimeText.duration(held)));
  }
}
