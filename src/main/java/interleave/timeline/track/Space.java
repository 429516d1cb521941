package interleave.timeline.track;

import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.track.slice.Sight;
import interleave.timeline.track.slice.SliceRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where things of a timeline lie in the picture that is being made. */
public final class Space {
  /** From the middle of a box. */
  private static final double BELOW_BOX = 10.5;

  private final Timeline timeline;
  private final PictureAreas frame;
  private final TimeScale scale;
  private final Rows rows;
  private final double top;
  private final double strip;
  private final double scroll;

  public Space(View view, Rows rows) {
    timeline = view.timeline();
    frame = view.frame();
    scale = frame.scale(view.viewport());
    this.rows = rows;
    scroll = view.viewport().scroll();
    top = frame.bodyTop() - scroll;
    strip = strip(rows, frame.bodyHeight());
  }

  /**
   * How high the strip is at the top in which pinned rows stay while others are scrolled. Where
   * they would take more than half of the room they are scrolled like all.
   */
  public static double strip(Rows rows, double height) {
    return rows.pinned() > height / 2 ? 0 : rows.pinned();
  }

  /** That of this picture. */
  public double strip() {
    return strip;
  }

  /** The rows that stay in sight. */
  public List<Row> stay() {
    return strip > 0 ? rows.between(0, strip) : List.of();
  }

  /** The rows of which something is in sight below those. */
  public List<Row> pass() {
    return rows.between(scroll + strip, scroll + frame.bodyHeight());
  }

  public PictureAreas frame() {
    return frame;
  }

  public TimeScale scale() {
    return scale;
  }

  public Rows rows() {
    return rows;
  }

  public double x(long time) {
    return scale.x(time);
  }

  public double left() {
    return frame.trackLeft();
  }

  public double right() {
    return frame.trackRight();
  }

  /** First nanosecond shown; what is drawn together before it is not told one by one. */
  public long from() {
    return Math.max(scale.time(left()), scale.even());
  }

  /** One beyond the last. */
  public long to() {
    return scale.time(right()) + 1;
  }

  /** All rows of which something is in sight. */
  List<Row> inSight() {
    List<Row> all = new ArrayList<>(stay());
    all.addAll(pass());
    return all;
  }

  public double top(Row row) {
    return (row.top() < strip ? frame.bodyTop() : top) + row.top();
  }

  /** Where arrows to and from a row end: never within the strip of pinned rows, but for those. */
  private double end(Row row, double within) {
    double y = top(row) + within;
    return row.top() < strip ? y : Math.max(y, frame.bodyTop() + strip);
  }

  /** Where arrows to and from a lane end: its middle, or that of its process when folded away. */
  public double laneY(int lane, int process) {
    Row row = lane >= 0 ? rows.find(LaneTrack.NAME, lane) : null;
    if (row != null) {
      return end(row, LaneTrack.BOX_TOP + LaneTrack.BOX / 2);
    }
    boolean known = lane >= 0 && lane < timeline.lanes().size();
    Row crowd = known ? rows.find(CrowdBand.NAME, timeline.crowdOf(lane)) : null;
    if (crowd != null) {
      return end(crowd, crowd.height() / 2);
    }
    int owner = known ? owner(lane) : process;
    Row header = rows.find(ProcessHeader.NAME, owner);
    Row fold = header == null && owner >= 0 ? rows.find(FoldBand.NAME, 0) : header;
    return fold == null ? Double.NaN : end(fold, fold.height() / 2);
  }

  /**
   * Where a line along a lane lies: below its box, and above the slices where it has nothing but
   * these; NaN where it has no row.
   */
  public double alongY(int lane) {
    double y = laneY(lane, -1);
    boolean own = rows.find(LaneTrack.NAME, lane) != null;
    boolean bare = own && SliceRows.isBare(timeline, timeline.lanes().get(lane));
    return y + (bare ? 2 - LaneTrack.BOX_TOP - LaneTrack.BOX / 2 : BELOW_BOX);
  }

  /** Where the lanes of a process end; NaN when its header is not there. */
  double bottom(int process) {
    Row header = rows.find(ProcessHeader.NAME, process);
    if (header == null) {
      return Double.NaN;
    }
    double lanes = rows.end(LaneTrack.NAME, process);
    return Double.isNaN(lanes) ? top(header) + header.height() : top + lanes;
  }

  /** What is seen from left to right, for what is drawn wherever its row is. */
  Sight sight(View view) {
    return new Sight(
        timeline,
        view.folds(),
        scale,
        left(),
        right(),
        from(),
        to(),
        view.selection(),
        view.hover());
  }

  public @Nullable Row row(String kind, int index) {
    return rows.find(kind, index);
  }

  private int owner(int lane) {
    ThreadLane thread = timeline.lanes().get(lane);
    return thread.process();
  }
}
