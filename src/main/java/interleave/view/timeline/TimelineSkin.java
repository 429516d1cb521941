package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Picture;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.track.View;
import interleave.view.control.SpokenWords;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.Observable;
import javafx.scene.Scene;
import javafx.scene.control.SkinBase;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows a {@link TimelineView}'s pictures, at most one a frame and only when something changed. */
final class TimelineSkin extends SkinBase<TimelineView> {
  /** How long a movement takes to come half as near again, in nanoseconds. */
  private static final double HALF = 36e6;

  private final ImageView image = new ImageView();

  /** What the mouse is over, also before there is an image. */
  private final Region surface = new Region();

  private final PictureMaker maker = new PictureMaker();
  private final AnimationTimer pump;
  private final TimelineBehavior behavior;
  private final TimelineMouse mouse;
  private final List<Observable> watched;
  private Picture picture = Picture.EMPTY;
  private PictureAreas frame = PictureAreas.of(900, 300);
  private boolean dirty = true;
  private long before;
  private long worked;

  TimelineSkin(TimelineView view) {
    super(view);
    image.setManaged(false);
    image.setMouseTransparent(true);
    surface.setManaged(false);
    getChildren().addAll(image, surface);
    behavior = new TimelineBehavior(view, () -> picture.rows());
    mouse = new TimelineMouse(view, behavior, this::picture, this::frame);
    mouse.listen(surface);
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
            view.bookmarksProperty(),
            view.rangeProperty(),
            view.pathProperty(),
            view.leastGutterProperty(),
            SpokenWords.languageProperty());
    watched.forEach(property -> registerInvalidationListener(property, _ -> dirty = true));
    registerChangeListener(view.selectionProperty(), _ -> behavior.reveal(view.getSelection()));
    registerInvalidationListener(view.paletteProperty(), _ -> dirty = true);
    registerChangeListener(
        view.frameTimesProperty(), _ -> maker.tell(view.frameTimesProperty().get()));
    maker.tell(view.frameTimesProperty().get());
    pump =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulse(now);
          }
        };
    pump.start();
  }

  TimelineBehavior behavior() {
    return behavior;
  }

  Picture picture() {
    return picture;
  }

  PictureAreas frame() {
    return frame;
  }

  /** How wide the column of names is; 0 before there is a picture. */
  double gutter() {
    return picture == Picture.EMPTY ? 0 : frame.gutter();
  }

  /** One frame: move the window a step on its way, show the newest picture, ask for the next. */
  private void pulse(long now) {
    long began = System.nanoTime();
    double progress = 1 - Math.pow(0.5, Math.min(now - before, 200_000_000L) / HALF);
    before = now;
    TimelineView view = getSkinnable();
    Timeline timeline = view.getTimeline();
    move(view, timeline, progress);
    PictureMaker.Made next = maker.finished();
    if (timeline == null) {
      image.setImage(null);
      picture = Picture.EMPTY;
    } else if (next != null) {
      show(view, next);
    }
    if (dirty && timeline != null && surface.getWidth() > 0) {
      dirty = false;
      maker.ask(
          new PictureMaker.Wish(view(view, timeline), view.paletteProperty().get(), scale(view)));
    }
    FrameTimes times = view.frameTimesProperty().get();
    if (times != null) {
      tell(times, System.nanoTime() - began, timeline != null && next != null);
    }
  }

  private void show(TimelineView view, PictureMaker.Made made) {
    picture = made.picture();
    frame = made.view().frame();
    view.setShownUntil(made.view().timeline().now());
    limitScroll(view);
    Image pixels = made.pixels().image();
    image.setImage(pixels);
    image.setFitWidth(pixels.getWidth() / made.scale());
    image.setFitHeight(pixels.getHeight() / made.scale());
  }

  /** What was done since the last picture counts for this one. */
  private void tell(FrameTimes times, long ns, boolean shown) {
    worked += ns;
    if (shown) {
      times.add(FrameTimes.Part.APPLICATION, worked);
      times.shown(System.nanoTime());
      worked = 0;
    }
  }

  /** Pixels a point, also where all of the window is magnified; as many in both directions. */
  private static double scale(TimelineView view) {
    Scene scene = view.getScene();
    Window window = scene == null ? null : scene.getWindow();
    double pixels =
        window == null ? 1 : Math.max(window.getRenderScaleX(), window.getRenderScaleY());
    return pixels * Math.max(1, view.getLocalToSceneTransform().getMxx());
  }

  private View view(TimelineView view, Timeline timeline) {
    return new View(
        timeline,
        view.getViewport(),
        PictureAreas.of(surface.getWidth(), surface.getHeight())
            .withGutter(view.leastGutterProperty().get()),
        view.foldsProperty().get(),
        view.playheadProperty().get(),
        view.getSelection(),
        view.hoveredProperty().get(),
        view.bookmarks(),
        view.rangeProperty().get(),
        view.pathProperty().get());
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
    double most = Math.max(0, picture.contentHeight() - surface.getHeight());
    Viewport target = view.targetProperty().get();
    if (target.scroll() > most) {
      view.targetProperty().set(target.scrolled(most));
    }
  }

  @Override
  protected void layoutChildren(double x, double y, double w, double h) {
    image.relocate(x, y);
    if (surface.getWidth() != w || surface.getHeight() != h) {
      surface.resizeRelocate(x, y, w, h);
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
