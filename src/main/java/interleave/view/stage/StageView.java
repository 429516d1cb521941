package interleave.view.stage;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.StageDrawing;
import interleave.timeline.draw.TrackKinds;
import interleave.view.control.SpokenWords;
import interleave.view.timeline.Painter;
import interleave.view.timeline.PointerTip;
import interleave.view.timeline.Typefaces;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The stage at the playhead. Bind {@link #timelineProperty()}, {@link #playheadProperty()} and
 * {@link #selectionProperty()} to those of the timeline; as the playhead moves, messages move
 * through their pipes. Painted at most once a frame, and only while it is in a window.
 */
public final class StageView extends Region {
  private static final SpokenWords WORDS = SpokenWords.of("view/stage");

  private final ObjectProperty<@Nullable Timeline> timeline = new SimpleObjectProperty<>();
  private final LongProperty playhead = new SimpleLongProperty(Timeline.OPEN);
  private final ObjectProperty<@Nullable ThingRef> selection = new SimpleObjectProperty<>();
  private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);
  private final Canvas canvas = new Canvas();
  private final StageDrawing drawing = new StageDrawing(Typefaces.bundled());
  private final PointerTip tip = new PointerTip(this);
  private Painter painter = new Painter(Typefaces.bundled(), Palette.LIGHT);
  private Picture picture = Picture.EMPTY;
  private final InvalidationListener spoken = _ -> dirty = true;
  private boolean dirty = true;

  public StageView() {
    getStyleClass().add("stage-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    WORDS.accessible(this, "says");
    canvas.setManaged(false);
    getChildren().add(canvas);
    timeline.addListener(_ -> dirty = true);
    playhead.addListener(_ -> dirty = true);
    selection.addListener(_ -> dirty = true);
    SpokenWords.languageProperty().addListener(new WeakInvalidationListener(spoken));
    palette.addListener(
        (_, _, colours) -> {
          painter = new Painter(Typefaces.bundled(), colours);
          dirty = true;
        });
    canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.hide());
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

  public ObjectProperty<Palette> paletteProperty() {
    return palette;
  }

  private void pumpWhileShown() {
    AnimationTimer pump =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (dirty && canvas.getWidth() > 0) {
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
    var g = canvas.getGraphicsContext2D();
    g.setFill(painter.colour(Role.BACKGROUND));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Timeline shown = timeline.get();
    if (shown == null) {
      picture = Picture.EMPTY;
      return;
    }
    long time = playhead.get() == Timeline.OPEN ? shown.now() : playhead.get();
    picture = drawing.draw(shown, time, selection.get(), canvas.getWidth(), canvas.getHeight());
    painter.paint(picture.list(), g);
  }

  private void click(MouseEvent event) {
    ThingRef thing = picture.hits().at(event.getX(), event.getY()).thing();
    if (thing != null) {
      selection.set(thing);
    }
  }

  private void point(MouseEvent event) {
    ThingRef thing = picture.hits().at(event.getX(), event.getY()).thing();
    Timeline shown = timeline.get();
    setCursor(thing == null ? Cursor.DEFAULT : Cursor.HAND);
    List<String> lines =
        thing == null || shown == null ? List.of() : TrackKinds.STANDARD.tooltip(shown, thing);
    tip.over(lines, event.getScreenX(), event.getScreenY());
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
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
