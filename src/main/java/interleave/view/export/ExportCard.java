package interleave.view.export;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.LaneChoice;
import interleave.timeline.range.TimeRange;
import interleave.view.control.SpokenWords;
import interleave.view.control.StretchChoice;
import interleave.view.control.ValueNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what of a run is to leave, and in which format. */
public final class ExportCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/export");

  private final Excerpt run;
  private final ComboBox<ExportFormat> format = new ComboBox<>();
  private final StretchChoice stretch;
  private final TextField names = new TextField();
  private final Label told = new Label();
  private final Button export = WORDS.on(new Button(), "export.begin");

  /** What was asked for. */
  public record Wish(ExportFormat format, Excerpt what) {}

  /**
   * @param run all of it
   * @param visible what of it the timeline shows
   * @param selected what is asked about in particular
   * @param wished takes the wish, and the card away
   */
  public ExportCard(
      Excerpt run,
      List<ExportFormat> formats,
      Optional<TimeRange> visible,
      Optional<TimeRange> selected,
      Consumer<Wish> wished) {
    this.run = run;
    setId("export");
    getStyleClass().add("card");
    setMaxSize(690, Region.USE_PREF_SIZE);
    Label title = WORDS.label("export");
    title.getStyleClass().add("title");
    choose(formats);
    stretch = new StretchChoice("export", run.timeline(), run.range(), visible, selected);
    names.setId("export-names");
    names.promptTextProperty().bind(WORDS.text("export.names"));
    WORDS.accessible(names, "export.threads");
    names.textProperty().addListener((_, _, _) -> count());
    told.setId("export-told");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    told.getStyleClass().add("muted");
    GridPane fields = new GridPane(14, 12);
    fields.addRow(0, name("export.format"), format);
    fields.addRow(1, name("export.time"), stretch);
    fields.addRow(2, name("export.threads"), new VBox(4, names, told));
    GridPane.setHgrow(format, Priority.ALWAYS);
    export.setId("export-begin");
    export.setDefaultButton(true);
    export.getStyleClass().add("accent");
    export.setOnAction(_ -> wished.accept(wish()));
    HBox below = new HBox(export);
    below.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, fields, below);
    count();
  }

  private static Label name(String key) {
    Label label = WORDS.label(key);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private void choose(List<ExportFormat> formats) {
    format.setId("export-format");
    WORDS.accessible(format, "export.format");
    format.getItems().setAll(formats);
    format.setMaxWidth(Double.MAX_VALUE);
    format.setConverter(new ValueNames<>(each -> each.title() + "  " + each.suffixes().getFirst()));
    format.getSelectionModel().selectFirst();
  }

  /** Gives it the keyboard. */
  public void focus() {
    format.requestFocus();
  }

  private LaneChoice lanes() {
    return LaneChoice.named(run.timeline(), names.getText());
  }

  private void count() {
    LaneChoice chosen = lanes();
    int all = run.timeline().lanes().size();
    long fit =
        chosen.isAll()
            ? all
            : run.timeline().lanes().stream().filter(it -> chosen.has(it.index())).count();
    told.setText(WORDS.get(fit == 0 ? "export.nobody" : "export.count", fit, all));
    export.setDisable(fit == 0);
  }

  private Wish wish() {
    return new Wish(format.getValue(), run.in(stretch.chosen()).of(lanes()));
  }
}
