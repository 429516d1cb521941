package interleave.view.figure;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.LaneChoice;
import interleave.exchange.export.figure.FigureExport;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureSubject;
import interleave.timeline.range.TimeRange;
import interleave.typeface.Typecase;
import interleave.view.control.SpokenWords;
import interleave.view.control.StretchChoice;
import interleave.words.Language;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks how a figure of the run is wished, and shows it meanwhile. */
public final class FigureCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/figure");

  private final Excerpt run;
  private final FigureSubject subject;
  private final Wishes wishes;
  private final StretchChoice stretch;
  private final TextField names = new TextField();
  private final FigureFields fields;
  private final FigurePreview preview = new FigurePreview();

  /** What is done with a figure. */
  public interface Wishes {
    /** Saves it, where it is to go still has to be asked, and takes the card away. */
    void save(FigureExport format, Excerpt what);

    void copy(Figure figure);

    /** What was wished is kept for the next time. */
    void keep(FigureSettings settings);
  }

  /**
   * @param run all of it
   * @param subject the same as it is looked at
   * @param visible what of it the timeline shows
   * @param selected what is asked about in particular
   * @param before what was wished the last time
   */
  public FigureCard(
      Excerpt run,
      FigureSubject subject,
      Optional<TimeRange> visible,
      Optional<TimeRange> selected,
      FigureSettings before,
      Wishes wishes) {
    super(10);
    this.run = run;
    this.subject = subject;
    this.wishes = wishes;
    setId("figure");
    getStyleClass().add("card");
    setMaxSize(1060, 680);
    stretch = new StretchChoice("figure", run.timeline(), run.range(), visible, selected);
    Label title = WORDS.label("title");
    title.getStyleClass().add("title");
    fields = new FigureFields(before, Language.current(), this::change);
    VBox form = new VBox(10, fieldsOfRun(), fields);
    ScrollPane scroll = new ScrollPane(form);
    scroll.setFitToWidth(true);
    scroll.setMinWidth(400);
    scroll.setPrefWidth(430);
    HBox middle = new HBox(16, scroll, preview);
    HBox.setHgrow(preview, Priority.ALWAYS);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(title, middle, buttons());
    change();
  }

  private GridPane fieldsOfRun() {
    stretch.listen(this::change);
    names.setId("figure-names");
    names.promptTextProperty().bind(WORDS.text("names"));
    WORDS.accessible(names, "threads");
    names.textProperty().addListener((_, _, _) -> change());
    GridPane grid = new GridPane(12, 9);
    grid.getColumnConstraints().add(FigureFields.names());
    grid.addRow(0, named("time"), stretch);
    grid.addRow(1, named("threads"), names);
    GridPane.setHgrow(names, Priority.ALWAYS);
    return grid;
  }

  private static Label named(String key) {
    Label label = WORDS.label(key);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }

  private HBox buttons() {
    Button copy = WORDS.on(new Button(), "copy");
    copy.setId("figure-copy");
    copy.setOnAction(_ -> wishes.copy(figure()));
    Button save = WORDS.on(new Button(), "save");
    save.setId("figure-save");
    save.setDefaultButton(true);
    save.getStyleClass().add("accent");
    save.setOnAction(_ -> wishes.save(format(), what()));
    HBox below = new HBox(8, copy, save);
    below.setAlignment(Pos.CENTER_RIGHT);
    return below;
  }

  /** Gives it the keyboard. */
  public void focus() {
    fields.first().requestFocus();
  }

  private void change() {
    wishes.keep(new FigureSettings(fields.format().suffix(), fields.options()));
    Figure figure = figure();
    preview.show(() -> figure);
  }

  private Excerpt what() {
    return run.in(stretch.chosen()).of(lanes());
  }

  /** All, where no thread is called that. */
  private LaneChoice lanes() {
    LaneChoice some = LaneChoice.named(run.timeline(), names.getText());
    return some.isNone() ? LaneChoice.ALL : some;
  }

  private FigureExport format() {
    FigureOptions options = fields.options();
    return new FigureExport(fields.format(), options, Optional.of(subject));
  }

  private Figure figure() {
    return format().figure(what(), Typecase.shared());
  }
}
