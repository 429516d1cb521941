package interleave.timeline.track;

import interleave.timeline.LocalTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.TimeText;
import interleave.timeline.track.TrackKind.Slot;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a thread has in thread-locals, below its states: a box in the colour of the
 * thread for as long as it has the value, and a ring for each read.
 *
 * <pre>
 *   Thread-A   ####/////######
 *              [student = Alice  o  ]
 * </pre>
 */
final class LocalBoxes {
  private static final Words WORDS = Words.of("timeline/locals");
  private static final String NAME = "locals";
  private static final int MOST = 3;
  private static final int MOST_OPENED = 50;
  private static final double NOTE = 18;
  private static final int MOST_LOCALS = 100;
  private static final double ROW = 19;
  private static final double BOX = 16;
  private static final double RING = 3;
  private static final double NEXT = 7;

  private LocalBoxes() {}

  private static List<LocalTrack> shown(Timeline timeline, Folds folds, int lane) {
    List<LocalTrack> all = timeline.localsOf(lane);
    int most = folds.isOpened(NAME, lane) ? MOST_OPENED : MOST;
    return all.subList(0, Math.min(most, all.size()));
  }

  /** How much higher a lane is for them. */
  static double height(Timeline timeline, int lane, Folds folds) {
    int all = timeline.localsOf(lane).size();
    return shown(timeline, folds, lane).size() * ROW + (all > MOST ? NOTE : 0);
  }

  static Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.MORE_LOCALS ? folds.toggleOpened(NAME, hit.index()) : folds;
  }

  static void draw(View view, Space space, Slot slot, ThreadLane lane, double top, Brush brush) {
    double y = slot.y() + top;
    List<LocalTrack> shown = shown(view.timeline(), view.folds(), lane.index());
    for (LocalTrack local : shown) {
      boxes(view, space, local, y, brush);
      reads(view, space, local, y, brush);
      brush.hits().area(space.left(), y, space.right() - space.left(), ROW, hit(space, local));
      y += ROW;
    }
    int all = view.timeline().localsOf(lane.index()).size();
    if (all > MOST) {
      note(view, lane.index(), all - shown.size(), y, brush);
    }
  }

  /** How many more there are, to be clicked at. */
  private static void note(View view, int lane, int hidden, double y, Brush brush) {
    brush.names();
    double left = view.frame().left() + 32;
    double width = view.frame().gutter() - 40;
    String text = hidden > 0 ? WORDS.get("more", hidden) : WORDS.get("fewer");
    brush.words(left, y + NOTE / 2 - 2, text, Face.SMALL, Role.ACCENT, width, Mark.Align.LEFT);
    brush.hits().rect(left, y, width, NOTE, new Hit(Part.MORE_LOCALS, null, lane));
  }

  private static void boxes(View view, Space space, LocalTrack local, double y, Brush brush) {
    int i = Math.max(0, local.at(space.from()));
    while (i < local.size() && local.from(i) <= space.to()) {
      double x = Math.max(space.x(local.from(i)), space.left() - 8);
      double right = Math.min(space.x(view.closed(local.until(i))), space.right() + 8);
      if (right >= space.left()) {
        box(view, space, local, i, x, right, y, brush);
      }
      // Of those that share a pixel only one is drawn.
      i = Math.max(i + 1, local.at(space.scale().time(x + 1)));
    }
  }

  private static void box(
      View view,
      Space space,
      LocalTrack local,
      int i,
      double x,
      double right,
      double y,
      Brush brush) {
    double w = Math.max(1, right - x - 0.8);
    Role role = view.thread(local.lane());
    brush.fill(x, y, w, BOX, w > 6 ? 4 : 0, w > 3 ? Role.CHIP : role);
    if (w > 3) {
      boolean lit = view.lit(new ThingRef.Local(local.index(), local.from(i)));
      brush.outline(x, y, w, BOX, 4, lit ? Role.ACCENT : role, lit ? 2.5 : 1.4);
    }
    double left = Math.max(x, space.left()) + 6;
    double room = Math.min(right, space.right()) - left - 4;
    if (room > 16) {
      String text = local.name() + " = " + local.value(i);
      if (brush.width(Face.CODE_SMALL, text) > room) {
        text = local.value(i);
      }
      brush.words(left, y + BOX / 2, text, Face.CODE_SMALL, Role.TEXT, room, Mark.Align.LEFT);
    }
  }

  /** Hollow, as reads of variables are. */
  private static void reads(View view, Space space, LocalTrack local, double y, Brush brush) {
    int i = local.firstReadAt(space.from());
    while (i < local.reads() && local.read(i) <= space.to()) {
      double x = space.x(local.read(i));
      brush.ring(x, y + BOX - 0.5, RING, Role.BACKGROUND, view.thread(local.lane()), 1.6);
      i = Math.max(i + 1, local.firstReadAt(space.scale().time(x + NEXT)));
    }
  }

  private static HitMap.Spot hit(Space space, LocalTrack local) {
    return (x, y) -> {
      int i = local.currentAt(space.scale().time(x));
      return i < 0 ? null : Hit.of(Part.SPAN, new ThingRef.Local(local.index(), local.from(i)));
    };
  }

  static @Nullable List<String> tooltip(Timeline timeline, int track, long start) {
    LocalTrack local = timeline.locals().get(track);
    int i = local.at(start);
    if (i < 0) {
      return null;
    }
    long until = Math.min(local.until(i), timeline.now());
    List<String> lines = new ArrayList<>();
    lines.add(local.name() + " = " + local.value(i));
    String lane = timeline.lanes().get(local.lane()).name();
    String took = TimeText.duration(until - local.from(i));
    lines.add(WORDS.get(local.scoped() ? "tip.scoped" : "tip.local", lane, took));
    return lines;
  }

  /** Where a thread-local is read while most threads have a value in theirs. */
  static long tellingMoment(Timeline timeline) {
    List<LocalTrack> some =
        timeline.locals().subList(0, Math.min(MOST_LOCALS, timeline.locals().size()));
    long best = Timeline.OPEN;
    long most = 0;
    for (LocalTrack local : some) {
      if (local.reads() > 0) {
        long time = local.read(0);
        long have = some.stream().filter(each -> each.currentAt(time) >= 0).count();
        best = have > most ? time : best;
        most = Math.max(most, have);
      }
    }
    return best;
  }
}
