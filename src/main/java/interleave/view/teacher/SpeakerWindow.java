package interleave.view.teacher;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * The window with the notes, which can be moved to another screen than the class sees. It begins on
 * another one where there is one, and where it was the last time where that still is.
 */
public final class SpeakerWindow {
  private static final String PLACE = "teacher.notes";
  private static final double WIDTH = 560;
  private static final double HEIGHT = 700;
  private static final double EDGE = 24;

  private final Stage stage = new Stage();
  private final Stage shown;
  private final BinaryOperator<String> kept;
  private final BiConsumer<String, String> keep;

  /**
   * @param shown the window that the class sees
   * @param title what is said of this one
   * @param kept what is kept under a name; else what is given
   * @param keep keeps something under a name
   */
  public SpeakerWindow(
      Stage shown,
      SpeakerPane pane,
      ObservableValue<String> title,
      BinaryOperator<String> kept,
      BiConsumer<String, String> keep) {
    this.shown = shown;
    this.kept = kept;
    this.keep = keep;
    stage.setScene(new Scene(pane, WIDTH, HEIGHT));
    stage.setMinWidth(320);
    stage.setMinHeight(260);
    stage.titleProperty().bind(title);
    stage.setOnHiding(_ -> keepPlace());
  }

  /** Dresses it, now and again when the theme changes. */
  public void dress(Consumer<Scene> theme) {
    theme.accept(stage.getScene());
  }

  /** Its scene, for keys. */
  public Scene scene() {
    return stage.getScene();
  }

  public boolean isOpen() {
    return stage.isShowing();
  }

  void open() {
    if (!stage.isShowing()) {
      place();
      stage.show();
    }
    if (!isElsewhere()) {
      stage.toFront();
    }
  }

  /** Closes it, also for good. */
  public void close() {
    stage.hide();
  }

  void toggle() {
    if (stage.isShowing()) {
      stage.hide();
    } else {
      open();
    }
  }

  private boolean isElsewhere() {
    return !screens(shown).equals(screens(stage));
  }

  private static Optional<Screen> screens(Stage of) {
    return Screen.getScreensForRectangle(of.getX(), of.getY(), of.getWidth(), of.getHeight())
        .stream()
        .findFirst();
  }

  private void place() {
    Rectangle2D place = before().orElseGet(this::usual);
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  /** Where it was, if that is on a screen. */
  private Optional<Rectangle2D> before() {
    try {
      String[] numbers = kept.apply(PLACE, "").split(" ", -1);
      Rectangle2D place =
          new Rectangle2D(
              Double.parseDouble(numbers[0]),
              Double.parseDouble(numbers[1]),
              Double.parseDouble(numbers[2]),
              Double.parseDouble(numbers[3]));
      boolean there =
          Screen.getScreens().stream()
              .anyMatch(screen -> screen.getVisualBounds().contains(middle(place), top(place)));
      return there ? Optional.of(place) : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static double middle(Rectangle2D place) {
    return place.getMinX() + place.getWidth() / 2;
  }

  /** Where a window is held to be moved. */
  private static double top(Rectangle2D place) {
    return place.getMinY() + EDGE;
  }

  /** On another screen; else at the right edge of this one. */
  private Rectangle2D usual() {
    Optional<Screen> own = screens(shown);
    Rectangle2D room =
        Screen.getScreens().stream()
            .filter(screen -> !Optional.of(screen).equals(own))
            .findFirst()
            .or(() -> own)
            .orElse(Screen.getPrimary())
            .getVisualBounds();
    double width = Math.min(WIDTH, room.getWidth() - 2 * EDGE);
    double height = Math.min(HEIGHT, room.getHeight() - 2 * EDGE);
    return new Rectangle2D(
        room.getMaxX() - width - EDGE, room.getMinY() + EDGE, Math.max(1, width), height);
  }

  private void keepPlace() {
    keep.accept(
        PLACE,
        Math.round(stage.getX())
            + " "
            + Math.round(stage.getY())
            + " "
            + Math.round(stage.getWidth())
            + " "
            + Math.round(stage.getHeight()));
  }
}
