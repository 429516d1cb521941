package interleave.view.lesson;

import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.PythonCode;
import interleave.scenario.Scenario;
import interleave.view.control.SpokenWords;
import interleave.view.source.SourceLanguage;
import interleave.view.source.SourcePane;
import interleave.view.theme.Colours;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks whether the program of a lesson may run that came from somebody else, and shows it. */
public final class StrangerCard extends VBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/lesson");
  private static final double HIGH = 300;

  private final Button no = WORDS.on(new Button(), "no");

  /**
   * @param colours in which its code is shown
   * @param yes runs it
   * @param away takes the card away
   */
  public StrangerCard(
      Program.Lesson lesson, Supplier<Colours> colours, Runnable yes, Runnable away) {
    Scenario scenario = lesson.scenario();
    setId("stranger");
    getStyleClass().add("card");
    setMaxSize(760, Region.USE_PREF_SIZE);
    Label title = new Label(WORDS.get("title", scenario.title()));
    title.getStyleClass().add("title");
    SourcePane code = new SourcePane(WORDS.text("code"), colours);
    code.setId("stranger-code");
    code.source(
        scenario.sourceFile(lesson.language()),
        code(scenario, lesson.language()),
        SourceLanguage.of(lesson.language()));
    code.setPrefHeight(HIGH);
    VBox.setVgrow(code, Priority.ALWAYS);
    Button run = WORDS.on(new Button(), "yes");
    run.setId("stranger-yes");
    run.getStyleClass().add("accent");
    run.setOnAction(
        _ -> {
          away.run();
          yes.run();
        });
    no.setId("stranger-no");
    no.setOnAction(_ -> away.run());
    HBox below = new HBox(10, run, no);
    String place = String.valueOf(scenario.origin().place());
    getChildren()
        .addAll(
            title,
            line(WORDS.get("from", place)),
            line(WORDS.get("what", scenario.sourceFile(lesson.language()))),
            code,
            line(WORDS.get("once")),
            below);
    if (!scenario.data().isEmpty()) {
      String names = String.join(", ", scenario.data().names());
      getChildren().add(getChildren().indexOf(code) + 1, line(WORDS.get("data", names)));
    }
  }

  /** All that would run: a program in Python may have several files. */
  private static String code(Scenario scenario, ProgramLanguage language) {
    if (language == ProgramLanguage.JAVA || scenario.python().isEmpty()) {
      return scenario.source(language);
    }
    PythonCode python = scenario.python().get();
    StringBuilder code = new StringBuilder(scenario.source(language));
    for (String file : python.own()) {
      code.append("\n\n# ").append(file).append("\n\n").append(python.text(file));
    }
    return code.toString();
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Gives the keyboard to the button that runs nothing. */
  public void focus() {
    no.requestFocus();
  }
}
