package interleave.view.header;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Parameter;
import interleave.scenario.Parameter.Switch;
import interleave.timeline.layout.ObservedSteps;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.header.ParameterPopover.Taken;
import interleave.view.python.PythonChip;
import interleave.view.python.Pythons;
import interleave.view.session.Frame;
import interleave.words.Language;
import interleave.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Title, summary, and a chip for each parameter that opens its editor. */
public final class HeaderPane extends VBox implements FramePane {
  private static final Words WORDS = Words.of("view/header");
  private static final SpokenWords SPOKEN = SpokenWords.of("view/header");
  private static final Parameter OBSERVE = new Switch(WORDS, "observe", Switch.OFF);

  private final Label title = new Label();
  private final Label observed = new Label();
  private final Label summary = new Label();
  private final FlowPane chips = new FlowPane();
  private final Consumer<Program> choose;
  private final Consumer<Program> run;
  private final ParameterPopover popover;
  private final PythonChip python;
  private final Joining joining;
  private final Button join = SPOKEN.on(Chips.chip("", () -> {}), "join");
  private Optional<RunOrigin> program = Optional.empty();
  private Optional<RunOrigin> shown = Optional.empty();
  private Language language = Language.ENGLISH;

  /**
   * Workers on other machines.
   *
   * @param possible whether they can join what runs
   * @param ask asks for one
   */
  public record Joining(BooleanSupplier possible, Runnable ask) {}

  /**
   * @param openPythons opens the Pythons to choose from below a chip
   * @param choose makes a program with other values the chosen one
   * @param run the same, and runs it
   */
  public HeaderPane(
      ParameterPopover popover,
      Pythons pythons,
      Consumer<Node> openPythons,
      Consumer<Program> choose,
      Consumer<Program> run,
      Joining joining) {
    this.joining = joining;
    this.popover = popover;
    this.python = new PythonChip(pythons, openPythons);
    this.choose = choose;
    this.run = run;
    getStyleClass().add("header");
    title.getStyleClass().add("title");
    title.setId("title");
    summary.getStyleClass().add("summary");
    summary.setId("summary");
    summary.setTextOverrun(OverrunStyle.ELLIPSIS);
    summary.setMinWidth(0);
    chips.getStyleClass().add("chips");
    SPOKEN.on(observed, "observed");
    observed.setId("steps-observed");
    observed.getStyleClass().add("badge");
    observed.setTooltip(SPOKEN.tooltip("observed.tip"));
    observed.setMinWidth(USE_PREF_SIZE);
    join.setId("add-worker");
    join.setTooltip(SPOKEN.tooltip("join.tip"));
    join.setMinWidth(USE_PREF_SIZE);
    join.setOnAction(_ -> joining.ask().run());
    HBox top = new HBox(10, title, observed, join);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, summary, chips);
  }

  @Override
  public void show(Frame frame) {
    python.show(frame);
    boolean steps = ObservedSteps.anywhere(frame.timeline());
    observed.setVisible(steps);
    observed.setManaged(steps);
    boolean joinable = frame.hasRun() && frame.running() && joining.possible().getAsBoolean();
    join.setVisible(joinable);
    join.setManaged(joinable);
    if (frame.chosen().equals(program)
        && frame.shown().equals(shown)
        && frame.language() == language) {
      return;
    }
    program = frame.chosen();
    shown = frame.shown();
    language = frame.language();
    title.setText(program.map(RunOrigin::title).orElse("Interleave"));
    summary.setText(program.map(RunOrigin::summary).orElseGet(() -> WORDS.get("nothing")));
    summary.setTooltip(new Tooltip(summary.getText()));
    chips.getChildren().clear();
    if (program.isPresent() && program.get() instanceof Program.Lesson lesson) {
      for (Parameter parameter : lesson.scenario().parameters(lesson.language())) {
        chips.getChildren().add(chip(lesson, parameter));
      }
      if (lesson.isObservable()) {
        chips.getChildren().add(observing(lesson));
      }
    }
    if (Pythons.runs(program)) {
      chips.getChildren().add(python);
    }
    boolean some = !chips.getChildren().isEmpty();
    chips.setVisible(some);
    chips.setManaged(some);
  }

  private Button chip(Program.Lesson lesson, Parameter parameter) {
    boolean changed =
        before(lesson)
            .filter(it -> !it.value(parameter).equals(lesson.value(parameter)))
            .isPresent();
    return chip(
        parameter,
        lesson.value(parameter),
        changed,
        (text, now) -> (now ? run : choose).accept(with(lesson, parameter, text)));
  }

  /** Not a parameter of the program's, which does not know of it, but changed like one. */
  private Button observing(Program.Lesson lesson) {
    boolean changed = before(lesson).filter(it -> it.observing() != lesson.observing()).isPresent();
    return chip(
        OBSERVE,
        lesson.observing() ? Switch.ON : Switch.OFF,
        changed,
        (text, now) -> (now ? run : choose).accept(lesson.observing(text.equals(Switch.ON))));
  }

  /** The run in sight, if it is one of this. */
  private Optional<Program.Lesson> before(Program.Lesson lesson) {
    return shown
        .filter(it -> it instanceof Program.Lesson && it.isLike(lesson))
        .map(Program.Lesson.class::cast);
  }

  private Button chip(Parameter parameter, String now, boolean changed, Taken taken) {
    String value = parameter.show(now);
    Button chip =
        Chips.chip(
            WORDS.get("parameter", parameter.label(), value.isEmpty() ? "–" : value), () -> {});
    chip.setId("parameter-" + parameter.name());
    chip.setTooltip(new Tooltip(parameter.help()));
    chip.setAccessibleHelp(WORDS.get("edit", parameter.label()));
    if (changed) {
      chip.getStyleClass().add("changed");
      chip.setTooltip(new Tooltip(WORDS.get("changed", parameter.help())));
    }
    chip.setOnAction(_ -> popover.open(chip, parameter, now, taken));
    return chip;
  }

  private static Program with(Program.Lesson lesson, Parameter parameter, String value) {
    Map<String, String> values = new HashMap<>(lesson.values());
    values.put(parameter.name(), value);
    return lesson.with(values);
  }

  /** In a low window the summary gives its line away. */
  public void small(boolean low) {
    summary.setVisible(!low);
    summary.setManaged(!low);
  }
}
