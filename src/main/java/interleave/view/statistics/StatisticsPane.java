package interleave.view.statistics;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.TimeRange;
import interleave.timeline.statistics.CommaSeparated;
import interleave.timeline.statistics.Sheet;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.control.Histogram;
import interleave.view.control.SlowAnswer;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the run, or of the range that was asked about: one sheet at a time, sorted and
 * filtered as one likes, with the lengths of the waits that the selected row tells of.
 */
public final class StatisticsPane extends BorderPane implements FramePane {
  /** What the page asks for. */
  public interface Actions {
    /** Selects a thing and brings it into sight. */
    void go(ThingRef thing);

    /** Zooms to the range. */
    void zoom(TimeRange range);

    /** Saves a figure of the range. */
    void picture();

    /** Saves all sheets. */
    void save(String sheets);

    /** Asks what is to leave for another tool. */
    void export();

    /** Asks about the whole run again. */
    void whole();

    /** Something was copied. */
    void copied(String what);
  }

  private static final SpokenWords WORDS = SpokenWords.of("view/statistics");

  /** What one sees before one has chosen: slices where a file tells of them. */
  private static final List<String> FIRST = List.of("slices", "threads");

  /** Chips stand side by side for as long as there is room. */
  private static final double ONE_ROW = 10_000;

  private final Actions actions;
  private final Supplier<Colours> colours;
  private final SlowAnswer<Figures.Wish, List<Sheet>> maker =
      new SlowAnswer<>(Figures::of, Figures.Wish::isLike, this::made);
  private final FlowPane chips = new FlowPane(6, 4);
  private final TextField filter = new TextField();
  private final RangeBar range;
  private final Label nothing = WORDS.label("nothing");
  private boolean adding;
  private final Label note = new Label();
  private final Histogram histogram = new Histogram();
  private final Label waitsOf = new Label();
  private final Button allWaits = new Button();
  private final VBox beside = new VBox(6);
  private final SheetTable table = new SheetTable(this::chosen, this::opened);
  private List<Sheet> sheets = List.of();
  private String page = "";
  private @Nullable Site line;

  public StatisticsPane(Actions actions, Supplier<Colours> colours) {
    this.actions = actions;
    this.colours = colours;
    setId("statistics");
    range = new RangeBar(actions, this::save);
    filter.setId("sheet-filter");
    filter.setPrefColumnCount(11);
    filter.promptTextProperty().bind(WORDS.text("filter"));
    WORDS.accessible(filter, "filter");
    filter
        .textProperty()
        .addListener(
            (_, _, text) -> {
              table.filter(text);
              WORDS.on(nothing, text.isBlank() ? "nothing" : "hidden");
            });
    Button copy = Chips.chip("", this::copy);
    copy.textProperty().bind(WORDS.text("copy"));
    copy.setId("sheet-copy");
    Button save = Chips.chip("", this::save);
    save.textProperty().bind(WORDS.text("save"));
    save.setId("sheet-save");
    HBox.setHgrow(chips, Priority.ALWAYS);
    chips.setAlignment(Pos.CENTER_LEFT);
    chips.setPrefWrapLength(ONE_ROW);
    HBox bar = new HBox(6, chips, filter, copy, save);
    for (Region fixed : List.of(filter, copy, save)) {
      fixed.setMinWidth(Region.USE_PREF_SIZE);
    }
    bar.setAlignment(Pos.TOP_LEFT);
    bar.setPadding(new Insets(5, 12, 5, 12));
    note.setVisible(false);
    note.setManaged(false);
    setTop(new VBox(range, bar, note));
    nothing.getStyleClass().add("muted");
    table.setPlaceholder(nothing);
    table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> beside(row));
    note.getStyleClass().add("muted");
    note.setPadding(new Insets(0, 12, 5, 12));
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.setId("sheet-note");
    waitsOf.getStyleClass().add("muted");
    waitsOf.setWrapText(true);
    allWaits.getStyleClass().add("link");
    allWaits.setId("all-waits");
    allWaits.setMnemonicParsing(false);
    beside.setId("wait-lengths");
    beside.setPadding(new Insets(8, 12, 8, 12));
    beside.setPrefWidth(250);
    beside.setMinWidth(250);
    beside.getChildren().addAll(waitsOf, histogram, allWaits);
    setCenter(table);
    setMinSize(0, 0);
  }

  /** Only called while it is the page in front. */
  @Override
  public void show(Frame frame) {
    range.show(frame);
    boolean waiting =
        maker.ask(
            new Figures.Wish(
                frame.timeline(),
                frame.range().orElse(null),
                line,
                frame.path().orElse(null),
                frame.language()));
    if (sheets.isEmpty() && waiting != adding) {
      adding = waiting;
      WORDS.on(nothing, waiting ? "adding" : "nothing");
    }
  }

  /** Lists all waits at a line of the source. */
  public void waitsAt(Site place) {
    line = place;
    page = "waits-at";
    filter.clear();
  }

  /** Brings the critical path to the front as soon as there is one. */
  public void path() {
    page = "path";
    filter.clear();
    turn(page);
  }

  /** Saves all that is told, for other programs. */
  public void save() {
    if (!sheets.isEmpty()) {
      actions.save(CommaSeparated.of(sheets));
    }
  }

  private void copy() {
    Sheet sheet = table.sheet();
    if (sheet != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(CommaSeparated.of(sheet));
      Clipboard.getSystemClipboard().setContent(content);
      int rows = sheet.rows().size();
      actions.copied(WORDS.count("copied", rows, sheet.title(), Durations.count(rows)));
    }
  }

  private void made(List<Sheet> now) {
    boolean same = titles(now).equals(titles(sheets));
    sheets = now;
    if (!same) {
      chips.getChildren().setAll(now.stream().map(this::chip).toList());
    }
    turn(page);
  }

  private static List<String> titles(List<Sheet> sheets) {
    return sheets.stream().map(sheet -> sheet.id() + sheet.title()).toList();
  }

  private ToggleButton chip(Sheet sheet) {
    ToggleButton chip = new ToggleButton(sheet.title());
    chip.getStyleClass().setAll("toggle-button", "chip", "sheet-chip");
    chip.setUserData(sheet.id());
    chip.setMnemonicParsing(false);
    chip.setOnAction(_ -> turn(sheet.id()));
    return chip;
  }

  /** Shows that sheet; where there is none of it, the first. */
  private void turn(String id) {
    page = id;
    Sheet sheet =
        sheets.stream()
            .filter(each -> id.isEmpty() ? FIRST.contains(each.id()) : each.id().equals(id))
            .findFirst()
            .orElse(sheets.isEmpty() ? null : sheets.getFirst());
    if (sheet == null) {
      table.getColumns().clear();
      return;
    }
    for (var chip : chips.getChildren()) {
      ((ToggleButton) chip).setSelected(sheet.id().equals(chip.getUserData()));
    }
    table.show(sheet);
    note(sheet);
    beside(table.getSelectionModel().getSelectedItem());
  }

  /** What is told of all rows, and where some are left out. */
  private void note(Sheet sheet) {
    boolean more = sheet.all() > sheet.rows().size();
    String left =
        more
            ? WORDS.get("more", Durations.count(sheet.rows().size()), Durations.count(sheet.all()))
            : "";
    note.setText(sheet.says().isEmpty() ? left : sheet.says() + (more ? " " + left : ""));
    note.setVisible(!note.getText().isEmpty());
    note.setManaged(note.isVisible());
  }

  private void chosen(Sheet.Row row) {
    if (row.line() == null || page.equals("waits-at")) {
      opened(row);
    }
  }

  private void opened(Sheet.Row row) {
    Site place = row.line();
    if (place != null && !page.equals("waits-at")) {
      waitsAt(place);
    } else if (row.thing() != null) {
      actions.go(row.thing());
    }
  }

  /** How long the waits were that the row tells of. */
  private void beside(Sheet.@Nullable Row row) {
    boolean waits =
        row != null
            && histogram.show(
                row.waits()::count, colours.get().line(ThreadState.LOCK_WAIT), muted());
    setRight(waits ? beside : null);
    if (row != null && waits) {
      waitsOf.setText(WORDS.get("lengths", row.cells().getFirst().text()));
      Site place = row.line();
      allWaits.setVisible(place != null);
      allWaits.setText(place == null ? "" : WORDS.get("all-waits"));
      allWaits.setOnAction(_ -> opened(row));
    }
  }

  private Color muted() {
    return Color.web(colours.get().theme().isDark() ? "#929ba5" : "#5d656e");
  }
}
