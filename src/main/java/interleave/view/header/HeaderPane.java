package interleave.view.header;

import interleave.scenario.Parameter;
import interleave.view.control.Chips;
import interleave.view.control.FramePane;
import interleave.view.session.Frame;
import interleave.view.session.Program;
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
  private final Label title = new Label();
  private final Label summary = new Label();
  private final FlowPane chips = new FlowPane();
  private final Consumer<Program> choose;
  private final Consumer<Program> run;
  private final ParameterPopover popover;
  private Optional<Program> program = Optional.empty();
  private Optional<Program> shown = Optional.empty();

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
    if (frame.program().equals(program) && frame.shown().equals(shown)) {
      return;
    }
    program = frame.program();
    shown = frame.shown();
    title.setText(program.map(Program::title).orElse("Interleave"));
    summary.setText(
        program
            .map(Program::summary)
            .orElse("Choose a scenario at the left, or run a program of your own."));
    summary.setTooltip(new Tooltip(summary.getText()));
    chips.getChildren().clear();
    if (program.isPresent() && program.get() instanceof Program.Lesson lesson) {
      for (Parameter parameter : lesson.scenario().parameters()) {
        chips.getChildren().add(chip(lesson, parameter));
      }
    }
    boolean some = !chips.getChildren().isEmpty();
    chips.setVisible(some);
    chips.setManaged(some);
  }

  private Button chip(Program.Lesson lesson, Parameter parameter) {
    String value = parameter.show(lesson.value(parameter));
    Button chip = Chips.chip(parameter.label() + ": " + (value.isEmpty() ? "–" : value), () -> {});
    chip.setId("parameter-" + parameter.name());
    chip.setTooltip(new Tooltip(parameter.help()));
    chip.setAccessibleHelp("Opens an editor for " + parameter.label());
    boolean changed =
        shown.isPresent()
            && shown.get() instanceof Program.Lesson before
            && before.isLike(lesson)
            && !before.value(parameter).equals(lesson.value(parameter));
    if (changed) {
      chip.getStyleClass().add("changed");
      chip.setTooltip(new Tooltip(parameter.help() + " Changed since the run below."));
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
    return new Program.Lesson(lesson.scenario(), values);
  }

  /** In a low window the summary gives its line away. */
  public void small(boolean low) {
    summary.setVisible(!low);
    summary.setManaged(!low);
  }
}
