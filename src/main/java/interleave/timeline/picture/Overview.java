package interleave.timeline.picture;

import interleave.timeline.CrowdTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.lod.Sequence;
import interleave.timeline.track.View;
import interleave.timeline.track.slice.SliceBars;
import interleave.timeline.track.slice.SliceRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole run in a strip: what each thread does, lost updates, and the window that is shown. */
final class Overview {
  private static final int MOST_LANES = 12;
  private static final double EDGE = 5;
  private static final ThreadState[] STATES = ThreadState.values();

  /** What was drawn last: it stays while one looks at the same run elsewhere. */
  private @Nullable Kept kept;

  private record Kept(Timeline timeline, TimeScale scale, double width, List<Mark> lanes) {
    boolean is(Timeline other, TimeScale otherScale, double otherWidth) {
      return timeline == other && scale.equals(otherScale) && width == otherWidth;
    }
  }

  void draw(View view, Brush brush) {
    PictureAreas frame = view.frame();
    Timeline timeline = view.timeline();
    double left = frame.left();
    double width = frame.width() - frame.left() - frame.right();
    TimeScale scale = frame.overview(timeline.start(), timeline.now(), view.viewport().gap());
    brush.fill(left, 0, width, PictureAreas.OVERVIEW, 4, Role.BAND);
    brush.hits().rect(left, 0, width, PictureAreas.OVERVIEW, Hit.of(Part.OVERVIEW));
    Kept drawn = kept;
    if (drawn == null || !drawn.is(timeline, scale, width)) {
      Brush strips = new Brush(brush.metrics());
      lanes(timeline, scale, left, left + width, strips);
      drawn = new Kept(timeline, scale, width, strips.list(0, 0).marks());
      kept = drawn;
    }
    brush.add(drawn.lanes());
    lostUpdates(timeline, scale, left + width, brush);
    window(view, scale, left, left + width, brush);
  }

  private static void lanes(
      Timeline timeline, TimeScale scale, double left, double right, Brush brush) {
    List<ThreadLane> lanes = lanes(timeline);
    List<CrowdTrack> crowds = timeline.crowds().stream().filter(crowd -> !crowd.few()).toList();
    int strips = Math.min(MOST_LANES / 2, crowds.size());
    int count = Math.min(MOST_LANES - strips, lanes.size());
    if (count + strips == 0) {
      return;
    }
    double each = (PictureAreas.OVERVIEW - 6) / (count + strips);
    double height = Math.min(9, Math.max(1.2, each - 1));
    Bins bins = Bins.of(scale.nsPerPixel());
    for (int row = 0; row < count + strips; row++) {
      double y = 3 + row * each + (each - height) / 2;
      if (row >= count) {
        crowd(timeline, scale, crowds.get(row - count), y, height, brush);
        continue;
      }
      // Of more lanes than there is room for, every so many-th.
      ThreadLane lane = lanes.get((int) ((long) row * lanes.size() / count));
      long now = Math.min(lane.end(), timeline.now());
      long begin = Math.max(timeline.start(), scale.even());
      if (SliceRows.isBare(timeline, lane)) {
        slices(timeline, scale, lane, y, height, brush);
        continue;
      }
      Sequence states = Sequence.states(lane.spans());
      for (Piece p : Detail.of(states, bins, begin, timeline.now() + 1, now)) {
        double x = Math.max(left, scale.x(p.from()));
        double w = Math.min(right, scale.x(p.to())) - x;
        brush.fill(x, y, w, height, 0, Role.of(STATES[p.key()]));
      }
    }
  }

  /** The outermost slices of a thread of which nothing else is told. */
  private static void slices(
      Timeline timeline, TimeScale scale, ThreadLane lane, double y, double height, Brush brush) {
    SliceTrack track = timeline.slices().get(timeline.slicesOf(lane.index()));
    long now = timeline.now();
    double from = scale.x(lane.start());
    double middle = y + height / 2;
    brush.fill(from, middle, scale.x(now) - from, 0.6, 0, Role.NOT_TOLD);
    if (track.depth() > 0) {
      Sequence slices = SliceBars.sequence(track.row(0));
      for (Piece p : Detail.of(slices, Bins.of(scale.nsPerPixel()), timeline.start(), now, now)) {
        double x = scale.x(p.from());
        brush.fill(x, y, Math.max(0.6, scale.x(p.to()) - x), height, 0, Role.slice(p.key()));
      }
    }
  }

  private static List<ThreadLane> lanes(Timeline timeline) {
    List<ThreadLane> lanes = CrowdRows.made(timeline);
    for (CrowdTrack crowd : timeline.crowds()) {
      if (crowd.few()) {
        crowd.lanes().forEach(lane -> lanes.add(timeline.lanes().get(lane)));
      }
    }
    lanes.removeIf(ThreadLane::service);
    return lanes;
  }

  /** What most threads of a crowd do. */
  private static void crowd(
      Timeline timeline, TimeScale scale, CrowdTrack crowd, double y, double height, Brush brush) {
    Bins bins = Bins.of(2 * scale.nsPerPixel());
    long begun = Math.max(timeline.start(), scale.even());
    int before = -1;
    for (long time = begun; time <= timeline.now(); time = bins.next(time)) {
      double[] means = crowd.means(time, Math.max(time + 1, bins.next(time)));
      int most = -1;
      for (int state = 0; state < means.length; state++) {
        most = means[state] > (most < 0 ? 0 : means[most]) ? state : most;
      }
      if (most != before) {
        strip(scale, begun, time, before, y, height, brush);
        begun = time;
        before = most;
      }
    }
    strip(scale, begun, timeline.now(), before, y, height, brush);
  }

  private static void strip(
      TimeScale scale, long from, long to, int state, double y, double height, Brush brush) {
    if (state >= 0) {
      double x = scale.x(from);
      brush.fill(x, y, scale.x(to) - x, height, 0, Role.of(STATES[state]));
    }
  }

  private static void lostUpdates(Timeline timeline, TimeScale scale, double right, Brush brush) {
    for (VariableTrack variable : timeline.variables()) {
      long time = timeline.start();
      while (variable.lostUpdates() > 0) {
        int i = variable.firstLostAt(time);
        if (i < 0 || i >= variable.lostUpdates()) {
          break;
        }
        VariableTrack.LostUpdate lost = variable.lostUpdate(i);
        double x = Math.min(right - 5, scale.x(variable.time(lost.lostWrite())));
        brush.ring(x, PictureAreas.OVERVIEW / 2, 4, Role.BACKGROUND, Role.RED, 1.7);
        ThingRef thing = new ThingRef.LostUpdate(variable.index(), i);
        brush.hits().disc(x, PictureAreas.OVERVIEW / 2, 5, Hit.of(Part.ACCESS, thing));
        long found = Math.max(time, variable.time(lost.overwrite()));
        time = Math.max(found + 1, scale.time(x + 12));
      }
    }
  }

  private static void window(View view, TimeScale scale, double left, double right, Brush brush) {
    double from = Math.max(left, Math.min(right - 3, scale.x(view.viewport().first())));
    double to = Math.min(right, Math.max(left + 3, scale.x(view.viewport().end())));
    double width = Math.max(3, to - from);
    brush.fill(from, 0, width, PictureAreas.OVERVIEW, 3, Role.ACCENT, width < 12 ? 0.3 : 0.07);
    brush.outline(
        from + 0.75,
        0.75,
        Math.max(1.5, width - 1.5),
        PictureAreas.OVERVIEW - 1.5,
        3,
        Role.ACCENT,
        1.5);
    if (width < right - left - 2) {
      double grip = Math.min(EDGE, width / 3);
      brush.hits().rect(from, 0, width, PictureAreas.OVERVIEW, Hit.of(Part.OVERVIEW_BRUSH));
      Hit l = Hit.of(Part.OVERVIEW_LEFT_EDGE);
      brush.hits().rect(from - EDGE + grip / 2, 0, EDGE, PictureAreas.OVERVIEW, l);
      Hit r = Hit.of(Part.OVERVIEW_RIGHT_EDGE);
      brush.hits().rect(to - grip / 2, 0, EDGE, PictureAreas.OVERVIEW, r);
    }
  }
}
