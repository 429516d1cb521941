package interleave.timeline.hit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spots of a picture in the order of painting: the last one wins, as it lies on top. */
public final class HitMap {
  public static final HitMap EMPTY = new HitMap(List.of());

  private final List<Spot> spots;

  private HitMap(List<Spot> spots) {
    this.spots = spots;
  }

  public Hit at(double x, double y) {
    for (int i = spots.size() - 1; i >= 0; i--) {
      Hit hit = spots.get(i).at(x, y);
      if (hit != null) {
        return hit;
      }
    }
    return Hit.NOTHING;
  }

  public int size() {
    return spots.size();
  }

  /** An area that answers for itself. */
  @FunctionalInterface
  public interface Spot {
    /** What lies there, or null when the point is not its own. */
    @Nullable Hit at(double x, double y);
  }

  /** Collects the spots of one drawing. */
  public static final class Builder {
    private final List<Spot> spots = new ArrayList<>();
    private double top = Double.NEGATIVE_INFINITY;
    private double bottom = Double.POSITIVE_INFINITY;
    private double left = Double.NEGATIVE_INFINITY;

    /** From here on spots count only within these bounds, as what is drawn is clipped to them. */
    public void clip(double left, double top, double bottom) {
      this.left = left;
      this.top = top;
      this.bottom = bottom;
    }

    public void unclip() {
      clip(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public void rect(double x, double y, double w, double h, Hit hit) {
      area(x, y, w, h, (px, py) -> hit);
    }

    public void area(double x, double y, double w, double h, Spot within) {
      add((px, py) -> px >= x && px < x + w && py >= y && py < y + h ? within.at(px, py) : null);
    }

    public void disc(double cx, double cy, double radius, Hit hit) {
      double square = radius * radius;
      add((x, y) -> (x - cx) * (x - cx) + (y - cy) * (y - cy) <= square ? hit : null);
    }

    /** Along a line, a few pixels to either side. */
    public void line(double x1, double y1, double x2, double y2, double reach, Hit hit) {
      add((x, y) -> distance(x, y, x1, y1, x2, y2) <= reach ? hit : null);
    }

    private void add(Spot spot) {
      double l = left;
      double t = top;
      double b = bottom;
      spots.add((x, y) -> x >= l && y >= t && y < b ? spot.at(x, y) : null);
    }

    public HitMap build() {
      return new HitMap(List.copyOf(spots));
    }

    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
      double dx = x2 - x1;
      double dy = y2 - y1;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
      double t = Math.max(0, Math.min(1, along));
      return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }
  }
}
