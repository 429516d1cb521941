package interleave.app.window;

import interleave.view.control.SpokenWords;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/**
 * Where the panes are, for every size of the window.
 *
 * <pre>
 *   gallery | header            | inspector
 *           | timeline          |
 *           | stage             |
 *           | pages             |
 * </pre>
 *
 * In a narrow window the inspector becomes a page and the gallery can be hidden; in a low one the
 * stage gives its room away. Whoever hides or shows a pane by hand is obeyed at any size.
 */
final class PaneLayout {
  /** Below this width the inspector is a page at the bottom. */
  static final double NARROW = 1120;

  /** Below this height there is no stage. */
  static final double LOW = 720;

  private static final double GALLERY = 252;
  private static final double INSPECTOR = 320;
  private static final double NARROW_GALLERY = 226;
  private static final double STAGE = 148;
  private static final double PAGES = 216;

  private final WindowSettings settings;
  private final Region gallery;
  private final Region inspector;
  private final Region timeline;
  private final Region stage;
  private final TabPane pages;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final Tab inspectorPage = new Tab();
  private final BorderPane middleColumn;
  private boolean stageForced;
  private boolean galleryWanted = true;
  private boolean inspectorWanted = true;
  private boolean stageWanted = true;
  private boolean narrow;
  private boolean low;
  private List<Node> columns = List.of();
  private List<Node> rows = List.of();

  PaneLayout(
      WindowSettings settings,
      Region gallery,
      Region header,
      Region timeline,
      Region stage,
      TabPane pages,
      Region inspector) {
    this.settings = settings;
    this.gallery = gallery;
    this.inspector = inspector;
    this.timeline = timeline;
    this.stage = stage;
    this.pages = pages;
    inspectorPage.setClosable(false);
    inspectorPage.textProperty().bind(SpokenWords.of("app/window").text("page.inspector"));
    down.setOrientation(Orientation.VERTICAL);
    BorderPane middle = new BorderPane(down);
    middle.setTop(header);
    middle.setMinWidth(0);
    across.setId("panes");
    middleColumn = middle;
    for (Region side : List.of(gallery, inspector, stage, pages)) {
      SplitPane.setResizableWithParent(side, false);
    }
    for (SplitPane split : List.of(across, down)) {
      split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released(event.getTarget()));
      split.widthProperty().addListener((_, _, _) -> place());
      split.heightProperty().addListener((_, _, _) -> place());
    }
    gallery.setMinWidth(150);
    inspector.setMinWidth(180);
    gallery.setMaxWidth(460);
    inspector.setMaxWidth(640);
    timeline.setMinHeight(90);
    stage.setMinHeight(70);
    pages.setMinHeight(60);
  }

  Region node() {
    return across;
  }

  /** Fits the panes to a size; cheap when it makes no difference. */
  void fit(double width, double height) {
    narrow = width < NARROW;
    low = height < LOW;
    arrange();
  }

  void toggleGallery() {
    galleryWanted = !galleryWanted;
    arrange();
  }

  void toggleInspector() {
    if (narrow) {
      pages.getSelectionModel().select(inspectorPage);
    } else {
      inspectorWanted = !inspectorWanted;
      arrange();
    }
  }

  void toggleStage() {
    boolean shown = down.getItems().contains(stage);
    stageWanted = !shown;
    stageForced = !shown;
    arrange();
  }

  /** How much of the window's right side is the inspector's. */
  double right() {
    return columns.contains(inspector) ? inspector.getWidth() : 0;
  }

  boolean narrow() {
    return narrow;
  }

  boolean low() {
    return low;
  }

  private void arrange() {
    List<Node> wantedColumns = new ArrayList<>();
    if (galleryWanted) {
      wantedColumns.add(gallery);
    }
    wantedColumns.add(middleColumn);
    if (inspectorWanted && !narrow) {
      wantedColumns.add(inspector);
    }
    List<Node> wantedRows = new ArrayList<>(List.of(timeline));
    if (stageWanted && (!low || stageForced)) {
      wantedRows.add(stage);
    }
    wantedRows.add(pages);
    boolean changed = !wantedColumns.equals(columns) || !wantedRows.equals(rows);
    if (!changed) {
      return;
    }
    columns = wantedColumns;
    rows = wantedRows;
    movePage();
    across.getItems().setAll(columns);
    down.getItems().setAll(rows);
    place();
    Platform.runLater(this::place);
  }

  /** A divider was let go: its place is remembered. */
  private void released(EventTarget target) {
    for (Node up = target instanceof Node node ? node : null; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("split-pane-divider")) {
        remember();
        return;
      }
    }
  }

  private void movePage() {
    if (narrow && !pages.getTabs().contains(inspectorPage)) {
      inspectorPage.setContent(inspector);
      pages.getTabs().addFirst(inspectorPage);
    } else if (!narrow && pages.getTabs().contains(inspectorPage)) {
      pages.getTabs().remove(inspectorPage);
      inspectorPage.setContent(null);
    }
  }

  /** Puts the dividers where the user left them, whatever the size of the window. */
  private void place() {
    double width = across.getWidth();
    double room = down.getHeight();
    if (width <= 0 || room <= 0) {
      return;
    }
    double left = narrow ? NARROW_GALLERY : settings.number("gallery", GALLERY, 150, 460);
    double right = settings.number("inspector", INSPECTOR, 180, 640);
    int divider = 0;
    if (columns.contains(gallery)) {
      across.setDividerPosition(divider++, left / width);
    }
    if (columns.contains(inspector)) {
      across.setDividerPosition(divider, 1 - right / width);
    }
    boolean staged = rows.contains(stage);
    double bottom =
        Math.min(
            settings.number("pages", Math.max(PAGES, room * 0.26), 60, 1_200),
            room * (staged ? 0.4 : 0.33));
    double middle =
        staged
            ? Math.min(settings.number("stage", Math.max(STAGE, room * 0.1), 70, 700), room * 0.3)
            : 0;
    if (staged) {
      down.setDividerPosition(0, 1 - (bottom + middle) / room);
      down.setDividerPosition(1, 1 - bottom / room);
    } else {
      down.setDividerPosition(0, 1 - bottom / room);
    }
  }

  /** Takes down the sizes that the user has changed. */
  private void remember() {
    if (!narrow && across.getItems().contains(gallery) && gallery.getWidth() > 0) {
      settings.put("gallery", gallery.getWidth());
    }
    if (across.getItems().contains(inspector) && inspector.getWidth() > 0) {
      settings.put("inspector", inspector.getWidth());
    }
    if (!low && down.getItems().contains(stage) && stage.getHeight() > 0) {
      settings.put("stage", stage.getHeight());
      settings.put("pages", pages.getHeight());
    }
  }
}
