package interleave.view.exercise;

import interleave.exercise.Mistake;
import interleave.exercise.Verdict;
import interleave.exercise.Verdict.Outcome;
import interleave.explore.Progress;
import interleave.laboratory.EndingSentence;
import interleave.view.control.Cover;
import interleave.view.control.SpokenWords;
import interleave.view.session.Covers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is to be done, what helps, and what came of it. */
final class TaskColumn extends ScrollPane {
  private static final SpokenWords WORDS = SpokenWords.of("view/exercise");

  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final Label task = text("task");
  private final Button check = button("check");
  private final Button hint = button("hint");
  private final Button solution = button("solution");
  private final Button reset = button("reset");
  private final Button replay = button("replay");
  private final Label verdict = text("verdict");
  private final VBox mistakes = new VBox(2);
  private final VBox hints = new VBox(4);
  private final Wishes wishes;
  private final Cover verdictCover;
  private List<String> allHints = List.of();
  private int read;
  private boolean solved;
  private Optional<Verdict> judged = Optional.empty();
  private Covers covers = Covers.NONE;

  /** What is asked for. */
  record Wishes(
      Runnable check,
      Runnable hint,
      Runnable solution,
      Runnable reset,
      Runnable replay,
      Consumer<Covers.Part> uncover) {}

  TaskColumn(Wishes wishes) {
    this.wishes = wishes;
    getStyleClass().add("exercise-column");
    check.setDefaultButton(false);
    check.getStyleClass().add("accent");
    check.setOnAction(_ -> wishes.check().run());
    hint.setOnAction(_ -> wishes.hint().run());
    solution.setOnAction(_ -> twice(solution, solved, "solution", wishes.solution()));
    reset.setOnAction(_ -> twice(reset, false, "reset", wishes.reset()));
    solution.focusedProperty().addListener((_, _, on) -> leave(on, solution, solvedKey()));
    reset.focusedProperty().addListener((_, _, on) -> leave(on, reset, "reset"));
    replay.setOnAction(_ -> wishes.replay().run());
    verdict.setId("exercise-verdict");
    FlowPane buttons = new FlowPane(6, 6, check, replay, hint, solution, reset);
    verdictCover =
        new Cover("verdict", () -> wishes.uncover().accept(new Covers.Part(Covers.Kind.VERDICT)));
    VBox all = new VBox(8, task, buttons, verdictCover, verdict, mistakes, hints);
    all.getStyleClass().add("exercise-told");
    setContent(all);
    setFitToWidth(true);
    setMinWidth(240);
    setPrefWidth(360);
    clear();
  }

  private static Button button(String key) {
    Button button = new Button();
    button.setId("exercise-" + key);
    WORDS.on(button, key);
    return button;
  }

  private static Label text(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** What cannot be taken back is asked for twice: the button says so before. */
  private static void twice(Button button, boolean harmless, String key, Runnable action) {
    if (harmless || button.getPseudoClassStates().contains(ASKED)) {
      button.pseudoClassStateChanged(ASKED, false);
      WORDS.on(button, key);
      action.run();
    } else {
      button.pseudoClassStateChanged(ASKED, true);
      WORDS.on(button, key + ".sure");
    }
  }

  private static void leave(boolean focused, Button button, String key) {
    if (!focused && button.getPseudoClassStates().contains(ASKED)) {
      button.pseudoClassStateChanged(ASKED, false);
      WORDS.on(button, key);
    }
  }

  private String solvedKey() {
    return solved ? "solution.away" : "solution";
  }

  void task(String said) {
    task.setText(said);
  }

  void hints(List<String> all, int hintsRead) {
    allHints = all;
    read = Math.min(hintsRead, all.size());
    hint.setDisable(read >= all.size());
    tellHints();
  }

  private void tellHints() {
    hints.getChildren().clear();
    for (int i = 1; i <= read; i++) {
      Covers.Part part = new Covers.Part(Covers.Kind.HINT, i);
      if (covers.hides(part)) {
        hints.getChildren().add(new Cover("hint", () -> wishes.uncover().accept(part), i));
      } else {
        Label label = text("hint");
        label.setText(WORDS.get("hint.read", i, allHints.get(i - 1)));
        hints.getChildren().add(label);
      }
    }
  }

  /** What is not to be seen yet. */
  void covered(Covers now) {
    covers = now;
    tellHints();
    tellVerdict();
  }

  /** Whether a check goes on, which the button ends then. */
  void going(boolean on) {
    WORDS.on(check, on ? "cancel" : "check");
    if (on) {
      clear();
      verdict.setText(WORDS.get("begins"));
    }
  }

  void solved(boolean shown) {
    solved = shown;
    WORDS.on(solution, solvedKey());
  }

  /** Nothing is known any more. */
  void clear() {
    judged = Optional.empty();
    tellVerdict();
    verdict.setText("");
    verdict.getStyleClass().removeAll("right", "wrong");
  }

  void at(Progress progress) {
    String runs = String.format(Locale.ROOT, "%,d", progress.runs());
    verdict.setText(WORDS.get("progress", runs, progress.preemptions()));
  }

  void say(String sentence) {
    clear();
    verdict.setText(sentence);
  }

  void judged(Verdict told) {
    clear();
    judged = Optional.of(told);
    retell();
  }

  /** The same in the language that is spoken now. */
  void retell() {
    judged.ifPresent(this::tell);
  }

  private void tell(Verdict told) {
    StringBuilder says = new StringBuilder(told.says());
    told.breaking()
        .ifPresent(
            each ->
                says.append('\n')
                    .append(WORDS.get("threads", EndingSentence.threads(each.trace()))));
    told.uncontrolled().stream().limit(5).forEach(each -> says.append('\n').append(each));
    verdict.setText(says.toString());
    verdict.getStyleClass().removeAll("right", "wrong");
    verdict.getStyleClass().add(told.isPassed() ? "right" : "wrong");
    tellVerdict();
  }

  /** What came of it may be covered; how far it is never is. */
  private void tellVerdict() {
    boolean hidden = judged.isPresent() && covers.hides(Covers.Kind.VERDICT);
    present(verdictCover, hidden);
    present(verdict, !hidden);
    present(
        replay,
        !hidden
            && judged
                .filter(it -> it.outcome() == Outcome.BROKEN && it.breaking().isPresent())
                .isPresent());
  }

  private static void present(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  void mistakes(List<Mistake> found, IntConsumer goTo) {
    mistakes.getChildren().clear();
    for (Mistake each : found) {
      Hyperlink link = new Hyperlink(WORDS.get("mistake", each.line(), each.says()));
      link.setWrapText(true);
      link.getStyleClass().add("mistake");
      link.setOnAction(_ -> goTo.accept(each.line()));
      mistakes.getChildren().add(link);
    }
  }
}
