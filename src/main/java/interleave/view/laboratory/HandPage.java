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
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
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
  private static final double ONE_ROW = 520;
  private static final int MOST_TOLD = 3;

  private static final PseudoClass WENT = PseudoClass.getPseudoClass("went");
  private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

  private final Bench bench;
  private final Label status = new Label();
  private final Label goal = new Label();
  private final Label looking = new Label();
  private final VBox rows = new VBox(3);
  private final Button undo;
  private final Button goOn;
  private final Button begin;
  private final TextField schedule = new TextField();
  private final Label refused = new Label();
  private String followed = "";
  private Shown shown = new Shown(Optional.empty(), Optional.empty(), Language.ENGLISH, false);

  /** What was made into nodes. */
  private record Shown(
      Optional<Conduct.State> state, Optional<Moment> moment, Language language, boolean starting) {
    private boolean is(Shown other) {
      return state.orElse(null) == other.state.orElse(null)
          && moment.isPresent() == other.moment.isPresent()
          && moment.filter(it -> !it.isLike(other.moment.orElse(it))).isEmpty()
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
    looking.setId("laboratory-back");
    looking.getStyleClass().add("muted");
    looking.setWrapText(true);
    looking.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().addAll(goal, status, looking, scroll, refused, below());
    setMinHeight(0);
  }

  private static Button chip(String key, Runnable action) {
    Button chip = WORDS.on(Chips.chip("", action), key);
    chip.setId("laboratory-" + key);
    chip.setTooltip(WORDS.tooltip(key + ".tip"));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private VBox below() {
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
    HBox chips = new HBox(6, undo, goOn, begin);
    HBox schedules = new HBox(6, schedule, chip("replay", this::replay));
    chips.setAlignment(Pos.CENTER_LEFT);
    schedules.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(schedules, Priority.ALWAYS);
    HBox row = new HBox(6);
    VBox below = new VBox(5);
    widthProperty()
        .addListener((_, _, width) -> arrange(width.doubleValue(), chips, schedules, row, below));
    arrange(ONE_ROW, chips, schedules, row, below);
    return below;
  }

  /** In one row where there is room for a schedule beside the buttons. */
  private static void arrange(double width, HBox chips, HBox schedules, HBox row, VBox below) {
    boolean one = width >= ONE_ROW;
    if (below.getChildren().size() == (one ? 1 : 2)) {
      return;
    }
    row.getChildren().clear();
    below.getChildren().clear();
    if (one) {
      row.getChildren().addAll(chips, schedules);
      below.getChildren().add(row);
    } else {
      below.getChildren().addAll(chips, schedules);
    }
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
    Shown now = new Shown(bench.state(), bench.moment(), frame.language(), bench.isStarting());
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
    String back = now.moment.map(HandPage::back).orElse("");
    looking.setText(back);
    looking.setVisible(!back.isEmpty());
    looking.setManaged(!back.isEmpty());
    List<Node> made = new ArrayList<>();
    now.moment.ifPresent(moment -> rows(moment, made));
    rows.getChildren().setAll(made);
  }

  /** What is to be seen where the playhead stands further back. */
  private static String back(Moment moment) {
    return moment
        .went()
        .map(
            went ->
                WORDS.get(
                    moment.isChoice() ? "back" : "back.only",
                    moment.taken() + 1,
                    EndingSentence.name(went, moment.trace())))
        .orElse("");
  }

  private void rows(Moment moment, List<Node> made) {
    Trace trace = moment.trace();
    Map<ThreadId, Operation> standing = moment.standing();
    int number = 0;
    for (ThreadId each : moment.enabled()) {
      Operation next = standing.get(each);
      String does = next == null ? EndingSentence.name(each, trace) : does(each, next, trace);
      made.add(row(++number, each, does, moment));
    }
    standing.forEach(
        (thread, next) -> {
          if (!moment.enabled().contains(thread)) {
            Label waits = new Label(WORDS.get("waits", does(thread, next, trace)));
            waits.getStyleClass().addAll("laboratory-waits", "muted");
            waits.setWrapText(true);
            waits.setMinHeight(Region.USE_PREF_SIZE);
            made.add(waits);
          }
        });
  }

  private static String does(ThreadId thread, Operation next, Trace trace) {
    return WORDS.get(
        "does", EndingSentence.name(thread, trace), EndingSentence.of(next, "", trace));
  }

  private Node row(int number, ThreadId thread, String does, Moment moment) {
    Operation next = moment.standing().get(thread);
    String place = next == null ? "" : EndingSentence.place(next.place());
    boolean room = getWidth() >= ONE_ROW;
    Label key = new Label(NextSteps.key(number));
    key.getStyleClass().add("key");
    key.setMinWidth(22);
    Label what = new Label(does);
    Label where = new Label(room ? place : place.substring(place.lastIndexOf(':') + 1));
    where.getStyleClass().add("where");
    where.setMinWidth(Region.USE_PREF_SIZE);
    what.setMinWidth(0);
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
    button.pseudoClassStateChanged(WENT, moment.went().filter(thread::equals).isPresent());
    boolean isChoice = moment.isChoice();
    button.setMouseTransparent(!isChoice);
    button.setFocusTraversable(isChoice);
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
      case GOING -> WORDS.get(state.trace().isEmpty() ? "starting" : "going");
      case ASKING ->
          WORDS.get("asking", state.chosen().size() + 1)
              + state.trace().map(HandPage::told).orElse("");
      case OVER ->
          state.failure().isEmpty() && state.trace().isPresent()
              ? over(state.trace().get())
              : WORDS.get("failed", state.failure());
    };
  }

  private static String over(Trace trace) {
    boolean plain = EndingSentence.isPlain(trace);
    String ended = plain ? WORDS.get("over.plain") : WORDS.get("over", EndingSentence.of(trace));
    return ended + told(trace);
  }

  /** What it did that is not controlled, line by line. */
  private static String told(Trace trace) {
    return trace.told().stream()
        .distinct()
        .limit(MOST_TOLD)
        .map(each -> "\n" + EndingSentence.of(each))
        .collect(Collectors.joining());
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
      goal.pseudoClassStateChanged(REACHED, reached);
    }
  }
}
