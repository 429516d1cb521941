package interleave.app.window;

import interleave.view.control.SpokenWords;
import interleave.view.statistics.StatisticsPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

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
 * stage gives its room away. Whoever hides or shows a pane by hand is obeyed at any size. How high
 * panes are is said by {@link PaneHeights}, what the user made of them by {@link PaneMemory}.
 */
final class PaneLayout {
  /** Below this width the inspector is a page at the bottom. */
  static final double NARROW = 1120;

  /** Below this height there is no stage. */
  static final double LOW = 720;

  /** How high a divider is, whose position is that of its middle: as in the style sheet. */
  private static final double DIVIDER = 5;

  private static final double LEAST_STAGE = 70;
  private static final double NARROW_GALLERY = 226;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  /** A button more lies beside the names of the pages. */
  private static final PseudoClass STAGELESS = PseudoClass.getPseudoClass("stageless");

  private final PaneMemory memory;
  private final Region gallery;
  private final Region inspector;
  private final Region timeline;
  private final Region stage;
  private final TabPane tabs;
  private final Region pages;
  private final Button chooseRows;
  private final Button enlargeTimeline;
  private final Button enlargeStage;
  private final Button showStage;
  private final Button foldPages;
  private final Button enlargePages;
  private final SplitPane across = new SplitPane();
  private final SplitPane down = new SplitPane();
  private final DividerDrags drags;
  private final Tab inspectorPage = new Tab();
  private final BorderPane middleColumn;
  private PaneHeights.Needs needs = PaneHeights.Needs.NONE;
  private boolean narrow;
  private boolean low;
  private boolean staged;
  private double kept;
  private List<Node> columns = List.of();
  private List<Node> rows = List.of();

  PaneLayout(
      WindowSettings settings,
      Region gallery,
      Region header,
      Region timeline,
      Region stage,
      TabPane tabs,
      Region inspector) {
    memory = new PaneMemory(settings);
    this.gallery = gallery;
    this.inspector = inspector;
    this.timeline = timeline;
    this.tabs = tabs;
    PaneCorner top = new PaneCorner(Pane.TIMELINE);
    chooseRows = top.button("rows", Feather.FILTER, () -> {});
    enlargeTimeline = top.button("maximise", Feather.MAXIMIZE_2, () -> maximise(Pane.TIMELINE));
    PaneCorner middle = new PaneCorner(Pane.STAGE);
    middle.button("fold", Feather.CHEVRON_DOWN, this::toggleStage);
    enlargeStage = middle.button("maximise", Feather.MAXIMIZE_2, () -> maximise(Pane.STAGE));
    PaneCorner bottom = new PaneCorner(Pane.PAGES);
    showStage = bottom.button("stage", Feather.CHEVRONS_UP, this::toggleStage);
    foldPages = bottom.button("fold", Feather.CHEVRON_DOWN, this::togglePages);
    enlargePages = bottom.button("maximise", Feather.MAXIMIZE_2, () -> maximise(Pane.PAGES));
    this.stage = middle.over(stage, new Insets(4, 8, 0, 0));
    pages = bottom.over(tabs, new Insets(6, 8, 0, 0));
    inspectorPage.setClosable(false);
    inspectorPage.textProperty().bind(SpokenWords.of("app/window").text("page.inspector"));
    down.setOrientation(Orientation.VERTICAL);
    down.setId("rows");
    middleColumn = new BorderPane(down);
    middleColumn.setTop(top.over(header, new Insets(10, 8, 0, 0)));
    middleColumn.setMinWidth(0);
    across.setId("panes");
    for (Region side : List.of(gallery, inspector, this.stage, pages)) {
      SplitPane.setResizableWithParent(side, false);
    }
    for (SplitPane split : List.of(across, down)) {
      split.widthProperty().addListener((_, _, _) -> place());
      split.heightProperty().addListener((_, _, _) -> place());
    }
    drags = new DividerDrags(across, down, this::remember, this::resize);
    limits();
    tabs.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> openPages());
    tabs.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> place());
  }

  private void limits() {
    gallery.setMinWidth(150);
    inspector.setMinWidth(180);
    gallery.setMaxWidth(460);
    inspector.setMaxWidth(640);
    timeline.setMinHeight(90);
    stage.setMinHeight(LEAST_STAGE);
    pages.setMinHeight(PaneHeights.TABS);
  }

  Region node() {
    return across;
  }

  /** What opens below its button when somebody wants to choose which rows show. */
  void onChooseRows(Consumer<Node> open) {
    chooseRows.setOnAction(_ -> open.accept(chooseRows));
  }

  /** Whether rows are hidden, pinned or sorted just now. */
  void rowsAreChosen(boolean chosen) {
    chooseRows.pseudoClassStateChanged(CHOSEN, chosen);
  }

  /** Fits the panes to a size; cheap when it makes no difference. */
  void fit(double width, double height) {
    narrow = width < NARROW;
    low = height < LOW;
    arrange();
  }

  /** What rows and stage need of another run; of the same one only more is heeded. */
  void need(boolean anew, double rowsHeight, double stageHeight) {
    PaneHeights.Needs before = anew ? PaneHeights.Needs.NONE : needs;
    PaneHeights.Needs now = before.atLeast(rowsHeight, stageHeight);
    if (!now.equals(needs)) {
      needs = now;
      place();
    }
  }

  void toggleGallery() {
    fold(Pane.GALLERY, columns.contains(gallery));
  }

  /** Shows the gallery where it was away. */
  void openGallery() {
    if (!columns.contains(gallery)) {
      fold(Pane.GALLERY, false);
    }
  }

  void toggleInspector() {
    if (narrow) {
      openPages();
      tabs.getSelectionModel().select(inspectorPage);
    } else {
      fold(Pane.INSPECTOR, columns.contains(inspector));
    }
  }

  void toggleStage() {
    fold(Pane.STAGE, rows.contains(stage));
  }

  /** Shows the stage at least that high, wherever it was; with 0 as it was before. */
  void keepStage(double least) {
    kept = least;
    staged = least > 0;
    if (staged && memory.maximised().filter(pane -> pane != Pane.STAGE).isPresent()) {
      memory.maximise(Optional.empty());
    }
    arrange();
    place();
  }

  void togglePages() {
    fold(Pane.PAGES, rows.contains(pages) && !foldedPages());
  }

  /** Shows what is on the pages, where one sees no more than their names. */
  void openPages() {
    boolean hidden = memory.maximised().filter(pane -> pane != Pane.PAGES).isPresent();
    if (hidden || foldedPages()) {
      fold(Pane.PAGES, false);
    }
  }

  private void fold(Pane pane, boolean away) {
    memory.maximise(Optional.empty());
    memory.fold(pane, away);
    arrange();
    place();
  }

  /** Gives that pane all the room; once more, and all is as it was. */
  void maximise(Pane pane) {
    memory.maximise(memory.maximised().isPresent() ? Optional.empty() : Optional.of(pane));
    arrange();
  }

  /** Panes are where they are before anybody drags, folds or maximises them. */
  void reset() {
    memory.forget();
    arrange();
    place();
  }

  private void resize() {
    memory.forgetSizes();
    place();
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
    List<Node> wantedColumns = columns();
    List<Node> wantedRows = rows();
    buttons();
    if (wantedColumns.equals(columns) && wantedRows.equals(rows)) {
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

  private List<Node> columns() {
    boolean alone = memory.maximised().isPresent();
    List<Node> wanted = new ArrayList<>(List.of(middleColumn));
    if (!alone && !memory.folded(Pane.GALLERY)) {
      wanted.addFirst(gallery);
    }
    if (!alone && !narrow && !memory.folded(Pane.INSPECTOR)) {
      wanted.add(inspector);
    }
    return wanted;
  }

  private List<Node> rows() {
    Optional<Pane> alone = memory.maximised();
    if (alone.isPresent()) {
      return List.of(
          switch (alone.get()) {
            case STAGE -> stage;
            case PAGES -> pages;
            case TIMELINE, GALLERY, INSPECTOR -> timeline;
          });
    }
    boolean shown = low ? memory.unfolded(Pane.STAGE) : !memory.folded(Pane.STAGE);
    return shown || staged ? List.of(timeline, stage, pages) : List.of(timeline, pages);
  }

  private void buttons() {
    boolean alone = memory.maximised().isPresent();
    for (Button button : List.of(enlargeTimeline, enlargeStage, enlargePages)) {
      PaneCorner.maximised(button, alone);
    }
    boolean folded = foldedPages();
    PaneCorner.becomes(
        foldPages, folded ? "unfold" : "fold", folded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
    showStage.setVisible(!alone && !rows().contains(stage));
    showStage.setManaged(showStage.isVisible());
    tabs.pseudoClassStateChanged(STAGELESS, showStage.isVisible());
  }

  private void movePage() {
    if (narrow && !tabs.getTabs().contains(inspectorPage)) {
      inspectorPage.setContent(inspector);
      tabs.getTabs().addFirst(inspectorPage);
    } else if (!narrow && tabs.getTabs().contains(inspectorPage)) {
      tabs.getTabs().remove(inspectorPage);
      inspectorPage.setContent(null);
    }
  }

  /** Puts the dividers where they belong, whatever the size of the window. */
  private void place() {
    double width = across.getWidth();
    double height = down.getHeight();
    if (width <= 0 || height <= 0 || drags.dragging()) {
      return;
    }
    int divider = 0;
    if (columns.contains(gallery)) {
      across.setDividerPosition(divider++, (narrow ? NARROW_GALLERY : memory.gallery()) / width);
    }
    if (columns.contains(inspector)) {
      across.setDividerPosition(divider, 1 - memory.inspector() / width);
    }
    if (rows.size() > 1) {
      boolean shown = rows.contains(stage);
      boolean folded = foldedPages();
      double room = height - DIVIDER * (rows.size() - 1);
      PaneHeights.Needs wanted = tabled() ? needs.withTable() : needs;
      PaneHeights usual = PaneHeights.of(room, wanted, memory.heights(), shown, folded);
      PaneHeights heights = shown ? usual.withStage(kept) : usual;
      pages.setMaxHeight(folded ? PaneHeights.TABS : Double.MAX_VALUE);
      down.setDividerPosition(0, (heights.timeline() + DIVIDER / 2) / height);
      if (shown) {
        down.setDividerPosition(1, 1 - (heights.pages() + DIVIDER / 2) / height);
      }
    } else {
      pages.setMaxHeight(Double.MAX_VALUE);
    }
  }

  private boolean tabled() {
    Tab front = tabs.getSelectionModel().getSelectedItem();
    return front != null && front.getContent() instanceof StatisticsPane;
  }

  /** Takes down the sizes that the user has changed, by where the dividers are. */
  private void remember(SplitPane split) {
    double[] at = split.getDividerPositions();
    double room = split == down ? down.getHeight() : across.getWidth();
    double last = room * (1 - at[at.length - 1]);
    if (split == down) {
      double middle = at.length > 1 ? room * (at[1] - at[0]) - DIVIDER : 0;
      memory.heights(middle, foldedPages() ? 0 : last - DIVIDER / 2);
      return;
    }
    if (!narrow && columns.contains(gallery)) {
      memory.gallery(room * at[0]);
    }
    if (columns.contains(inspector)) {
      memory.inspector(last);
    }
  }

  private boolean foldedPages() {
    return memory.folded(Pane.PAGES);
  }
}
