package interleave.view.statistics;

import interleave.timeline.Timeline;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sheets of figures, one below the other; taken anew twice a second while it is in front. */
public final class StatisticsPane extends ScrollPane implements FramePane {
  private static final long PAUSE = 500_000_000L;
  private static final int ROW = 24;
  private static final int MOST_VISIBLE = 12;

  private final VBox box = new VBox(4);
  private final Label nothing = SpokenWords.of("view/statistics").label("nothing");
  private final List<TableView<List<String>>> tables = new ArrayList<>();
  private List<Sheet> shown = List.of();
  private @Nullable Timeline timeline;
  private Language language = Language.ENGLISH;
  private long refreshed;

  public StatisticsPane() {
    setId("statistics");
    setFitToWidth(true);
    setContent(box);
    box.setPadding(new Insets(6, 0, 12, 0));
    nothing.getStyleClass().add("muted");
    nothing.setPadding(new Insets(8, 12, 8, 12));
    box.getChildren().add(nothing);
  }

  /** Only called while it is the page in front. */
  @Override
  public void show(Frame frame) {
    long now = System.nanoTime();
    if ((frame.timeline() == timeline && frame.language() == language) || now - refreshed < PAUSE) {
      return;
    }
    refreshed = now;
    timeline = frame.timeline();
    language = frame.language();
    List<Sheet> sheets = TrackKinds.STANDARD.sheets(frame.timeline());
    if (sheets.equals(shown)) {
      return;
    }
    if (!titles(sheets).equals(titles(shown))) {
      rebuild(sheets);
    }
    shown = sheets;
    for (int i = 0; i < sheets.size(); i++) {
      tables.get(i).getItems().setAll(sheets.get(i).rows());
      double height = 30 + ROW * Math.clamp(sheets.get(i).rows().size(), 1, MOST_VISIBLE);
      tables.get(i).setMinHeight(height);
      tables.get(i).setPrefHeight(height);
    }
  }

  private static List<String> titles(List<Sheet> sheets) {
    return sheets.stream().map(Sheet::title).toList();
  }

  private void rebuild(List<Sheet> sheets) {
    tables.clear();
    box.getChildren().clear();
    for (Sheet sheet : sheets) {
      Label title = new Label(sheet.title());
      title.getStyleClass().add("heading");
      title.setPadding(new Insets(6, 12, 0, 12));
      TableView<List<String>> table = table(sheet);
      tables.add(table);
      box.getChildren().addAll(title, table);
    }
    if (sheets.isEmpty()) {
      box.getChildren().add(nothing);
    }
  }

  private static TableView<List<String>> table(Sheet sheet) {
    TableView<List<String>> table = new TableView<>();
    table.setAccessibleText(sheet.title());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    for (int i = 0; i < sheet.columns().size(); i++) {
      int at = i;
      TableColumn<List<String>, String> column = new TableColumn<>(sheet.columns().get(i));
      column.setSortable(false);
      column.setReorderable(false);
      column.setMinWidth(56);
      column.setPrefWidth(i == 0 ? 220 : 110);
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
      if (i > 0) {
        column.getStyleClass().add("figure");
      }
      table.getColumns().add(column);
    }
    return table;
  }
}
