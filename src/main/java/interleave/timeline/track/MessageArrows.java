package interleave.timeline.track;

import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Row;
import interleave.timeline.lod.ArrowDensity;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages as arrows from the lane that put to the lane that got, a bead with the message on its
 * way through the queue's track:
 *
 * <pre>
 *   writer  ##o#######
 *              \
 *   queue  ____(A)_____
 *                 \
 *   reader  =======v####
 * </pre>
 */
final class MessageArrows {
  private static final int MOST = 400;

  /** How far a bead reaches. */
  private static final double REACH = 20;

  private static final int LOOK_BACK = 2000;

  /** As if there were no more queues than that: few arrows are better than none. */
  private static final int SHARE = 4;

  private final View view;
  private final Space space;
  private final Brush brush;
  private final ArrowDensity density;
  private final MessageBeads beads = new MessageBeads();

  private MessageArrows(View view, Space space, Brush brush, ArrowDensity density) {
    this.view = view;
    this.space = space;
    this.brush = brush;
    this.density = density;
  }

  static void draw(View view, Space space, Brush brush) {
    List<QueueTrack> queues = new ArrayList<>();
    int count = 0;
    for (QueueTrack queue : view.timeline().queues()) {
      if (space.row(QueueBand.NAME, queue.index()) != null) {
        queues.add(queue);
        count += queue.firstPutAt(space.to()) - queue.firstPutAt(space.from());
        count += queue.depthAt(space.from());
      }
    }
    // Those of several queues share the room.
    double each = space.scale().nsPerPixel() * Math.clamp(queues.size(), 1, SHARE);
    List<MessageArrows> drawn = new ArrayList<>();
    for (QueueTrack queue : queues) {
      Row row = space.row(QueueBand.NAME, queue.index());
      if (row != null) {
        ArrowDensity density = new ArrowDensity(each, count, view.folds().hidesArrows());
        MessageArrows arrows = new MessageArrows(view, space, brush, density);
        arrows.queue(queue, row);
        drawn.add(arrows);
      }
    }
    // Above the arrows of other queues, too.
    drawn.forEach(arrows -> arrows.beads.draw(space.right(), brush));
  }

  private void queue(QueueTrack queue, Row row) {
    int first = queue.firstPutAt(space.from());
    int last = queue.firstPutAt(space.to());
    int under = queue.depthAt(space.from());
    // Messages put before the window that are still under way in it.
    for (int i = first - 1; under > 0 && i >= 0 && i > first - LOOK_BACK; i--) {
      if (queue.message(i).get() >= space.from()) {
        first = i;
        under--;
      }
    }
    int every = 1;
    while ((last - first) / every > MOST) {
      every *= 2;
    }
    for (int i = first + Math.floorMod(-first, every); i < last; i += every) {
      message(queue, queue.message(i), row);
    }
    brush.arrows(density.drawn(), density.all() * every);
  }

  /** Whether it, its queue or a thread at one of its ends is selected or pointed at. */
  private boolean lit(QueueTrack queue, QueueTrack.Message message) {
    return view.lit(new ThingRef.Message(queue.index(), message.index()))
        || view.lit(new ThingRef.Queue(queue.index()))
        || (message.fromLane() >= 0 && view.lit(new ThingRef.Lane(message.fromLane())))
        || (message.toLane() >= 0 && view.lit(new ThingRef.Lane(message.toLane())));
  }

  /** Whether another is selected or pointed at, so that this one stands back. */
  private boolean another() {
    return view.selection() instanceof ThingRef.Message || view.hover() instanceof ThingRef.Message;
  }

  private void message(QueueTrack queue, QueueTrack.Message message, Row row) {
    ThingRef thing = new ThingRef.Message(queue.index(), message.index());
    boolean lit = lit(queue, message);
    boolean open = message.get() == Timeline.OPEN;
    double xPut = space.x(message.put());
    double x2 = space.x(view.closed(message.get()));
    double yPut = space.laneY(message.fromLane(), -1);
    QueueTrack.Sending sending = message.sending();
    // Feeders are mostly folded away; where one is shown, the message goes through its hands.
    boolean fed =
        sending.sent() != Timeline.OPEN
            && space.row(LaneTrack.NAME, sending.lane()) != null
            && !Double.isNaN(yPut);
    double yFeeder = fed ? space.laneY(sending.lane(), -1) : Double.NaN;
    double x1 = fed ? space.x(sending.sent()) : xPut;
    double y1 = fed ? yFeeder : yPut;
    double y2 = open ? Double.NaN : space.laneY(message.toLane(), -1);
    double yb = space.top(row) + row.height() * 0.56;
    boolean through = (y1 < yb && yb < y2) || (y2 < yb && yb < y1);
    double share = through ? (yb - y1) / (y2 - y1) : 0.5;
    double xb = open ? Math.min(x2, Math.max(x1 + 26, x1)) : x1 + (x2 - x1) * share;
    if (open && message.lost()) {
      xb = x1 + 26;
    }
    if (!inSight(yPut, y1, yb) && !inSight(y2, y2, yb)) {
      return;
    }
    Role plain = message.lost() ? Role.RED : Role.MESSAGE;
    if (!density.admits(
        message.put() == Timeline.OPEN ? message.get() : message.put(), lit || message.again())) {
      beads.add(message, thing, xb, yb, plain, false);
      return;
    }
    boolean back = !lit && !message.again() && (density.crowded() || another()) && !message.lost();
    Role role = back ? Role.MESSAGE_SOFT : plain;
    double t = lit ? 2.4 : density.crowded() || back ? 1.2 : 1.6;
    Mark.Stroke stroke = message.again() ? Mark.Stroke.DASHED : Mark.Stroke.SOLID;
    if (fed) { // from the hand of the thread that put it into that of the feeder
      brush.line(xPut, yPut, x1, y1, role, t);
      brush.hits().line(xPut, yPut, x1, y1, 3, Hit.of(Part.ARROW, thing));
      brush.ring(xPut, yPut, 3.6, Role.BACKGROUND, role, 1.6);
    }
    if (!Double.isNaN(y1)) {
      brush.line(x1, y1, xb, yb, role, t, stroke);
      brush.hits().line(x1, y1, xb, yb, 3, Hit.of(Part.ARROW, thing));
      brush.ring(x1, y1, 3.6, Role.BACKGROUND, role, 1.6);
    }
    if (!Double.isNaN(y2)) {
      brush.arrow(
          xb,
          yb,
          x2,
          y2 + (y2 > yb ? -LaneTrack.BOX / 2 + 2 : LaneTrack.BOX / 2 - 2),
          role,
          t,
          stroke);
      brush.hits().line(xb, yb, x2, y2, 3, Hit.of(Part.ARROW, thing));
    }
    beads.add(message, thing, xb, yb, plain, lit);
  }

  /** Whether anything between them is within the height that is shown; one may not be known. */
  private boolean inSight(double one, double other, double bead) {
    double least = Math.min(bead, Math.min(known(one, bead), known(other, bead)));
    double most = Math.max(bead, Math.max(known(one, bead), known(other, bead)));
    return most > space.frame().bodyTop() - REACH && least < space.frame().bodyBottom() + REACH;
  }

  private static double known(double y, double otherwise) {
    return Double.isNaN(y) ? otherwise : y;
  }
}
