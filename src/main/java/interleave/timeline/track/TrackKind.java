package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of track does. A new kind is one file with such a record, and its line in {@link
 * TrackKinds}.
 *
 * @param name unique
 * @param rows which rows there are and where
 * @param tall how high a row is
 * @param drawing draws one row
 * @param overlay draws what crosses rows, after all of them; once a frame
 * @param tooltip lines about a thing of this kind, null for things of others
 */
public record TrackKind(
    String name, Places rows, Height tall, Drawing drawing, Overlay overlay, Tooltip tooltip)
    implements RowSource {

  static final Overlay NO_OVERLAY = (view, space, brush) -> {};

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return rows.of(timeline, folds);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return tall.of(timeline, index, folds);
  }

  /** Which rows there are. */
  @FunctionalInterface
  public interface Places {
    List<Place> of(Timeline timeline, Folds folds);
  }

  /** How high a row is, in pixels. */
  @FunctionalInterface
  public interface Height {
    double of(Timeline timeline, int index, Folds folds);
  }

  /** Draws one row. */
  @FunctionalInterface
  public interface Drawing {
    void draw(View view, Space space, Slot slot, Brush brush);
  }

  /** Draws across rows. */
  @FunctionalInterface
  public interface Overlay {
    void draw(View view, Space space, Brush brush);
  }

  /** Tells about a thing. */
  @FunctionalInterface
  public interface Tooltip {
    @Nullable List<String> of(Timeline timeline, ThingRef thing);
  }

  /** Where a row is drawn: its index and the pixels from {@code y} on. */
  public record Slot(int index, double y, double height) {
    public double bottom() {
      return y + height;
    }

    public double middle() {
      return y + height / 2;
    }
  }
}
