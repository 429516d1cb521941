package interleave.view.compare;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Shift;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.view.timeline.TimelineView;
import java.util.List;
import java.util.OptionalLong;
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
  private @Nullable Annotated annotated;
  private boolean linking;

  /** What was in sight when all of both was. */
  private @Nullable Viewport fitted;

  /** The runs whose times are linked; null until there are two. */
  private @Nullable Timeline a;

  private @Nullable Timeline b;

  /** What the first one shows of what was marked in the second. */
  private record Annotated(
      List<TimeMark> marks, @Nullable TimeRange range, long shift, boolean oneClock) {}

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
    first.onSought(
        time -> {
          if (hasOneClock()) {
            sought.accept(time == Timeline.OPEN ? Timeline.OPEN : time + shift);
          }
        });
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
    alignAxes(another);
    linking = true;
    first.timelineProperty().set(ofA);
    second.timelineProperty().set(ofB);
    linking = false;
    if (another || grown && whole) {
      fit();
    }
  }

  /** Names of the one are longer than those of the other: its column is as wide in both. */
  private void alignAxes(boolean another) {
    double widest = another ? 0 : Math.max(first.getGutter(), second.getGutter());
    first.leastGutterProperty().set(widest);
    second.leastGutterProperty().set(widest);
  }

  /** Whether both count the same: else what lies above each other is not at once. */
  private boolean hasOneClock() {
    return a == null || b == null || a.countsSteps() == b.countsSteps();
  }

  /** Shows all of both. */
  void fit() {
    if (a != null && b != null && !hasOneClock()) {
      fit(first, a);
      fit(second, b);
      fitted = second.getViewport();
    } else if (a != null && b != null) {
      long from = Math.min(a.start() + shift, b.start());
      long to = Math.max(a.now() + shift, b.now());
      long margin = Math.max(1, (to - from) / 50);
      Viewport all = Viewport.of(from, to + margin).broken(AxisBreak.NONE);
      second.jumpTo(all.scrolled(second.getViewport().scroll()));
      follow(first, second.getViewport(), -shift);
      fitted = second.getViewport();
    }
  }

  private static void fit(TimelineView timeline, Timeline of) {
    long margin = Math.max(1, (of.now() - of.start()) / 50);
    Viewport all = Viewport.of(of.start(), of.now() + margin).broken(AxisBreak.NONE);
    timeline.jumpTo(all.scrolled(timeline.getViewport().scroll()));
  }

  private void follow(TimelineView other, Viewport port, long later) {
    if (!linking && hasOneClock()) {
      linking = true;
      Viewport now = other.getViewport();
      other.jumpTo(
          new Viewport(port.start() + later, port.fraction(), port.length(), now.scroll()));
      linking = false;
    }
  }

  void playhead(long time) {
    second.playheadProperty().set(time);
    if (hasOneClock()) {
      first.playheadProperty().set(time == Timeline.OPEN ? Timeline.OPEN : time - shift);
    }
  }

  /** Shows what is marked and what is asked about, by the clock of the second run. */
  void annotate(List<TimeMark> marks, @Nullable TimeRange range, @Nullable CriticalPath path) {
    second.bookmarksProperty().set(marks);
    second.rangeProperty().set(range);
    second.pathProperty().set(path);
    Annotated now = new Annotated(marks, range, shift, hasOneClock());
    if (!now.equals(annotated)) {
      annotated = now;
      first.bookmarksProperty().set(now.oneClock ? later(marks, -shift) : List.of());
      first.rangeProperty().set(range != null && now.oneClock ? later(range, -shift) : null);
    }
  }

  /** The same by a clock that is so much later. */
  static List<TimeMark> later(List<TimeMark> marks, long ns) {
    return marks.stream().map(each -> new TimeMark(each.time() + ns, each.note())).toList();
  }

  static TimeRange later(TimeRange range, long ns) {
    return TimeRange.between(range.from() + ns, range.to() + ns);
  }

  /** By how much a time of the first run is later in the second; empty where nothing says that. */
  OptionalLong shift() {
    return hasOneClock() ? OptionalLong.of(shift) : OptionalLong.empty();
  }

  void select(@Nullable ThingRef inA, @Nullable ThingRef inB) {
    first.selectionProperty().set(inA);
    second.selectionProperty().set(inB);
  }

  /** Shows a thing of either, and what lies there in the other. */
  void goTo(@Nullable ThingRef inA, @Nullable ThingRef inB) {
    if (inB != null) {
      second.fit(inB);
    }
    if (inA != null && (inB == null || !hasOneClock())) {
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
