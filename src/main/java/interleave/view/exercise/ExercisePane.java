package interleave.view.exercise;

import interleave.exercise.Attempt;
import interleave.exercise.Mistake;
import interleave.exercise.Notebook;
import interleave.exercise.Verdict;
import interleave.explore.Endings;
import interleave.explore.Progress;
import interleave.laboratory.Conduct;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.view.control.Cover;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Covers;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.session.Standing;
import interleave.view.source.SourceLanguage;
import interleave.words.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The task of a lesson: one's own code, what is asked and what came of it, and beside it, where it
 * is asked for, how it can be done. What is written is kept.
 */
public final class ExercisePane extends SplitPane implements FramePane, CheckedWork.Listener {
  private static final SpokenWords WORDS = SpokenWords.of("view/exercise");
  private static final Duration PAUSE = Duration.millis(400);

  private final Actions wishes;
  private final Notebook notebook;
  private final Path folder;
  private final CheckedWork work = new CheckedWork();
  private final CodeEditor editor = new CodeEditor();
  private final CodeEditor solution = new CodeEditor();
  private final Cover solutionCover;
  private final StackPane solved;
  private final TaskColumn column;
  private final PauseTransition pause = new PauseTransition(PAUSE);
  private Optional<Attempt> shown = Optional.empty();
  private Optional<Language> language = Optional.empty();
  private Optional<Attempt> judged = Optional.empty();
  private Optional<Endings.Group> breaking = Optional.empty();
  private final Standing standing = new Standing();
  private Optional<Conduct> conduct = Optional.empty();
  private Covers covers = Covers.NONE;
  private boolean setting;

  /** What it asks the window for. */
  public interface Actions {
    /** Does that with a lesson's program if it may run here; a stranger's is asked about once. */
    void enter(Program.Lesson lesson, Runnable then);

    /** Runs a program whose threads go on as somebody says. */
    void run(Program program, Conduct conduct);

    /** Ends the program that runs. */
    void stop();

    /** Shows what is covered. */
    void uncover(Covers.Part part);

    /** Covers what is to come. */
    void cover(Covers.Kind kind);
  }

  /**
   * @param folder where what is written is kept
   */
  public ExercisePane(Path folder, Actions wishes) {
    this.folder = folder;
    this.wishes = wishes;
    this.notebook = new Notebook(folder);
    column =
        new TaskColumn(
            new TaskColumn.Wishes(
                this::check,
                this::hint,
                this::toggleSolution,
                this::reset,
                this::replay,
                wishes::uncover));
    solutionCover =
        new Cover("solution", () -> wishes.uncover(new Covers.Part(Covers.Kind.SOLUTION)));
    solutionCover.setMaxWidth(Region.USE_PREF_SIZE);
    solved = new StackPane(solution, solutionCover);
    cover(false);
    getStyleClass().add("exercise");
    solution.lock();
    getItems().setAll(editor, column);
    setDividerPositions(0.68);
    SplitPane.setResizableWithParent(column, false);
    editor.textProperty().addListener((_, _, text) -> typed(text));
    pause.setOnFinished(_ -> keep());
  }

  /** Whether there is a task for what is chosen, or the run in sight is a replay of one's own. */
  public boolean isFor(Frame frame) {
    return frame.lesson().filter(it -> Attempt.in(it.scenario(), it.language())).isPresent()
        || isReplay(frame);
  }

  private boolean isReplay(Frame frame) {
    return shown.isPresent()
        && frame.chosen().isPresent()
        && frame.chosen().get() instanceof Program.Own own
        && own.folder().equals(replayed(shown.get().lesson()));
  }

  /** Where an attempt lies that is run in one order. */
  private Path replayed(Scenario lesson) {
    return folder.resolve(lesson.id()).resolve("run").toAbsolutePath();
  }

  @Override
  public void show(Frame frame) {
    if (frame.lesson().isPresent() && isFor(frame)) {
      Program.Lesson lesson = frame.lesson().get();
      boolean same =
          shown
              .filter(it -> it.lesson().equals(lesson.scenario()))
              .filter(it -> it.language() == lesson.language())
              .isPresent();
      if (!same) {
        load(lesson.scenario(), lesson.language());
      }
    }
    if (!language.equals(Optional.of(frame.language()))) {
      language = Optional.of(frame.language());
      editor.says(WORDS.get("editor"));
      solution.says(WORDS.get("solution.says"));
      tell();
      column.retell();
      compile();
    }
    if (!frame.covers().equals(covers)) {
      covers = frame.covers();
      column.covered(covers);
      cover(covers.hides(Covers.Kind.SOLUTION));
    }
  }

  /** A replay that stands for ever is stopped once that is to be seen. */
  public void look(Frame frame) {
    if (isReplay(frame) && conduct.filter(it -> standing.isToBeStopped(frame, it)).isPresent()) {
      wishes.stop();
    }
  }

  private void load(Scenario lesson, ProgramLanguage as) {
    keep();
    work.giveUp();
    column.going(false);
    column.clear();
    hideSolution();
    take(notebook.attempt(lesson, as));
  }

  private void take(Attempt attempt) {
    shown = Optional.of(attempt);
    setting = true;
    editor.set(attempt.text(), SourceLanguage.of(attempt.language()));
    setting = false;
    tell();
    compile();
  }

  private void tell() {
    shown.ifPresent(
        it -> {
          column.task(it.exercise().task());
          column.hints(it.exercise().hints(), notebook.hints(it.lesson()));
        });
  }

  private void typed(String text) {
    if (!setting) {
      shown = shown.map(it -> new Attempt(it.lesson(), it.language(), text));
      pause.playFromStart();
    }
  }

  /** Keeps what is written, and looks whether it compiles. */
  public void keep() {
    pause.stop();
    shown.ifPresent(
        it -> {
          try {
            if (!notebook.attempt(it.lesson(), it.language()).equals(it)) {
              notebook.keep(it);
            }
          } catch (IOException e) {
            column.say(Errors.sentence(e));
          }
        });
    compile();
  }

  private void compile() {
    shown.ifPresent(it -> work.compile(it, this::mistakes));
  }

  private void mistakes(List<Mistake> found) {
    editor.mark(found);
    column.mistakes(found, editor::goTo);
  }

  private void check() {
    if (work.isGoing()) {
      work.cancel();
      return;
    }
    keep();
    shown.ifPresent(
        it ->
            wishes.enter(
                new Program.Lesson(it.lesson(), it.exercise().values(), it.language()),
                () -> {
                  judged = shown;
                  wishes.cover(Covers.Kind.VERDICT);
                  column.going(true);
                  work.check(it, this);
                }));
  }

  @Override
  public void at(Progress progress) {
    column.at(progress);
  }

  @Override
  public void judged(Verdict verdict) {
    breaking = verdict.breaking();
    column.going(false);
    column.judged(verdict);
  }

  @Override
  public void failed(String sentence) {
    column.going(false);
    column.say(sentence);
  }

  private void hint() {
    shown.ifPresent(
        it -> {
          try {
            int read = notebook.hints(it.lesson()) + 1;
            notebook.hints(it.lesson(), read);
            wishes.uncover(new Covers.Part(Covers.Kind.HINT, read)); // who asked wants to see it
          } catch (IOException e) {
            column.say(Errors.sentence(e));
          }
          tell();
        });
  }

  private void reset() {
    if (shown.isEmpty()) {
      return;
    }
    Attempt before = shown.get();
    try {
      notebook.reset(before.lesson(), before.language());
      editor.replace(Attempt.start(before.lesson(), before.language()).text());
      column.clear();
    } catch (IOException e) {
      column.say(Errors.sentence(e));
    }
  }

  private void toggleSolution() {
    if (getItems().contains(solved)) {
      wishes.cover(Covers.Kind.SOLUTION);
      hideSolution();
    } else if (shown.isPresent()) {
      Attempt done = Attempt.solution(shown.get().lesson(), shown.get().language());
      solution.set(done.text(), SourceLanguage.of(done.language()));
      wishes.uncover(new Covers.Part(Covers.Kind.SOLUTION));
      getItems().setAll(editor, solved, column);
      setDividerPositions(0.38, 0.76);
      column.solved(true);
    }
  }

  private void cover(boolean hidden) {
    solution.setVisible(!hidden);
    solutionCover.setVisible(hidden);
  }

  private void hideSolution() {
    if (getItems().contains(solved)) {
      getItems().setAll(editor, column);
      setDividerPositions(0.68);
    }
    column.solved(false);
  }

  /** The order that breaks it, as a run on the timeline. */
  private void replay() {
    if (judged.isPresent() && breaking.isPresent()) {
      Conduct order = new Conduct(breaking.get().schedule(), false);
      work.layOut(
          judged.get(),
          replayed(judged.get().lesson()),
          program -> {
            conduct = Optional.of(order);
            wishes.run(program, order);
          },
          column::say);
    }
  }

  /** How wide the column is that has the buttons, at the right. */
  public ReadOnlyDoubleProperty toldWidthProperty() {
    return column.widthProperty();
  }

  /** Ends what goes on, and keeps what is written; blocks for no longer than that takes. */
  public void close() {
    keep();
    work.giveUp();
  }
}
