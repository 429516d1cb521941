package interleave.view.tableau;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.tableau.Choices;
import interleave.timeline.tableau.TableauDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.ContextMenus;
import interleave.view.control.SharpCanvas;
import interleave.view.control.SpokenWords;
import interleave.view.timeline.Painter;
import interleave.view.timeline.PointerTip;
import interleave.view.timeline.ThingActions;
import interleave.view.timeline.Typefaces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The stage at the playhead. Bind {@link #timelineProperty()}, {@link #playheadProperty()} and
 * {@link #selectionProperty()} to those of the timeline; as the playhead moves, messages move
 * through their pipes. Painted at most once a frame, and only while it is in a window.
 */
public final class TableauView extends Region {
  /** Smaller than this, words cannot be read; what then has no room is reached by scrolling. */
  private static final double SMALLEST = 0.75;

  /** What lies over the stage there, such as the buttons that fold it. */
  private static final double CORNER = 52;

  private static final SpokenWords WORDS = SpokenWords.of("view/stage");

  private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>();
  private final LongProperty playhead = new SimpleLongProperty(Timeline.OPEN);
  private final ObjectProperty<@Nullable ThingRef> selection = new SimpleObjectProperty<>();
  private final ObjectProperty<Choices> choices = new SimpleObjectProperty<>(Choices.NONE);
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
  private Consumer<ThingRef> selected = _ -> {};
  private IntConsumer chosen = _ -> {};
  private final SharpCanvas canvas = new SharpCanvas();
  private final TableauDrawing drawing = new TableauDrawing(Typefaces.bundled(), CORNER);
  private final PointerTip tip = new PointerTip(this);
  private Painter painter = new Painter(Typefaces.bundled(), Palette.LIGHT);
  private Picture picture = Picture.EMPTY;

  /** How small it is drawn so that more of it is in sight. */
  private double scale = 1;

  private double needed;

  /** How high it was then; with more room it may be larger again. */
  private double heightThen;

  /** What was shown last, which may be of another run. */
  private @Nullable Timeline of;

  /** How far it is scrolled down, in its own units. */
  private double scrolled;

  private final InvalidationListener spoken = _ -> dirty = true;
  private boolean dirty = true;

  public TableauView() {
    getStyleClass().add("stage-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    WORDS.accessible(this, "says");
    getChildren().add(canvas);
    timeline.addListener(_ -> dirty = true);
    playhead.addListener(_ -> dirty = true);
    selection.addListener(_ -> dirty = true);
    choices.addListener(
        _ -> {
          dirty = true;
          tip.hide(); // it spoke of the choice before
        });
    SpokenWords.languageProperty().addListener(new WeakInvalidationListener(spoken));
    palette.addListener(
        (_, _, colours) -> {
          painter = new Painter(Typefaces.bundled(), colours);
          dirty = true;
        });
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.hide());
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    pumpWhileShown();
  }

  /** The snapshot that is shown. */
  public ObjectProperty<@Nullable Timeline> timelineProperty() {
    return timeline;
  }

  /** The moment; {@link Timeline#OPEN} means now. */
  public LongProperty playheadProperty() {
    return playhead;
  }

  public ObjectProperty<@Nullable ThingRef> selectionProperty() {
    return selection;
  }

  /** Hears what the user selects; setting the property is no news to it. */
  public void onSelected(Consumer<ThingRef> listener) {
    selected = listener;
  }

  /** Who could go on at the moment that is shown, where somebody says who does. */
  public ObjectProperty<Choices> choicesProperty() {
    return choices;
  }

  /** Hears which lane is to go on, of those that can. */
  public void onChosen(IntConsumer listener) {
    chosen = listener;
  }

  /** Says what can be done to a thing, for the menu. */
  public void onMenu(ThingActions offered) {
    ContextMenus.on(
        this,
        event -> {
          ThingRef thing = under(event.getX(), event.getY());
          Timeline shown = timeline.get();
          if (thing == null || shown == null) {
            return List.of();
          }
          tip.hide();
          selection.set(thing);
          selected.accept(thing);
          return offered.of(thing, playhead.get() == Timeline.OPEN ? shown.now() : playhead.get());
        });
  }

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  /**
   * How high it would have to be for all that it shows, at full size where it was drawn so; 0 where
   * it shows nothing.
   */
  public double getNeededHeight() {
    return Math.ceil(needed);
  }

  private void pumpWhileShown() {
    AnimationTimer pump =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (dirty && getWidth() > 0) {
              dirty = false;
              paint();
            }
          }
        };
    sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                pump.stop();
              } else {
                dirty = true;
                pump.start();
              }
            });
  }

  private void paint() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(painter.colour(Role.BACKGROUND));
    g.fillRect(0, 0, getWidth(), getHeight());
    Timeline shown = timeline.get();
    if (shown == null) {
      picture = Picture.EMPTY;
      needed = 0;
      return;
    }
    long time = playhead.get() == Timeline.OPEN ? shown.now() : playhead.get();
    picture = fitting(shown, time);
    scrolled = Math.clamp(scrolled, 0, hidden());
    g.save();
    g.scale(scale, scale);
    g.translate(0, -scrolled);
    painter.paint(picture.list(), g);
    g.restore();
    scrollBar(g);
  }

  /**
   * The stage at full size where it fits, else smaller, and then for the rest of the run, or until
   * it has more room.
   */
  private Picture fitting(Timeline shown, long time) {
    boolean another = of == null || !of.isOfRun(shown);
    of = shown;
    if (another || getHeight() > heightThen) {
      scale = 1;
    }
    heightThen = getHeight();
    Picture whole = draw(shown, time);
    double high = whole.contentHeight() * scale;
    needed = scale == 1 ? high : Math.max(needed, high);
    if (whole.contentHeight() > getHeight() && scale == 1) {
      scale = SMALLEST;
      whole = draw(shown, time);
    }
    return whole;
  }

  private Picture draw(Timeline shown, long time) {
    double width = getWidth() / scale;
    double height = getHeight() / scale;
    return drawing.draw(shown, time, selection.get(), choices.get(), width, height);
  }

  /** How much of it is below the edge when it is not scrolled. */
  private double hidden() {
    return Math.max(0, picture.contentHeight() - getHeight() / scale);
  }

  private void scrollBar(GraphicsContext g) {
    if (hidden() > 0) {
      double height = getHeight();
      double part = height / scale / picture.contentHeight();
      double top = scrolled / picture.contentHeight() * height;
      g.setFill(painter.colour(Role.MUTED));
      g.fillRoundRect(getWidth() - 7, top, 4, part * height, 4, 4);
    }
  }

  private void scroll(ScrollEvent event) {
    double to = Math.clamp(scrolled - event.getDeltaY() / scale, 0, hidden());
    dirty |= to != scrolled;
    scrolled = to;
    if (hidden() > 0) {
      event.consume();
    }
  }

  private @Nullable ThingRef under(double x, double y) {
    return picture.hits().at(x / scale, y / scale + scrolled).thing();
  }

  private void click(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    ThingRef thing = under(event.getX(), event.getY());
    Choices.Next next = next(thing);
    if (next != null && next.canGoOn() && thing instanceof ThingRef.Lane lane) {
      chosen.accept(lane.index());
    } else if (thing != null) {
      selection.set(thing);
      selected.accept(thing);
    }
  }

  private Choices.@Nullable Next next(@Nullable ThingRef thing) {
    return thing instanceof ThingRef.Lane lane ? choices.get().of(lane.index()) : null;
  }

  private void point(MouseEvent event) {
    ThingRef thing = under(event.getX(), event.getY());
    Timeline shown = timeline.get();
    setCursor(thing == null ? Cursor.DEFAULT : Cursor.HAND);
    List<String> lines = new ArrayList<>();
    Choices.Next next = next(thing);
    if (next != null) {
      lines.add(next.canGoOn() ? WORDS.get("choose", next.does()) : next.does());
    }
    if (thing != null && shown != null) {
      lines.addAll(TrackKinds.STANDARD.tooltip(shown, thing));
    }
    tip.over(lines, event.getScreenX(), event.getScreenY());
  }

  @Override
  protected void layoutChildren() {
    if (canvas.fill(this, getWidth(), getHeight())) {
      scale = 1;
      dirty = true;
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 112;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 60;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 900;
  }
}
