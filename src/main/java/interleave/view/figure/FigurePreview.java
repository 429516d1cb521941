package interleave.view.figure;

import interleave.figure.Figure;
import interleave.figure.Paper;
import interleave.figure.format.PixelPainter;
import interleave.timeline.draw.DisplayList;
import interleave.view.control.SpokenWords;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a figure will look like, as wide as there is room. Drawn on a thread of its own; of what is
 * wished meanwhile only the newest is drawn.
 */
final class FigurePreview extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/figure");
  private static final double WIDE = 560;
  private static final double HIGH = 470;

  /** More of a high one is not seen in a preview. */
  private static final int MOST_ROWS = 4_000;

  private final ImageView image = new ImageView();
  private final Label size = new Label();
  private final AtomicReference<@Nullable Supplier<Figure>> wanted = new AtomicReference<>();

  FigurePreview() {
    super(6);
    ScrollPane scroll = new ScrollPane(image);
    scroll.setId("figure-preview");
    scroll.setPrefViewportWidth(WIDE);
    scroll.setPrefViewportHeight(HIGH);
    scroll.setMinHeight(120);
    scroll.setMinWidth(200);
    WORDS.accessible(scroll, "preview");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    size.setId("figure-size");
    size.getStyleClass().add("muted");
    getChildren().addAll(scroll, size);
  }

  /** What was drawn. */
  private record Drawn(Figure figure, int width, int rows, int[] pixels, DisplayList list) {}

  /** Shows it as soon as it is drawn. */
  void show(Supplier<Figure> figure) {
    if (wanted.getAndSet(figure) == null) {
      Thread.ofVirtual().start(this::draw);
    }
  }

  private void draw() {
    Supplier<Figure> newest = wanted.get();
    if (newest == null) {
      return;
    }
    Drawn drawn = drawn(newest.get());
    Platform.runLater(() -> show(drawn));
    if (!wanted.compareAndSet(newest, null)) {
      draw();
    }
  }

  private static Drawn drawn(Figure figure) {
    DisplayList list = figure.whole();
    PixelPainter painter = new PixelPainter(figure, Math.min(1, (WIDE - 4) / list.width()));
    int width = painter.pixels(list.width());
    int rows = Math.min(MOST_ROWS, painter.pixels(list.height()));
    return new Drawn(figure, width, rows, painter.rows(list, rows), list);
  }

  private void show(Drawn drawn) {
    WritableImage shown = new WritableImage(drawn.width, drawn.rows);
    shown
        .getPixelWriter()
        .setPixels(
            0,
            0,
            drawn.width,
            drawn.rows,
            PixelFormat.getIntArgbInstance(),
            drawn.pixels,
            0,
            drawn.width);
    image.setImage(shown);
    size.setText(size(drawn));
  }

  private static String size(Drawn drawn) {
    double mm = Paper.Unit.MM.pixels();
    return WORDS.get(
        "size",
        String.valueOf(Math.round(drawn.list.width())),
        String.valueOf(Math.round(drawn.list.height())),
        String.valueOf(Math.round(drawn.list.width() / mm)),
        String.valueOf(Math.round(drawn.list.height() / mm)));
  }
}
