package interleave.view.compare;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Shift;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.view.timeline.TimelineView;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Two timelines that show the same stretch of time, each of its own run, with one playhead: what is
 * zoomed or moved in the one moves in the other. Times are those of the second run.
 */
final class LinkedTimelines {
  private final TimelineView first = new TimelineView();
  private final TimelineView second = new TimelineView();
  private long shift;
  private boolean linking;

  /** What was in sight when all of both was. */
  private @Nullable Viewport fitted;

  /** The runs whose times are linked; null until there are two. */
  private @Nullable Timeline a;

  private @Nullable Timeline b;

  LinkedTimelines(LongConsumer sought) {
    first.setId("compare-first");
    second.setId("compare-second");
    Folds folds = Folds.NONE.toggleStart(); // drawn together, times would not lie over each other
    first.foldsProperty().set(folds.toggleLegend());
    second.foldsProperty().set(folds);
    first.followingProperty().set(false);
    second.followingProperty().set(false);
    first.viewportProperty().addListener((_, _, port) -> follow(second, port, shift));
    second.viewportProperty().addListener((_, _, port) -> follow(first, port, -shift));
    first.onSought(time -> sought.accept(time == Timeline.OPEN ? Timeline.OPEN : time + shift));
    second.onSought(sought);
  }

  TimelineView first() {
    return first;
  }

  TimelineView second() {
    return second;
  }

  /**
   * Shows the newest of both; where one is of another run, all of both from edge to edge, and while
   * it goes on as long as nobody looks closer.
   */
  void show(Timeline ofA, Timeline ofB, Shift over) {
    boolean another =
        a == null || b == null || !a.isOfRun(ofA) || !b.isOfRun(ofB) || shift != over.ns();
    boolean grown = b != null && (b.now() != ofB.now() || b.live() != ofB.live());
    Viewport now = second.getViewport();
    boolean whole = fitted != null && now.equals(fitted.scrolled(now.scroll()));
    a = ofA;
    b = ofB;
    shift = over.ns();
    linking = true;
    first.timelineProperty().set(ofA);
    second.timelineProperty().set(ofB);
    linking = false;
    if (another || grown && whole) {
      fit();
    }
  }

  /** Shows all of both. */
  void fit() {
    if (a != null && b != null) {
      long from = Math.min(a.start() + shift, b.start());
      long to = Math.max(a.now() + shift, b.now());
      long margin = Math.max(1, (to - from) / 50);
      Viewport all = Viewport.of(from, to + margin).broken(AxisBreak.NONE);
      second.jumpTo(all.scrolled(second.getViewport().scroll()));
      follow(first, second.getViewport(), -shift);
      fitted = second.getViewport();
    }
  }

  private void follow(TimelineView other, Viewport port, long later) {
    if (!linking) {
      linking = true;
      Viewport now = other.getViewport();
      other.jumpTo(
          new Viewport(port.start() + later, port.fraction(), port.length(), now.scroll()));
      linking = false;
    }
  }

  void playhead(long time) {
    first.playheadProperty().set(time == Timeline.OPEN ? Timeline.OPEN : time - shift);
    second.playheadProperty().set(time);
  }

  void select(@Nullable ThingRef inA, @Nullable ThingRef inB) {
    first.selectionProperty().set(inA);
    second.selectionProperty().set(inB);
  }

  /** Shows a thing of either, and what lies there in the other. */
  void goTo(@Nullable ThingRef inA, @Nullable ThingRef inB) {
    if (inB != null) {
      second.fit(inB);
    } else if (inA != null) {
      first.fit(inA);
    }
  }

  void palette(Palette palette) {
    first.paletteProperty().set(palette);
    second.paletteProperty().set(palette);
  }

  /** They are painted no more. */
  void close() {
    first.setSkin(null);
    second.setSkin(null);
  }
}
