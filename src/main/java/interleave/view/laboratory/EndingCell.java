package interleave.view.laboratory;

import interleave.explore.EndingKind;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.Report;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An ending: how, how often, and by which schedule. */
final class EndingCell extends ListCell<EndingKind> {
  private final Supplier<Optional<Report>> report;
  private final IntFunction<Optional<Node>> covers;
  private final Label how = new Label();
  private final Label often = new Label();
  private final Label schedule = new Label();
  private final VBox lines = new VBox(1, how, often, schedule);

  /**
   * @param covers what lies over the ending at that place of the list
   */
  EndingCell(Supplier<Optional<Report>> report, IntFunction<Optional<Node>> covers) {
    this.report = report;
    this.covers = covers;
    often.getStyleClass().add("muted");
    schedule.getStyleClass().add("where");
    how.getStyleClass().add("how");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    often.setWrapText(true);
    often.setMinHeight(Region.USE_PREF_SIZE);
    lines.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable EndingKind item, boolean empty) {
    super.updateItem(item, empty);
    Optional<Report> of = report.get();
    if (empty || item == null || of.isEmpty()) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    Optional<Node> cover = covers.apply(getIndex());
    if (cover.isPresent()) {
      setAccessibleText(cover.get().getAccessibleText());
      setGraphic(cover.get());
      return;
    }
    how.setText(EndingSentence.of(item.shortest()));
    often.setText(of.get().often(item));
    schedule.setText(of.get().schedule(item).toString());
    setAccessibleText(how.getText());
    setGraphic(lines);
  }
}
