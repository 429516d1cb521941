package interleave.view.compare;

import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.Difference;
import interleave.timeline.compare.Section;
import interleave.view.control.Copying;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** In what two runs differ, row by row. */
final class DifferenceTable extends TableView<Difference> {
  private static final SpokenWords WORDS = SpokenWords.of("view/compare");

  private List<Difference> of = List.of();
  private boolean all;

  /**
   * @param chosen hears which row was chosen
   */
  DifferenceTable(Consumer<Difference> chosen) {
    setId("compare-table");
    WORDS.accessible(this, "says");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setMinHeight(0);
    column("section", 110, row -> row.section().title(), false);
    column("thing", 200, DifferenceTable::name, false);
    column("figure", 170, row -> row.metric().title(), false);
    column("first", 130, Difference::showA, true);
    column("second", 130, Difference::showB, true);
    column("change", 160, DifferenceTable::change, true);
    Label nothing = WORDS.label("alike");
    nothing.getStyleClass().add("muted");
    setPlaceholder(nothing);
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> {
              if (row != null) {
                chosen.accept(row);
              }
            });
    Copying.rows(this, _ -> List.of());
  }

  private void column(String key, double width, Function<Difference, String> text, boolean figure) {
    TableColumn<Difference, String> column = new TableColumn<>();
    column.textProperty().bind(WORDS.text("column." + key));
    column.setPrefWidth(width);
    column.setMinWidth(60);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    if (figure) {
      column.getStyleClass().add("figure");
    }
    getColumns().add(column);
  }

  private static String name(Difference row) {
    return row.section() == Section.RUN ? "" : row.name();
  }

  private static String change(Difference row) {
    String change = row.showChange();
    return switch (row.verdict()) {
      case 1 -> WORDS.get("worse", change);
      case -1 -> WORDS.get("better", change);
      default -> change;
    };
  }

  void show(Comparison comparison) {
    if (comparison.differences() != of) {
      of = comparison.differences();
      fill();
    }
  }

  /** Also what is alike, or no longer. */
  void all(boolean wanted) {
    all = wanted;
    fill();
  }

  private void fill() {
    getItems().setAll(of.stream().filter(each -> all || each.isNotable()).toList());
  }
}
