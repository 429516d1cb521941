package interleave.app.window;

import interleave.view.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** Thumbnails with captions, side by side. */
final class SheetPage {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 350;
  private static final int COLUMNS = 2;
  private static final int ROWS = 6;

  private SheetPage() {}

  /** A scenario on the sheet. */
  record Cell(String title, String id, Image window, Image figure) {}

  /**
   * The picture scaled to fit into its place, by halves: a scale that skips pixels would lose thin
   * lines. On any thread.
   */
  static Image thumbnail(Image picture) throws Exception {
    return Fx.get(
        () -> {
          Image image = picture;
          while (image.getWidth() > 2 * WIDTH || image.getHeight() > 2 * HEIGHT) {
            image = scaled(image, image.getWidth() / 2, image.getHeight() / 2);
          }
          return scaled(image, WIDTH, HEIGHT);
        });
  }

  private static Image scaled(Image image, double width, double height) {
    ImageView view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(width);
    view.setFitHeight(height);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return view.snapshot(parameters, null);
  }

  /** As many pages as it takes. On any thread. */
  static List<Image> of(List<Cell> cells, Theme theme) throws Exception {
    List<Image> pages = new ArrayList<>();
    int most = COLUMNS * ROWS;
    for (int from = 0; from < cells.size(); from += most) {
      List<Cell> some = cells.subList(from, Math.min(cells.size(), from + most));
      pages.add(Fx.get(() -> page(some, theme)));
    }
    return pages;
  }

  private static WritableImage page(List<Cell> cells, Theme theme) {
    GridPane grid = new GridPane(28, 22);
    grid.setPadding(new Insets(24));
    for (int i = 0; i < cells.size(); i++) {
      grid.add(cell(cells.get(i)), i % COLUMNS, i / COLUMNS);
    }
    Scene scene = new Scene(grid);
    theme.dress(scene);
    return scene.snapshot(null);
  }

  private static VBox cell(Cell cell) {
    Label title = new Label(cell.title());
    title.getStyleClass().add("heading");
    Label id = new Label(cell.id());
    id.getStyleClass().addAll("mono", "muted");
    HBox caption = new HBox(10, title, id);
    return new VBox(6, caption, new HBox(10, framed(cell.window()), framed(cell.figure())));
  }

  private static StackPane framed(Image picture) {
    StackPane frame = new StackPane(new ImageView(picture));
    frame.setPrefSize(WIDTH + 2, HEIGHT + 2);
    frame.setStyle("-fx-border-color: -i-border; -fx-border-width: 1;");
    return frame;
  }
}
