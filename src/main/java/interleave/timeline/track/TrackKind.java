package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.layout.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of track, and all that is to be known about it: which rows it has, how they are drawn, and
 * whatever one asks about what they show. A new kind is one such object, and its line in {@link
 * TrackKinds}; who asks goes through that list and knows no kind.
 */
public abstract class TrackKind implements RowSource {
  private final String name;

  /**
   * @param name of the kind; what has the same name is the same kind, with rows in several places
   */
  protected TrackKind(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  /** Draws one row. */
  public abstract void draw(View view, Space space, Slot slot, Brush brush);

  /** Draws what crosses rows, after all of them; once a frame. */
  public void overlay(View view, Space space, Brush brush) {}

  /** Lines about a thing of this kind; null for things of others. */
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return null;
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
