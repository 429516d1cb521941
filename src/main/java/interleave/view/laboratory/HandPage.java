package interleave.view.laboratory;

import interleave.explore.Operation;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.Conduct;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.Failure;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Who could go on, and what each would do next; one of them is chosen. */
final class HandPage extends VBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/laboratory");
  private static final int MOST_KEYS = 9;

  private final Bench bench;
  private final Label status = new Label();
  private final Label goal = new Label();
  private final VBox rows = new VBox(3);
  private final Button undo;
  private final Button goOn;
  private final Button begin;
  private final TextField schedule = new TextField();
  private final Label refused = new Label();
  private String followed = "";
  private Shown shown = new Shown(Optional.empty(), Language.ENGLISH, false);

  /** What was made into nodes. */
  private record Shown(Optional<Conduct.State> state, Language language, boolean starting) {
    private boolean is(Shown other) {
      return state.orElse(null) == other.state.orElse(null)
          && language == other.language
          && starting == other.starting;
    }
  }

  HandPage(Bench bench) {
    super(6);
    this.bench = bench;
    setId("laboratory-hand");
    getStyleClass().add("laboratory-page");
    status.setId("laboratory-status");
    status.getStyleClass().add("status-line");
    status.setWrapText(true);
    status.setMinHeight(Region.USE_PREF_SIZE);
    goal.setId("laboratory-goal");
    goal.getStyleClass().add("goal");
    goal.setWrapText(true);
    goal.setMinHeight(Region.USE_PREF_SIZE);
    rows.setId("laboratory-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    undo = chip("undo", bench::undo);
    goOn = chip("go-on", bench::goOn);
    begin = chip("begin", () -> bench.begin(List.of()));
    getChildren().addAll(goal, status, scroll, refused, below());
    setMinHeight(0);
  }

  private static Button chip(String key, Runnable action) {
    Button chip = WORDS.on(Chips.chip("", action), key);
    chip.setId("laboratory-" + key);
    chip.setTooltip(WORDS.tooltip(key + ".tip"));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private HBox below() {
    schedule.setId("laboratory-schedule");
    WORDS.accessible(schedule, "schedule");
    schedule.promptTextProperty().bind(WORDS.text("schedule"));
    schedule.setOnAction(_ -> replay());
    HBox.setHgrow(schedule, Priority.ALWAYS);
    schedule.setMinWidth(80);
    refused.setWrapText(true);
    refused.setMinHeight(Region.USE_PREF_SIZE);
    refused.getStyleClass().add("danger");
    refuse("");
    HBox row = new HBox(6, undo, goOn, begin, schedule, chip("replay", this::replay));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void refuse(String why) {
    refused.setText(why);
    refused.setVisible(!why.isEmpty());
    refused.setManaged(!why.isEmpty());
  }

  private void replay() {
    refuse(bench.replay(schedule.getText()).orElse(""));
  }

  @Override
  public void show(Frame frame) {
    Shown now = new Shown(bench.state(), frame.language(), bench.isStarting());
    aim(now.state);
    follow();
    if (!now.is(shown)) {
      shown = now;
      fill(now);
    }
  }

  /** Shows the schedule as it goes on; what somebody typed stays until it does. */
  private void follow() {
    String text = bench.schedule();
    if (!text.equals(followed)) {
      followed = text;
      schedule.setText(text);
      schedule.end();
      refuse("");
    }
  }

  private void fill(Shown now) {
    Optional<Conduct.Phase> phase = now.state.map(Conduct.State::phase);
    boolean asking = phase.filter(Conduct.Phase.ASKING::equals).isPresent();
    status.setText(status(now));
    undo.setDisable(now.starting || now.state.filter(each -> !each.chosen().isEmpty()).isEmpty());
    goOn.setDisable(!asking);
    begin.setDisable(now.starting);
    List<Node> made = new ArrayList<>();
    if (asking) {
      Conduct.State state = now.state.orElseThrow();
      state.trace().ifPresent(trace -> rows(state, trace, made));
    }
    rows.getChildren().setAll(made);
  }

  private void rows(Conduct.State state, Trace trace, List<Node> made) {
    Map<ThreadId, Operation> standing = trace.standing();
    int number = 0;
    for (ThreadId each : state.enabled()) {
      Operation next = standing.get(each);
      made.add(row(++number, each, next == null ? "" : does(each, next, trace), place(next)));
    }
    standing.forEach(
        (thread, next) -> {
          if (!state.enabled().contains(thread)) {
            Label waits = new Label(WORDS.get("waits", does(thread, next, trace)));
            waits.getStyleClass().addAll("laboratory-waits", "muted");
            made.add(waits);
          }
        });
  }

  private static String does(ThreadId thread, Operation next, Trace trace) {
    return WORDS.get(
        "does", EndingSentence.name(thread, trace), EndingSentence.of(next, "", trace));
  }

  private static String place(@org.jspecify.annotations.Nullable Operation next) {
    return next == null ? "" : EndingSentence.place(next.place());
  }

  private Node row(int number, ThreadId thread, String does, String place) {
    Label key = new Label(number <= MOST_KEYS ? Integer.toString(number) : "");
    key.getStyleClass().add("key");
    key.setMinWidth(22);
    Label what = new Label(does);
    what.setMinWidth(0);
    Label where = new Label(place);
    where.getStyleClass().add("where");
    where.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(10, key, what, gap, where);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.getStyleClass().add("laboratory-row");
    button.setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(button.widthProperty().subtract(18));
    button.setAccessibleText(does);
    button.setId("laboratory-choose-" + number);
    button.setOnAction(_ -> bench.choose(thread));
    return button;
  }

  private String status(Shown now) {
    if (now.starting) {
      return WORDS.get("starting");
    }
    if (now.state.isEmpty()) {
      return WORDS.get("none");
    }
    Conduct.State state = now.state.get();
    return switch (state.phase()) {
      case GOING -> WORDS.get("going");
      case ASKING -> WORDS.get("asking", state.chosen().size() + 1);
      case OVER ->
          state.failure().isEmpty() && state.trace().isPresent()
              ? over(state.trace().get())
              : WORDS.get("failed", state.failure());
    };
  }

  private static String over(Trace trace) {
    boolean plain = EndingSentence.isPlain(trace.ending());
    StringBuilder text =
        new StringBuilder(
            plain ? WORDS.get("over.plain") : WORDS.get("over", EndingSentence.of(trace)));
    trace.told().stream()
        .distinct()
        .limit(3)
        .forEach(each -> text.append('\n').append(EndingSentence.of(each)));
    return text.toString();
  }

  /** What is to be reached, and whether it is. */
  private void aim(Optional<Conduct.State> state) {
    Optional<Failure> wanted = bench.goal();
    goal.setVisible(wanted.isPresent());
    goal.setManaged(wanted.isPresent());
    if (wanted.isEmpty()) {
      return;
    }
    String what = WORDS.get("goal." + wanted.get().word());
    boolean reached =
        bench.isByHand()
            && state.flatMap(Conduct.State::trace).filter(wanted.get()::in).isPresent();
    int chosen = state.map(each -> each.chosen().size()).orElse(0);
    String text =
        reached
            ? WORDS.get("goal.reached", what, chosen)
            : bench
                .fewest()
                .map(most -> WORDS.get("goal.most", what, most, chosen))
                .orElseGet(() -> WORDS.get("goal", what, chosen));
    if (!text.equals(goal.getText())) {
      goal.setText(text);
      goal.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("reached"), reached);
    }
  }
}
