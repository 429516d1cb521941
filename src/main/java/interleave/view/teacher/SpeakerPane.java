package interleave.view.teacher;

import interleave.lesson.Reveal;
import interleave.program.Program;
import interleave.scenario.Exercise;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Question;
import interleave.scenario.Scenario;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.question.AnswerFinder;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.words.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What whoever teaches has before them: the notes of the lesson, each of which is ticked off when
 * it was said, and what is covered for the class, to read and to uncover.
 *
 * <pre>
 *   Deadlock                      title
 *   □ Ask before it runs: …       notes
 *   □ Point at …
 *   The run has answered          what is covered, and whether it still is
 *   What to see
 *   Exercise: task, hints, solution
 * </pre>
 */
public final class SpeakerPane extends BorderPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/teacher");

  private final Session session;
  private final AnswerFinder answers = new AnswerFinder();
  private final VBox notes = new VBox(8);
  private final VBox answer = new VBox(6);
  private final VBox see = new VBox(6);
  private final VBox exercise = new VBox(6);
  private final Label title = text("", "title");
  private Optional<Told> told = Optional.empty();
  private Optional<Answered> answered = Optional.empty();

  /** What of a lesson is told. */
  private record Told(Optional<Scenario> lesson, ProgramLanguage program, Language language) {}

  /** What may change while it is. */
  private record Answered(
      Told told, Optional<Reveal> reveal, boolean answerHidden, boolean seeHidden) {}

  public SpeakerPane(Session session) {
    this.session = session;
    setId("speaker");
    getStyleClass().add("speaker");
    notes.setId("speaker-notes");
    answer.setId("speaker-answer");
    see.setId("speaker-see");
    exercise.setId("speaker-exercise");
    VBox all = new VBox(16, title, notes, answer, see, exercise);
    all.getStyleClass().add("told");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    setCenter(scroll);
  }

  private static Label text(String said, String style) {
    Label label = new Label(said);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  @Override
  public void show(Frame frame) {
    if (getScene() == null
        || getScene().getWindow() == null
        || !getScene().getWindow().isShowing()) {
      return;
    }
    Optional<Program.Lesson> lesson = frame.lesson();
    Told now =
        new Told(
            lesson.map(Program.Lesson::scenario),
            lesson.map(Program.Lesson::language).orElse(ProgramLanguage.JAVA),
            frame.language());
    if (!told.equals(Optional.of(now))) {
      told = Optional.of(now);
      tell(now);
    }
    Optional<Reveal> reveal =
        now.lesson()
            .filter(it -> it.question().isAsked() && frame.hasRun())
            .flatMap(it -> answers.untold(frame, it, System.nanoTime()));
    Covers covers = frame.covers();
    Answered state =
        new Answered(now, reveal, covers.hides(Covers.Kind.ANSWER), covers.hides(Covers.Kind.SEE));
    if (!answered.equals(Optional.of(state))) {
      answered = Optional.of(state);
      tell(state, covers.on());
    }
  }

  private void tell(Told now) {
    notes.getChildren().clear();
    if (now.lesson().isEmpty()) {
      title.setText(WORDS.get("nothing"));
      show(exercise, List.of());
      return;
    }
    Scenario lesson = now.lesson().get();
    title.setText(lesson.title());
    for (String note : lesson.notes(now.program())) {
      CheckBox said = new CheckBox(note);
      said.getStyleClass().add("note");
      said.setWrapText(true);
      said.setMnemonicParsing(false);
      said.setMinHeight(Region.USE_PREF_SIZE);
      said.setMaxWidth(Double.MAX_VALUE);
      said.setAccessibleHelp(WORDS.get("note.help"));
      notes.getChildren().add(said);
    }
    if (notes.getChildren().isEmpty()) {
      notes.getChildren().add(text(WORDS.get("no-notes"), "muted"));
    }
    show(exercise, lesson.exercise().map(it -> told(it, now.program())).orElse(List.of()));
  }

  private static List<Node> told(Exercise it, ProgramLanguage program) {
    VBox hints = new VBox(3);
    for (String hint : it.hints()) {
      hints.getChildren().add(text("· " + hint, "words"));
    }
    Exercise.Code code = it.codes().get(program);
    if (code == null) {
      return List.of(text(WORDS.get("exercise"), "section"), text(it.task(), "words"), hints);
    }
    TextArea solution = new TextArea(code.solution().text());
    solution.setEditable(false);
    solution.setPrefRowCount((int) Math.min(30, code.solution().text().lines().count() + 1));
    solution.getStyleClass().add("mono");
    WORDS.accessible(solution, "solution");
    return List.of(
        text(WORDS.get("exercise"), "section"),
        text(it.task(), "words"),
        hints,
        text(WORDS.get("solution"), "section"),
        solution);
  }

  /** What the run has answered, and what there is to see, with whether the class sees it. */
  private void tell(Answered state, boolean covering) {
    Optional<Scenario> lesson = state.told().lesson();
    if (lesson.isEmpty()) {
      show(answer, List.of());
      show(see, List.of());
      return;
    }
    Question question = lesson.get().question(state.told().program());
    List<Node> lines =
        state.reveal().isEmpty()
            ? List.of(
                text(WORDS.get("question"), "section"),
                text(question.text(), "words"),
                text(WORDS.get("question.open"), "muted"))
            : List.of(
                head("answer", state.answerHidden(), covering, Covers.Kind.ANSWER),
                text(question.text(), "words"),
                text(said(question, state.reveal().get()), "sentence"));
    show(answer, question.isAsked() ? lines : List.of());
    show(
        see,
        List.of(
            head("see", state.seeHidden(), covering, Covers.Kind.SEE),
            text(lesson.get().whatToSee(state.told().program()), "words")));
  }

  private static String said(Question question, Reveal reveal) {
    return reveal.answered()
        ? question.answer(reveal.answer()) + "\n" + reveal.sentence()
        : reveal.sentence();
  }

  /** A heading with the button that uncovers for the class what stands below it, or covers it. */
  private Node head(String key, boolean hidden, boolean covering, Covers.Kind kind) {
    Label section = text(WORDS.get(key), "section");
    section.setMaxWidth(Region.USE_PREF_SIZE);
    FlowPane head = new FlowPane(10, 4, section);
    if (covering) {
      Button button = new Button(WORDS.get(hidden ? "uncover" : "cover"));
      button.setId("speaker-uncover-" + key);
      button.setMnemonicParsing(false);
      Consumer<Covers.Part> uncovering = session::uncover;
      button.setOnAction(
          _ -> {
            if (hidden) {
              uncovering.accept(new Covers.Part(kind));
            } else {
              session.cover(kind);
            }
          });
      head.getChildren().add(button);
    }
    return head;
  }

  private static void show(VBox part, List<Node> lines) {
    part.getChildren().setAll(lines);
    part.setVisible(!lines.isEmpty());
    part.setManaged(!lines.isEmpty());
  }
}
