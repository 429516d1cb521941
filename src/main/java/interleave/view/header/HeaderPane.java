package interleave.view.header;

import interleave.scenario.Parameter;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.session.Frame;
import interleave.view.session.Program;
import interleave.words.Language;
import interleave.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Title, summary, and a chip for each parameter that opens its editor. */
public final class HeaderPane extends VBox implements FramePane {
  private static final Words WORDS = Words.of("view/header");

  private final Label title = new Label();
  private final Label summary = new Label();
  private final FlowPane chips = new FlowPane();
  private final Consumer<Program> choose;
  private final Consumer<Program> run;
  private final ParameterPopover popover;
  private Optional<Program> program = Optional.empty();
  private Optional<Program> shown = Optional.empty();
  private Language language = Language.ENGLISH;

  /**
   * @param choose makes a program with other values the chosen one
   * @param run the same, and runs it
   */
  public HeaderPane(ParameterPopover popover, Consumer<Program> choose, Consumer<Program> run) {
    this.popover = popover;
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
    getChildren().addAll(title, summary, chips);
  }

  @Override
  public void show(Frame frame) {
    if (frame.program().equals(program)
        && frame.shown().equals(shown)
        && frame.language() == language) {
      return;
    }
    program = frame.program();
    shown = frame.shown();
    language = frame.language();
    title.setText(program.map(Program::title).orElse("Interleave"));
    summary.setText(program.map(Program::summary).orElseGet(() -> WORDS.get("nothing")));
    summary.setTooltip(new Tooltip(summary.getText()));
    chips.getChildren().clear();
    if (program.isPresent() && program.get() instanceof Program.Lesson lesson) {
      for (Parameter parameter : lesson.scenario().parameters(lesson.language())) {
        chips.getChildren().add(chip(lesson, parameter));
      }
    }
    boolean some = !chips.getChildren().isEmpty();
    chips.setVisible(some);
    chips.setManaged(some);
  }

  private Button chip(Program.Lesson lesson, Parameter parameter) {
    String value = parameter.show(lesson.value(parameter));
    Button chip =
        Chips.chip(
            WORDS.get("parameter", parameter.label(), value.isEmpty() ? "–" : value), () -> {});
    chip.setId("parameter-" + parameter.name());
    chip.setTooltip(new Tooltip(parameter.help()));
    chip.setAccessibleHelp(WORDS.get("edit", parameter.label()));
    boolean changed =
        shown.isPresent()
            && shown.get() instanceof Program.Lesson before
            && before.isLike(lesson)
            && !before.value(parameter).equals(lesson.value(parameter));
    if (changed) {
      chip.getStyleClass().add("changed");
      chip.setTooltip(new Tooltip(WORDS.get("changed", parameter.help())));
    }
    chip.setOnAction(
        _ ->
            popover.open(
                chip,
                parameter,
                lesson.value(parameter),
                (text, now) -> (now ? run : choose).accept(with(lesson, parameter, text))));
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
