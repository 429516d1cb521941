package interleave.view.laboratory;

import interleave.explore.EndingKind;
import interleave.explore.Limits;
import interleave.laboratory.Inquiry;
import interleave.laboratory.Report;
import interleave.view.control.Chips;
import interleave.view.control.Copying;
import interleave.view.control.Cover;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.control.ValueNames;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.words.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Seeks all endings of a program, or some at random; any of them is played again. */
final class EndingsPage extends VBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/laboratory");
  private static final int MOST_BOUND = 4;
  private static final int MOST_SECONDS = 3_600;

  private final Bench bench;
  private final ToggleButton random = WORDS.on(new ToggleButton(), "random");
  private final ComboBox<Integer> bound = new ComboBox<>();
  private final TextField seed = number("seed", "1", 70);
  private final TextField depth = number("depth", "3", 46);
  private final TextField seconds = number("seconds", "60", 56);
  private final HBox bounded;
  private final HBox chance;
  private final Button find;
  private final Button play;
  private final Button copy;
  private final Label progress = new Label();
  private final ListView<EndingKind> list = new ListView<>();
  private final VBox conclusions = new VBox(4);
  private @Nullable Report reported;
  private Covers covers = Covers.NONE;
  private Language language = Language.ENGLISH;

  EndingsPage(Bench bench) {
    super(6);
    this.bench = bench;
    setId("laboratory-found");
    getStyleClass().add("laboratory-page");
    random.setId("laboratory-random");
    random.getStyleClass().add("chip");
    random.setTooltip(WORDS.tooltip("random.tip"));
    random.setMinWidth(Region.USE_PREF_SIZE);
    bounded = named("bound", bound);
    HBox seeded = named("seed", seed);
    seeded.getChildren().addAll(named("depth", depth).getChildren());
    chance = seeded;
    bounds();
    find = Chips.chip("", this::find);
    find.setId("laboratory-find");
    find.setMinWidth(Region.USE_PREF_SIZE);
    random.setOnAction(_ -> arrange());
    arrange();
    progress.setId("laboratory-progress");
    progress.setWrapText(true);
    progress.setMinHeight(Region.USE_PREF_SIZE);
    progress.getStyleClass().add("muted");
    play = chip("play", this::replay);
    copy = chip("copy", this::copy);
    FlowPane bar = new FlowPane(8, 4, find, random, bounded, chance, named("seconds", seconds));
    bar.getChildren().addAll(play, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(bar, progress, results());
    setMinHeight(0);
  }

  private static Button chip(String key, Runnable action) {
    Button chip = WORDS.on(Chips.chip("", action), key);
    chip.setId("laboratory-" + key);
    chip.setTooltip(WORDS.tooltip(key + ".tip"));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private static TextField number(String key, String usual, double width) {
    TextField field = new TextField(usual);
    field.setId("laboratory-" + key);
    field.setPrefWidth(width);
    field.setMinWidth(width);
    field.setMaxWidth(width);
    WORDS.accessible(field, key);
    field.setTooltip(WORDS.tooltip(key + ".tip"));
    return field;
  }

  private static HBox named(String key, Node field) {
    Label name = WORDS.label(key);
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(6, name, field);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private void bounds() {
    bound.setId("laboratory-bound");
    bound.getItems().add(Limits.NONE);
    for (int i = 0; i <= MOST_BOUND; i++) {
      bound.getItems().add(i);
    }
    bound.getSelectionModel().selectFirst();
    bound.setConverter(
        new ValueNames<>(it -> it == Limits.NONE ? WORDS.get("bound.none") : Integer.toString(it)));
    bound.setTooltip(WORDS.tooltip("bound.tip"));
    WORDS.accessible(bound, "bound");
  }

  private HBox results() {
    list.setId("laboratory-endings-list");
    list.getStyleClass().addAll("palette-list", "laboratory-list");
    list.setCellFactory(_ -> new EndingCell(() -> Optional.ofNullable(reported), this::cover));
    list.setMinHeight(0);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            replay();
          }
        });
    list.setOnKeyPressed(
        event -> {
          boolean enter = event.getCode() == KeyCode.ENTER;
          if ((enter || event.getCode() == KeyCode.SPACE) && uncover()) {
            event.consume();
          } else if (enter) {
            replay();
            event.consume();
          }
        });
    Label nothing = WORDS.label("nothing");
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    ScrollPane said = new ScrollPane(conclusions);
    said.setFitToWidth(true);
    said.setMinHeight(0);
    said.setId("laboratory-said");
    said.setPrefWidth(230);
    said.setMinWidth(150);
    HBox row = new HBox(10, list, said);
    HBox.setHgrow(list, Priority.ALWAYS);
    row.setMinHeight(0);
    VBox.setVgrow(row, Priority.ALWAYS);
    return row;
  }

  private void arrange() {
    bounded.setVisible(!random.isSelected());
    bounded.setManaged(!random.isSelected());
    chance.setVisible(random.isSelected());
    chance.setManaged(random.isSelected());
  }

  private void find() {
    if (bench.inquiry().filter(each -> !each.isOver()).isPresent()) {
      bench.cancel();
      return;
    }
    Integer most = bound.getValue();
    Limits limits =
        most == null || random.isSelected() ? Limits.USUAL : Limits.USUAL.preemptions(most);
    Optional<Inquiry.Chance> wanted =
        random.isSelected()
            ? Optional.of(
                new Inquiry.Chance(
                    read(seed, 1, Long.MIN_VALUE, Long.MAX_VALUE), (int) read(depth, 3, 1, 20)))
            : Optional.empty();
    bench.inquire(limits, wanted, Duration.ofSeconds(read(seconds, 60, 1, MOST_SECONDS)));
  }

  /** What was typed; where that is no number, what is usual, and it says so. */
  private static long read(TextField field, long usual, long least, long most) {
    long number;
    try {
      number = Math.clamp(Long.parseLong(field.getText().strip()), least, most);
    } catch (NumberFormatException e) {
      number = usual;
    }
    field.setText(Long.toString(number));
    return number;
  }

  private void copy() {
    EndingKind chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && reported != null) {
      Copying.put(reported.schedule(chosen).toString());
    }
  }

  private void replay() {
    EndingKind chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && reported != null) {
      bench.replay(reported.schedule(chosen).toString());
    }
  }

  @Override
  public void show(Frame frame) {
    Optional<Inquiry.State> state = bench.inquiry();
    boolean going = state.filter(each -> !each.isOver()).isPresent();
    text(find, WORDS.get(going ? "cancel" : "find"));
    find.setDisable(bench.program().isEmpty());
    text(progress, state.map(each -> progress(each)).orElse(""));
    progress.setManaged(!progress.getText().isEmpty());
    Optional<Report> over = state.flatMap(Inquiry.State::report);
    boolean covered = !frame.covers().equals(covers);
    covers = frame.covers();
    // What is covered is so by its place, which may change while more is found.
    boolean early = !covers.hides(Covers.Kind.ENDING);
    Report report =
        over.or(() -> early ? state.flatMap(Inquiry.State::soFar) : Optional.empty()).orElse(null);
    if (covered || report != reported || frame.language() != language) {
      if (frame.language() != language) {
        int chosen = bound.getSelectionModel().getSelectedIndex();
        bound.getItems().setAll(List.copyOf(bound.getItems())); // they are called otherwise now
        bound.getSelectionModel().select(chosen);
      }
      reported = report;
      language = frame.language();
      list(report);
      conclusions.getChildren().setAll(over.map(this::conclusions).orElse(List.of()));
    }
    boolean chosen = list.getSelectionModel().getSelectedItem() != null;
    play.setDisable(!chosen);
    copy.setDisable(!chosen);
  }

  /** Lists what was found, also while it is sought; what is selected stays. */
  private void list(@Nullable Report report) {
    EndingKind selected = list.getSelectionModel().getSelectedItem();
    List<EndingKind> kinds = report == null ? List.of() : report.kinds();
    if (!kinds.equals(list.getItems())) {
      list.getItems().setAll(kinds);
      list.getSelectionModel().clearSelection();
      for (int i = 0; i < kinds.size(); i++) {
        if (selected != null
            && kinds.get(i).shortest().ending().equals(selected.shortest().ending())) {
          list.getSelectionModel().select(i);
        }
      }
    }
    list.refresh();
  }

  private List<Node> conclusions(Report report) {
    return covers.hides(Covers.Kind.CONCLUSION)
        ? List.of(
            new Cover("conclusion", () -> bench.uncover(new Covers.Part(Covers.Kind.CONCLUSION))))
        : report.conclusions().stream().map(EndingsPage::line).toList();
  }

  /** What lies over the ending at that place, where it is covered. */
  private Optional<Node> cover(int place) {
    Covers.Part part = new Covers.Part(Covers.Kind.ENDING, place);
    if (!covers.hides(part)) {
      return Optional.empty();
    }
    int all = list.getItems().size();
    Cover cover = new Cover("ending", () -> bench.uncover(part), place + 1, all);
    cover.setFocusTraversable(false); // the list has the keyboard
    return Optional.of(cover);
  }

  /** Shows the ending that is chosen, where it is covered. */
  private boolean uncover() {
    int place = list.getSelectionModel().getSelectedIndex();
    Covers.Part part = new Covers.Part(Covers.Kind.ENDING, place);
    boolean hidden = place >= 0 && covers.hides(part);
    if (hidden) {
      bench.uncover(part);
    }
    return hidden;
  }

  private static String progress(Inquiry.State state) {
    if (state.failure().isPresent()) {
      return state.failure().get();
    }
    return state.isOver()
        ? ""
        : state
            .progress()
            .map(each -> Report.progress(each, state.since()))
            .orElseGet(() -> WORDS.get("starting"));
  }

  private static void text(javafx.scene.control.Labeled labeled, String text) {
    if (!labeled.getText().equals(text)) {
      labeled.setText(text);
    }
  }

  private static Node line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
