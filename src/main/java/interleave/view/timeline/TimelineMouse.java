package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Picture;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.TimeScale;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.StartBreak;
import interleave.timeline.range.TimeRange;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.ContextMenus;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse, wheel and keys of a timeline:
 *
 * <ul>
 *   <li>wheel: zoom around the pointer; where rows do not fit and the pointer is over the names, or
 *       with Alt: scroll; with Shift, or sideways: pan; with Ctrl: always zoom;
 *   <li>drag in the tracks: pan and scroll; with Shift, or on the ruler: ask about that range; an
 *       edge of it: move that; the playhead's flag: move the playhead; on the overview: draw, move
 *       or stretch the window;
 *   <li>click: select; on the ruler: move the playhead; on a triangle: fold; double click on a
 *       thing: zoom to it, elsewhere: fit all.
 * </ul>
 */
final class TimelineMouse {
  private static final TrackKinds KINDS = TrackKinds.STANDARD;
  private static final double NOTCH = 40;
  private static final double PER_NOTCH = 0.8;
  private static final double STILL = 4;

  private final TimelineView view;
  private final TimelineBehavior behavior;
  private final Supplier<Picture> picture;
  private final Supplier<PictureAreas> frame;
  private final PointerTip tip;
  private Hit pressed = Hit.NOTHING;
  private double pressX;
  private double pressY;
  private Viewport before;
  private boolean dragged;
  private long anchor = Timeline.OPEN;

  TimelineMouse(
      TimelineView view,
      TimelineBehavior behavior,
      Supplier<Picture> picture,
      Supplier<PictureAreas> frame) {
    this.view = view;
    this.behavior = behavior;
    this.picture = picture;
    this.frame = frame;
    before = view.getViewport();
    tip = new PointerTip(view);
  }

  void listen(Node surface) {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    surface.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    surface.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    surface.addEventHandler(ScrollEvent.SCROLL, this::wheel);
    ContextMenus.on(view, this::menu);
  }

  /** What is pointed at is selected first, so that one sees what the menu is about. */
  private List<MenuItem> menu(ContextMenuEvent event) {
    Timeline timeline = view.getTimeline();
    if (timeline == null) {
      return List.of();
    }
    tip.hide();
    long head = view.playheadProperty().get();
    if (event.isKeyboardTrigger()) {
      return view.actions().of(view.getSelection(), head == Timeline.OPEN ? timeline.now() : head);
    }
    ThingRef thing = picture.get().hits().at(event.getX(), event.getY()).thing();
    if (thing != null) {
      view.select(thing);
    }
    double x = Math.max(event.getX(), frame.get().trackLeft());
    long time = frame.get().scale(view.getViewport()).time(x);
    return view.actions().of(thing, Math.clamp(time, timeline.start(), timeline.now()));
  }

  void close() {
    tip.hide();
  }

  private void key(KeyEvent event) {
    TimelineKeys.of(event)
        .ifPresent(
            function -> {
              behavior.run(function);
              event.consume();
            });
  }

  private void move(MouseEvent event) {
    Hit hit = picture.get().hits().at(event.getX(), event.getY());
    ThingRef thing = hit.thing();
    Timeline timeline = view.getTimeline();
    view.setHovered(thing);
    view.setCursor(cursor(hit.part()));
    tip.over(
        timeline == null ? List.of() : told(timeline, hit), event.getScreenX(), event.getScreenY());
  }

  private List<String> told(Timeline timeline, Hit hit) {
    return hit.part() == Part.START
        ? StartBreak.tip(timeline, view.foldsProperty().get())
        : KINDS.tooltip(timeline, hit);
  }

  private void leave() {
    view.setHovered(null);
    view.setCursor(Cursor.DEFAULT);
    tip.hide();
  }

  private static Cursor cursor(Part part) {
    return switch (part) {
      case OVERVIEW_LEFT_EDGE, OVERVIEW_RIGHT_EDGE, PLAYHEAD, RANGE_FROM, RANGE_TO ->
          Cursor.H_RESIZE;
      case OVERVIEW_BRUSH -> Cursor.OPEN_HAND;
      case OVERVIEW -> Cursor.CROSSHAIR;
      case TRIANGLE,
          SERVICES,
          CROWD,
          MORE_LANES,
          GROUP,
          MORE_THINGS,
          HOST,
          MORE_HOSTS,
          MORE_LOCALS,
          MORE_SLICES,
          MORE,
          SPAN,
          HOLD,
          BEAD,
          ARROW,
          ACCESS,
          CHIP,
          NAME,
          HEADER,
          ARROWS,
          START ->
          Cursor.HAND;
      case RULER, TRACK, LEGEND, NOTHING -> Cursor.DEFAULT;
    };
  }

  private void press(MouseEvent event) {
    view.requestFocus();
    if (event.getButton() == MouseButton.SECONDARY) {
      return;
    }
    pressed = picture.get().hits().at(event.getX(), event.getY());
    tip.hide();
    pressX = event.getX();
    pressY = event.getY();
    before = view.getViewport();
    dragged = false;
    anchor = anchor(event.isShiftDown());
    if (pressed.part() == Part.PLAYHEAD) {
      movePlayhead(event.getX());
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    Timeline timeline = view.getTimeline();
    double dx = event.getX() - pressX;
    double dy = event.getY() - pressY;
    dragged |= Math.hypot(dx, dy) > STILL;
    if (timeline == null || !dragged) {
      return;
    }
    if (anchor != Timeline.OPEN) {
      behavior.range(timeline, frame.get(), anchor, event.getX());
      event.consume();
      return;
    }
    switch (pressed.part().zone()) {
      case RULER -> movePlayhead(event.getX());
      case OVERVIEW -> {
        if (pressed.part() == Part.OVERVIEW) {
          behavior.brush(timeline, frame.get(), pressX, event.getX());
        } else {
          moveBrush(timeline, dx, pressed.part());
        }
      }
      case ROWS -> pan(dx, dy);
      case NONE -> {}
    }
    event.consume();
  }

  /** The edge of a range that stays where it is while the other is dragged; OPEN for no range. */
  private long anchor(boolean shift) {
    TimeRange range = view.rangeProperty().get();
    return switch (pressed.part()) {
      case RANGE_FROM -> range == null ? Timeline.OPEN : range.to();
      case RANGE_TO -> range == null ? Timeline.OPEN : range.from();
      case PLAYHEAD -> Timeline.OPEN;
      default -> {
        Part.Zone zone = pressed.part().zone();
        boolean asks = zone == Part.Zone.RULER || (zone == Part.Zone.ROWS && shift);
        yield asks ? frame.get().scale(before).time(pressX) : Timeline.OPEN;
      }
    };
  }

  private void pan(double dx, double dy) {
    view.followingProperty().set(false);
    double nsPerPixel = before.length() / frame.get().trackWidth();
    double most = Math.max(0, picture.get().contentHeight() - frame.get().height());
    double scroll = Math.max(0, Math.min(most, before.scroll() - dy));
    Timeline timeline = view.getTimeline();
    Viewport moved = before.pan(-dx * nsPerPixel).scrolled(scroll);
    view.jumpTo(timeline == null ? moved : moved.clamp(timeline.start(), timeline.now()));
    view.setCursor(Cursor.CLOSED_HAND);
  }

  private void moveBrush(Timeline timeline, double dx, Part part) {
    PictureAreas shape = frame.get();
    TimeScale overview = shape.overview(timeline.start(), timeline.now(), before.gap());
    double left = overview.x(before.first());
    double right = overview.x(before.end());
    double l = part == Part.OVERVIEW_RIGHT_EDGE ? left : left + dx;
    double r = part == Part.OVERVIEW_LEFT_EDGE ? right : right + dx;
    if (part == Part.OVERVIEW_BRUSH) {
      view.followingProperty().set(false);
      Viewport moved = before.pan(dx * overview.nsPerPixel());
      view.jumpTo(moved.clamp(timeline.start(), timeline.now()));
    } else {
      behavior.brush(timeline, shape, l, r);
    }
  }

  private void movePlayhead(double x) {
    Timeline timeline = view.getTimeline();
    if (timeline != null) {
      long time = frame.get().scale(view.getViewport()).time(x);
      view.seek(Math.max(timeline.start(), Math.min(timeline.now(), time)));
    }
  }

  private void release(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || dragged) {
      view.setCursor(Cursor.DEFAULT);
      return;
    }
    boolean twice = event.getClickCount() == 2;
    ThingRef thing = pressed.thing();
    switch (pressed.part()) {
      case SERVICES -> behavior.services(pressed);
      case TRIANGLE,
          CROWD,
          GROUP,
          MORE_LANES,
          MORE_THINGS,
          HOST,
          MORE_HOSTS,
          MORE_LOCALS,
          MORE_SLICES,
          MORE ->
          view.foldsProperty().set(KINDS.click(view.foldsProperty().get(), pressed));
      case START -> view.foldsProperty().set(view.foldsProperty().get().toggleStart());
      case OVERVIEW -> centre(event.getX());
      case ARROWS -> behavior.run(TimelineKeys.Function.ARROWS);
      case RULER -> movePlayhead(event.getX());
      case PLAYHEAD,
          RANGE_FROM,
          RANGE_TO,
          LEGEND,
          NOTHING,
          OVERVIEW_BRUSH,
          OVERVIEW_LEFT_EDGE,
          OVERVIEW_RIGHT_EDGE -> {
        if (twice && pressed.part() == Part.OVERVIEW_BRUSH) {
          view.fitAll();
        }
      }
      case HEADER, NAME, TRACK, SPAN, HOLD, BEAD, ARROW, ACCESS, CHIP -> {
        view.select(thing);
        if (twice && (thing instanceof ThingRef.Crowd || thing instanceof ThingRef.Group)) {
          behavior.run(TimelineKeys.Function.FOLD);
        } else if (twice && thing != null) {
          view.fit(thing);
        } else if (twice) {
          view.fitAll();
        }
      }
    }
    event.consume();
  }

  private void centre(double x) {
    Timeline timeline = view.getTimeline();
    if (timeline != null) {
      Viewport target = view.targetProperty().get();
      TimeScale overview = frame.get().overview(timeline.start(), timeline.now(), target.gap());
      behavior.pan(target.until(overview.time(x)) - target.length() / 2);
    }
  }

  private void wheel(ScrollEvent event) {
    PictureAreas shape = frame.get();
    boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
    double notches = (sideways ? event.getDeltaX() : event.getDeltaY()) / NOTCH;
    boolean tall = picture.get().contentHeight() > shape.height() + 1;
    boolean names = event.getX() < shape.trackLeft() && event.getY() > shape.bodyTop();
    if (!event.isControlDown() && (sideways || event.isShiftDown())) {
      behavior.pan(-notches * 0.08 * view.targetProperty().get().length());
    } else if (!event.isControlDown() && tall && (names || event.isAltDown())) {
      behavior.scroll(-notches * 40);
    } else {
      double anchor = (event.getX() - shape.trackLeft()) / shape.trackWidth();
      behavior.zoom(Math.pow(PER_NOTCH, notches), Math.max(0, Math.min(1, anchor)));
    }
    event.consume();
  }
}
