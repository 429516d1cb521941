package interleave.view.inspector;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Try;
import interleave.timeline.LockTrack;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.Copying;
import interleave.view.control.Cover;
import interleave.view.control.FramePane;
import interleave.view.control.Histogram;
import interleave.view.control.SpokenWords;
import interleave.view.question.QuestionCard;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.view.theme.Colours;
import interleave.words.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/**
 * The pane at the right.
 *
 * <pre>
 *   Lock balance                subject
 *   held by   Thread-1          facts
 *   [ one sentence ]            or the steps of a lost update
 *   ─────────────────
 *   ( What will happen? )       of the scenario, and what the run has answered
 *   ─────────────────
 *   Wait before acquire         for locks
 *   ─────────────────
 *   What to see                 of the scenario
 *   Time by state
 *   Try
 * </pre>
 */
public final class InspectorPane extends ScrollPane implements FramePane {
  /** What the inspector asks for. */
  public interface Actions {
    void seek(long time);

    /** Goes to a lost update: selects it, shows it, moves the playhead there. */
    void lostUpdate(ThingRef.LostUpdate lost);

    void run(Program program);

    /** Shows a line of the source. */
    void line(Site site);

    /** Selects a thing and moves the playhead to a moment of it. */
    void thing(ThingRef thing, long time);

    /** Whether there was a run before the one in sight. */
    default boolean isComparable() {
      return false;
    }

    /** Shows that beside the one in sight. */
    default void compare() {}

    /** Shows what is covered. */
    default void uncover(Covers.Part part) {}

    /** Opens the laboratory, or closes it. */
    default void laboratory() {}
  }

  /** Says in one sentence what happened and why; empty when there is nothing to say. */
  @FunctionalInterface
  public interface Explainer {
    String sentence(Timeline timeline, ThingRef thing);
  }

  private static final SpokenWords WORDS = SpokenWords.of("view/inspector");
  private static final long PAUSE = 80_000_000L;
  private static final int BARS = 8;

  private final Actions wishes;
  private final Explainer explainer;
  private final QuestionCard question;
  private final Supplier<Colours> colours;
  private final VBox box = new VBox();
  private final Label subject = new Label();
  private final FactGrid facts;
  private final Label sentence = new Label();
  private final ChainList chain;
  private final LostUpdateSteps steps;
  private final Button toLost = new Button();
  private final VBox waits = new VBox(8);
  private final Histogram histogram = new Histogram();
  private final VBox seeing = new VBox(8);
  private final Label words = new Label();
  private final Cover covered;
  private final VBox time = new VBox(8);
  private final GridPane bars = new GridPane(8, 8);
  private final VBox speed = new VBox(8);
  private final Label speedTitle = SpokenWords.of("view/phases").label("section");
  private final GridPane speeds = new GridPane(8, 4);
  private final VBox trying = new VBox(6);
  private final Button compare = new Button();
  private final Button laboratory = new Button();

  private Optional<RunOrigin> program = Optional.empty();
  private Optional<Program.Lesson> lesson = Optional.empty();
  private Optional<ThingRef> thing = Optional.empty();
  private List<TimeByState.Bar> barsShown = List.of();
  private List<SpeedUpBar.Bar> speedsShown = List.of();
  private Colours coloursShown = new Colours(interleave.view.theme.Theme.LIGHT);
  private Optional<Frame> last = Optional.empty();
  private Language language = Language.current();
  private long refreshed;

  /**
   * @param question the card with the question of the scenario, which has a place before <i>What to
   *     see</i>
   */
  public InspectorPane(
      Actions wishes, Explainer explainer, Supplier<Colours> colours, QuestionCard question) {
    this.wishes = wishes;
    facts = new FactGrid(wishes::line, wishes::thing);
    chain = new ChainList(wishes::thing);
    this.question = question;
    this.explainer = explainer;
    this.colours = colours;
    covered =
        new Cover(
            "see",
            () -> {
              wishes.uncover(new Covers.Part(Covers.Kind.SEE));
              requestFocus(); // the keyboard stays here
            });
    steps = new LostUpdateSteps(wishes::seek, this::goToLost);
    getStyleClass().add("inspector-scroll");
    box.getStyleClass().add("inspector");
    setId("inspector");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(0);
    subject.getStyleClass().add("subject");
    subject.setId("subject");
    subject.setWrapText(true);
    sentence.getStyleClass().add("sentence");
    sentence.setId("sentence");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    toLost.getStyleClass().add("try");
    toLost.setId("first-lost");
    WORDS.on(toLost, "to-lost");
    toLost.setMaxWidth(Double.MAX_VALUE);
    toLost.setOnAction(_ -> goToLost(0));
    offer(compare, "compare", wishes::compare);
    compare.setId("compare-before");
    offer(laboratory, "laboratory", wishes::laboratory);
    laboratory.setId("to-laboratory");
    ColumnConstraints name = new ColumnConstraints(60, Region.USE_COMPUTED_SIZE, 124);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    bars.getColumnConstraints().addAll(name, bar);
    speeds.getColumnConstraints().addAll(name, bar);
    speedTitle.getStyleClass().add("section");
    speed.getChildren().addAll(rule(), speedTitle, speeds);
    waits.getChildren().addAll(rule(), section("waits"), histogram);
    seeing.getChildren().addAll(rule(), section("see"), covered, words);
    time.getChildren().addAll(rule(), section("time"), bars);
    box.getChildren()
        .addAll(
            subject,
            facts,
            steps,
            sentence,
            chain,
            toLost,
            question,
            waits,
            speed,
            seeing,
            time,
            trying,
            laboratory,
            compare);
    box.setSpacing(10);
    addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus()); // for Ctrl+C
    Copying.all(this, this::text);
    setContent(box);
    for (Node node :
        List.of(
            facts,
            sentence,
            chain,
            steps,
            toLost,
            waits,
            speed,
            seeing,
            time,
            trying,
            laboratory,
            compare)) {
      present(node, false);
    }
  }

  /** What is told of the thing, line by line. */
  private String text() {
    String end = System.lineSeparator();
    StringBuilder text = new StringBuilder(subject.getText());
    if (facts.isVisible()) {
      text.append(end).append(facts.text());
    }
    if (sentence.isVisible()) {
      text.append(end).append(sentence.getText());
    }
    return text.toString();
  }

  private static Node rule() {
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    VBox.setMargin(rule, new javafx.geometry.Insets(4, 0, 4, 0));
    return rule;
  }

  private static Label section(String key) {
    Label label = WORDS.label(key);
    label.getStyleClass().add("section");
    return label;
  }

  private static void present(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  @Override
  public void show(Frame frame) {
    question.show(frame);
    boolean hidden = frame.covers().hides(Covers.Kind.SEE);
    present(covered, hidden);
    present(words, !hidden);
    present(laboratory, frame.chosen().filter(Program.class::isInstance).isPresent());
    present(compare, frame.hasRun() && wishes.isComparable());
    boolean retold = frame.language() != language;
    boolean chosen = retold || !frame.chosen().equals(program);
    language = frame.language();
    if (retold) {
      speedsShown = List.of();
    }
    program = frame.chosen();
    if (retold || !frame.lesson().equals(lesson)) {
      lesson = frame.lesson();
      lesson();
    }
    boolean same =
        last.isPresent()
            && last.get().timeline() == frame.timeline()
            && last.get().playhead() == frame.playhead()
            && last.get().selection().equals(frame.selection())
            && last.get().covers().equals(frame.covers())
            && colours.get().equals(coloursShown);
    long now = System.nanoTime();
    boolean asked = last.isPresent() && !last.get().selection().equals(frame.selection());
    if (!chosen && (same || (now - refreshed < PAUSE && !asked))) {
      return;
    }
    refreshed = now;
    last = Optional.of(frame);
    subject(frame);
    bars(frame);
    speeds(frame);
    coloursShown = colours.get();
  }

  private void lesson() {
    trying.getChildren().clear();
    present(seeing, lesson.isPresent());
    present(trying, lesson.isPresent());
    if (lesson.isPresent()) {
      Program.Lesson chosen = lesson.get();
      words.setText(chosen.scenario().whatToSee(chosen.language()));
      List<Try> tries = chosen.scenario().tries(chosen.language());
      trying.getChildren().addAll(rule(), section("try"));
      for (Try attempt : tries) {
        Button chip = new Button(attempt.label());
        chip.getStyleClass().add("try");
        chip.setWrapText(true);
        chip.setMinHeight(Region.USE_PREF_SIZE);
        chip.setMnemonicParsing(false);
        chip.setMaxWidth(Double.MAX_VALUE);
        chip.setAccessibleHelp(WORDS.get("try.help"));
        chip.setOnAction(_ -> wishes.run(chosen.with(attempt.parameters())));
        trying.getChildren().add(chip);
      }
      present(trying, !tries.isEmpty());
    }
  }

  private void subject(Frame frame) {
    Timeline timeline = frame.timeline();
    thing =
        frame.covers().hides(Covers.Kind.SEE)
            ? frame.selection() // what is of interest is for the class to find
            : frame.selection().or(() -> Interest.of(timeline, frame.playhead()));
    Optional<Subject> told = thing.flatMap(it -> Subjects.of(timeline, it, frame.playhead()));
    if (thing.isEmpty() || told.isEmpty()) {
      subject.setText(program.map(RunOrigin::title).orElseGet(() -> WORDS.get("nothing")));
      for (Node node : List.of(facts, sentence, chain, steps, toLost, waits)) {
        present(node, false);
      }
      return;
    }
    ThingRef about = thing.get();
    if (!subject.getText().equals(told.get().title())) {
      subject.setText(told.get().title());
    }
    facts.show(told.get().facts());
    present(facts, !told.get().facts().isEmpty());
    String said = explainer.sentence(timeline, about);
    if (!sentence.getText().equals(said)) {
      sentence.setText(said);
    }
    present(sentence, !said.isBlank());
    lost(frame, about);
    present(chain, chain(frame, about));
    present(
        waits,
        lockOf(timeline, about)
            .filter(
                lock ->
                    histogram.show(
                        lock::waitsInBucket, colours.get().line(ThreadState.LOCK_WAIT), muted()))
            .isPresent());
  }

  /** Whether the thread that it is about waits at the playhead, or in what is selected. */
  private boolean chain(Frame frame, ThingRef about) {
    Timeline timeline = frame.timeline();
    if (about instanceof ThingRef.Span(int lane, long start)) {
      Spans spans = timeline.lanes().get(lane).spans();
      int i = spans.at(start);
      boolean within = i >= 0 && start <= frame.playhead() && frame.playhead() < spans.end(i);
      return i >= 0 && chain.show(timeline, lane, within ? frame.playhead() : start);
    }
    return about instanceof ThingRef.Lane(int lane) && chain.show(timeline, lane, frame.playhead());
  }

  private Color muted() {
    return Color.web(colours.get().theme().isDark() ? "#929ba5" : "#5d656e");
  }

  private static Optional<LockTrack> lockOf(Timeline timeline, ThingRef thing) {
    return TrackKinds.STANDARD.owner(timeline, thing) instanceof ThingRef.Lock(int index)
        ? Optional.of(timeline.locks().get(index))
        : Optional.empty();
  }

  private void lost(Frame frame, ThingRef about) {
    Timeline timeline = frame.timeline();
    boolean stepping = false;
    boolean offering = false;
    if (about instanceof ThingRef.LostUpdate(int variable, int index)) {
      VariableTrack track = timeline.variables().get(variable);
      if (index < track.lostUpdates()) {
        stepping = true;
        steps.show(timeline, track, index, frame.playhead(), colours.get());
      }
    } else if (about instanceof ThingRef.Variable(int variable)) {
      offering = timeline.variables().get(variable).lostUpdates() > 0;
    }
    present(steps, stepping);
    present(toLost, offering);
  }

  private static void offer(Button button, String key, Runnable action) {
    button.getStyleClass().add("try");
    WORDS.on(button, key);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
  }

  private void goToLost(int index) {
    int variable =
        thing.isPresent() && thing.get() instanceof ThingRef.LostUpdate lost
            ? lost.variable()
            : thing.isPresent() && thing.get() instanceof ThingRef.Variable one ? one.index() : -1;
    if (variable >= 0) {
      wishes.lostUpdate(new ThingRef.LostUpdate(variable, index));
    }
  }

  private void speeds(Frame frame) {
    List<SpeedUpBar.Bar> now = SpeedUpBar.of(frame.timeline(), BARS);
    present(speed, !now.isEmpty());
    if (now.equals(speedsShown) && colours.get().equals(coloursShown)) {
      return;
    }
    speedsShown = now;
    speeds.getChildren().clear();
    for (int i = 0; i < now.size(); i++) {
      SpeedUpBar bar = new SpeedUpBar(now.get(i), colours.get().accent(), muted());
      speeds.addRow(i, name(now.get(i).name()), bar);
    }
  }

  private static Label name(String text) {
    Label name = new Label(text);
    name.getStyleClass().add("words");
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(text));
    return name;
  }

  private void bars(Frame frame) {
    List<TimeByState.Bar> now = frame.hasRun() ? TimeByState.of(frame.timeline(), BARS) : List.of();
    present(time, !now.isEmpty());
    if (now.equals(barsShown) && colours.get().equals(coloursShown)) {
      return;
    }
    barsShown = now;
    bars.getChildren().clear();
    for (int i = 0; i < now.size(); i++) {
      bars.addRow(i, name(now.get(i).name()), new StateBar(now.get(i), colours.get()));
    }
  }
}
