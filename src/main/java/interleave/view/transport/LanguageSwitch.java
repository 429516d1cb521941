package interleave.view.transport;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.ProgramLanguage;
import interleave.view.control.Buttons;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SegmentedButton;

/**
 * In which language the scenario runs, and beside it what opens the Pythons. A language that there
 * is no program in is disabled, and a tooltip says why.
 */
public final class LanguageSwitch extends HBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/transport");
  private static final SpokenWords PYTHON_WORDS = SpokenWords.of("view/python");
  private static final String ARROW = "M0 0 L8 0 L4 5 Z";

  private final ToggleButton java = new ToggleButton(ProgramLanguage.JAVA.title());
  private final ToggleButton python = new ToggleButton(ProgramLanguage.PYTHON.title());
  private final StackPane box;
  private final Tooltip reason = new Tooltip();
  private final Button pythons;
  private String said = "";

  LanguageSwitch(Consumer<Command> ask) {
    getStyleClass().add("language-switch");
    setAlignment(Pos.CENTER_LEFT);
    box = new StackPane(new SegmentedButton(java, python));
    box.setId("language-box");
    box.getStyleClass().add("segmented");
    box.setMinWidth(USE_PREF_SIZE);
    box.setMaxHeight(28);
    prepare(java, "java", () -> ask.accept(Command.IN_JAVA));
    prepare(python, "python", () -> ask.accept(Command.IN_PYTHON));
    pythons =
        Buttons.shape(
            ARROW, PYTHON_WORDS.text("choose.tip"), () -> ask.accept(Command.INTERPRETER));
    pythons.setId("choose-python");
    pythons.getStyleClass().add("slim");
    setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(box, pythons);
  }

  private static void prepare(ToggleButton half, String id, Runnable action) {
    half.setId(id);
    half.setTooltip(WORDS.tooltip(id + ".tip"));
    half.setOnAction(
        _ -> {
          half.setSelected(true); // pressing the one that is down does not let it up
          action.run();
        });
  }

  @Override
  public void show(Frame frame) {
    Optional<ProgramLanguage> language = language(frame);
    select(java, language.filter(ProgramLanguage.JAVA::equals).isPresent());
    select(python, language.filter(ProgramLanguage.PYTHON::equals).isPresent());
    List<ProgramLanguage> offered =
        frame.chosen().isPresent() && frame.chosen().get() instanceof Program.Lesson lesson
            ? lesson.scenario().languages()
            : List.of();
    java.setDisable(!offered.contains(ProgramLanguage.JAVA));
    python.setDisable(!offered.contains(ProgramLanguage.PYTHON));
    explain(key(frame, language, offered));
  }

  /** What the program is written in that is chosen; of a recording, that was recorded. */
  private static Optional<ProgramLanguage> language(Frame frame) {
    return frame
        .chosen()
        .flatMap(
            program ->
                switch (program) {
                  case Program.Lesson lesson -> Optional.of(lesson.language());
                  case Program.Own own -> Optional.of(own.language());
                  case RunOrigin.Saved _ -> recorded(frame);
                });
  }

  private static Optional<ProgramLanguage> recorded(Frame frame) {
    return frame.timeline().processes().stream()
        .map(process -> process.runtime())
        .filter(runtime -> !runtime.isEmpty())
        .map(ProgramLanguage::ofRuntime)
        .findFirst();
  }

  /** Why there is nothing to choose; empty where there is. */
  private static String key(
      Frame frame, Optional<ProgramLanguage> language, List<ProgramLanguage> offered) {
    if (offered.size() > 1) {
      return "";
    }
    if (language.isEmpty()) {
      return "nothing.language";
    }
    return (switch (frame.chosen().orElseThrow()) {
          case Program.Lesson _ -> "only.";
          case Program.Own _ -> "own.";
          case RunOrigin.Saved _ -> "saved.";
        })
        + language.get();
  }

  private static void select(ToggleButton half, boolean down) {
    if (half.isSelected() != down) {
      half.setSelected(down);
    }
  }

  /** Disabled buttons show no tooltip of their own. */
  private void explain(String key) {
    if (key.equals(said)) {
      return;
    }
    said = key;
    Tooltip.uninstall(box, reason);
    reason.textProperty().unbind();
    box.accessibleHelpProperty().unbind();
    if (!key.isEmpty()) {
      reason.textProperty().bind(WORDS.text(key));
      box.accessibleHelpProperty().bind(WORDS.text(key));
      Tooltip.install(box, reason);
    }
  }

  /** Below what the Pythons open. */
  public Node opener() {
    return pythons;
  }
}
