package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.track.View;
import interleave.view.control.SpokenWords;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;
import org.jspecify.annotations.Nullable;

/** Paints a {@link TimelineView} on a canvas, at most once a frame and only when it changed. */
final class TimelineSkin extends SkinBase<TimelineView> {
  /** How long a movement takes to come half as near again, in nanoseconds. */
  private static final double HALF = 36e6;

  private final Canvas canvas = new Canvas();
  private final PictureMaker maker = new PictureMaker();
  private final AnimationTimer pump;
  private final TimelineMouse mouse;
  private final List<Observable> watched;
  private Painter painter;
  private Picture picture = Picture.EMPTY;
  private PictureAreas frame = PictureAreas.of(900, 300);
  private boolean dirty = true;
  private long before;

  TimelineSkin(TimelineView view) {
    super(view);
    painter = new Painter(Typefaces.bundled(), view.paletteProperty().get());
    canvas.setManaged(false);
    getChildren().add(canvas);
    TimelineBehavior behavior = new TimelineBehavior(view, () -> picture.rows());
    mouse = new TimelineMouse(view, behavior, this::picture, this::frame);
    mouse.listen(canvas);
    watched =
        List.of(
            view.timelineProperty(),
            view.viewportProperty(),
            view.targetProperty(),
            view.playheadProperty(),
            view.selectionProperty(),
            view.hoveredProperty(),
            view.foldsProperty(),
            view.followingProperty(),
            view.bookmarks(),
            SpokenWords.languageProperty());
    watched.forEach(property -> registerInvalidationListener(property, _ -> dirty = true));
    registerChangeListener(view.selectionProperty(), _ -> behavior.reveal(view.getSelection()));
    registerChangeListener(view.paletteProperty(), _ -> recolour(view.paletteProperty().get()));
    pump =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulse(now);
          }
        };
    pump.start();
  }

  private void recolour(Palette palette) {
    painter = new Painter(Typefaces.bundled(), palette);
    dirty = true;
  }

  Picture picture() {
    return picture;
  }

  PictureAreas frame() {
    return frame;
  }

  /** One frame: move the window a step on its way, ask for a picture, paint the newest. */
  private void pulse(long now) {
    double progress = 1 - Math.pow(0.5, Math.min(now - before, 200_000_000L) / HALF);
    before = now;
    TimelineView view = getSkinnable();
    Timeline timeline = view.getTimeline();
    move(view, timeline, progress);
    Picture next = maker.finished();
    if (dirty && canvas.getWidth() > 0) {
      dirty = false;
      next = timeline == null ? Picture.EMPTY : newest(maker.ask(view(view, timeline)), next);
      if (timeline == null) {
        clear();
      }
    }
    if (next != null && timeline != null) {
      picture = next;
      limitScroll(view);
      painter.paint(next.list(), canvas.getGraphicsContext2D());
    }
  }

  private static @Nullable Picture newest(@Nullable Picture asked, @Nullable Picture earlier) {
    return asked != null ? asked : earlier;
  }

  private void clear() {
    var g = canvas.getGraphicsContext2D();
    g.setFill(painter.colour(Role.BACKGROUND));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    picture = Picture.EMPTY;
  }

  private View view(TimelineView view, Timeline timeline) {
    frame = maker.frame(timeline, canvas.getWidth(), canvas.getHeight());
    return new View(
        timeline,
        view.getViewport(),
        frame,
        view.foldsProperty().get(),
        view.playheadProperty().get(),
        view.getSelection(),
        view.hoveredProperty().get(),
        List.copyOf(view.bookmarks()));
  }

  private static void move(TimelineView view, @Nullable Timeline timeline, double progress) {
    Viewport target = view.targetProperty().get();
    if (timeline != null && timeline.live() && view.followingProperty().get()) {
      target = LiveWindow.following(target, timeline);
      view.jumpTo(target);
      return;
    }
    Viewport current = view.getViewport();
    if (!current.equals(target)) {
      Viewport step = current.towards(target, progress);
      view.step(near(step, target) ? target : step);
    }
  }

  private static boolean near(Viewport one, Viewport other) {
    double apart =
        Math.abs((double) (one.start() - other.start()) + one.fraction() - other.fraction());
    double longer = Math.abs(one.length() - other.length());
    double lower = Math.abs(one.scroll() - other.scroll());
    return apart + longer < other.length() * 2e-4 && lower < 0.5;
  }

  /** No scrolling beyond the last row. */
  private void limitScroll(TimelineView view) {
    double most = Math.max(0, picture.contentHeight() - canvas.getHeight());
    Viewport target = view.targetProperty().get();
    if (target.scroll() > most) {
      view.targetProperty().set(target.scrolled(most));
    }
  }

  @Override
  protected void layoutChildren(double x, double y, double w, double h) {
    canvas.relocate(x, y);
    if (canvas.getWidth() != w || canvas.getHeight() != h) {
      canvas.setWidth(w);
      canvas.setHeight(h);
      dirty = true;
    }
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    return Math.max(320, picture.contentHeight());
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return 900;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return 320;
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return 140;
  }

  @Override
  protected double computeMaxHeight(double width, double t, double r, double b, double l) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxWidth(double height, double t, double r, double b, double l) {
    return Double.MAX_VALUE;
  }

  @Override
  public void dispose() {
    pump.stop();
    maker.close();
    mouse.close();
    super.dispose();
  }
}
