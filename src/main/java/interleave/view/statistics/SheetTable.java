package interleave.view.statistics;

import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.Sheet;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/**
 * One sheet as a table: sorted by a click on the head of a column, filtered by a text that has to
 * stand in the row. It keeps order and selection while its figures change.
 */
final class SheetTable extends TableView<Sheet.Row> {
  private final ObservableList<Sheet.Row> all = FXCollections.observableArrayList();
  private final FilteredList<Sheet.Row> some = new FilteredList<>(all);
  private @Nullable Sheet shown;

  /**
   * @param chosen hears of a row that was clicked or that Enter was pressed on, and whether it is
   *     to be opened
   */
  SheetTable(Consumer<Sheet.Row> chosen, Consumer<Sheet.Row> opened) {
    setId("sheet");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    SortedList<Sheet.Row> sorted = new SortedList<>(some);
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    setOnMouseClicked(
        event -> {
          Sheet.Row row = getSelectionModel().getSelectedItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            (event.getClickCount() == 2 ? opened : chosen).accept(row);
          }
        });
    setOnKeyPressed(
        event -> {
          Sheet.Row row = getSelectionModel().getSelectedItem();
          if (row != null && event.getCode() == KeyCode.ENTER) {
            opened.accept(row);
            event.consume();
          }
        });
  }

  /** Shows a sheet; where it is the one that was there, what was sorted stays so. */
  void show(Sheet sheet) {
    Sheet before = shown;
    if (sheet.equals(before)) {
      return;
    }
    shown = sheet;
    if (before == null
        || !before.id().equals(sheet.id())
        || !before.columns().equals(sheet.columns())) {
      columns(sheet);
    }
    setAccessibleText(sheet.title());
    Sheet.Row selected = getSelectionModel().getSelectedItem();
    all.setAll(sheet.rows());
    if (selected != null) {
      select(selected);
    }
  }

  private void select(Sheet.Row before) {
    for (Sheet.Row row : getItems()) {
      if (Objects.equals(row.thing(), before.thing())
          && Objects.equals(row.line(), before.line())) {
        getSelectionModel().select(row);
        return;
      }
    }
  }

  /** The rows that have that text somewhere. */
  void filter(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    some.setPredicate(wanted.isEmpty() ? null : row -> has(row, wanted));
  }

  private static boolean has(Sheet.Row row, String wanted) {
    return row.cells().stream()
        .anyMatch(cell -> cell.text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** What is to be seen, in its order. */
  @Nullable Sheet sheet() {
    Sheet sheet = shown;
    return sheet == null ? null : sheet.with(getItems());
  }

  private void columns(Sheet sheet) {
    getColumns().clear();
    for (int i = 0; i < sheet.columns().size(); i++) {
      getColumns().add(column(sheet.columns().get(i), i));
    }
  }

  private static TableColumn<Sheet.Row, Cell> column(Sheet.Column told, int at) {
    TableColumn<Sheet.Row, Cell> column = new TableColumn<>(told.title());
    column.setMinWidth(56);
    boolean figure = told.unit() != Sheet.Unit.WORDS;
    column.setPrefWidth(figure ? 116 : at == 0 ? 200 : 220);
    column.setMaxWidth(figure ? 150 : 2_000);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(at)));
    column.setComparator(Cell::compareTo);
    if (figure) {
      column.getStyleClass().add("figure");
    }
    column.setCellFactory(_ -> new Written());
    return column;
  }

  /** A cell that shows a cell. */
  private static final class Written extends TableCell<Sheet.Row, Cell> {
    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      setText(empty || cell == null ? null : cell.text());
    }
  }
}
