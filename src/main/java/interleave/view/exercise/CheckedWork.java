package interleave.view.exercise;

import interleave.engine.Installation;
import interleave.exercise.Attempt;
import interleave.exercise.ExerciseCheck;
import interleave.exercise.Mistake;
import interleave.exercise.SourceCheck;
import interleave.exercise.Verdict;
import interleave.explore.Progress;
import interleave.program.Program;
import interleave.view.session.Errors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * What takes a while about an attempt: compiling, checking, playing again. It is done on threads of
 * its own, and answers come on the JavaFX thread; those that nobody waits for any more do not come.
 */
final class CheckedWork {
  private int compiled;
  private int number;
  private Optional<ExerciseCheck> going = Optional.empty();

  /** Who waits for answers. */
  interface Listener {
    void at(Progress progress);

    void judged(Verdict verdict);

    void failed(String sentence);
  }

  /** Asks where it does not compile; only what was asked last is answered. */
  void compile(Attempt attempt, Consumer<List<Mistake>> answer) {
    int mine = ++compiled;
    begin(
        () -> SourceCheck.mistakes(attempt.file(), attempt.text(), attempt.language()),
        mistakes -> {
          if (mine == compiled) {
            answer.accept(mistakes);
          }
        },
        _ -> {}); // the check says why nobody could be asked
  }

  boolean isGoing() {
    return going.isPresent();
  }

  void check(Attempt attempt, Listener listener) {
    cancel();
    int mine = ++number;
    begin(
        () -> {
          ExerciseCheck check =
              new ExerciseCheck(attempt, Installation.find(), ExerciseCheck.USUAL);
          Platform.runLater(() -> begun(mine, check));
          return check.run((progress, _) -> Platform.runLater(() -> at(mine, progress, listener)));
        },
        verdict -> ended(mine, () -> listener.judged(verdict)),
        sentence -> ended(mine, () -> listener.failed(sentence)));
  }

  private void begun(int mine, ExerciseCheck check) {
    if (mine == number) {
      going = Optional.of(check);
    } else {
      check.cancel();
    }
  }

  private void at(int mine, Progress progress, Listener listener) {
    if (mine == number) {
      listener.at(progress);
    }
  }

  private void ended(int mine, Runnable answer) {
    if (mine == number) {
      going = Optional.empty();
      answer.run();
    }
  }

  /** Ends the check that goes on; what it has found is told. */
  void cancel() {
    going.ifPresent(check -> Thread.ofVirtual().start(check::cancel));
  }

  /** The same, and it tells nothing. */
  void giveUp() {
    cancel();
    number++;
    going = Optional.empty();
  }

  /** Lays out the program of an attempt as its check tried it, in that folder. */
  void layOut(Attempt attempt, Path folder, Consumer<Program> there, Consumer<String> failed) {
    begin(() -> attempt.program(folder, attempt.exercise().explored()), there, failed);
  }

  private static <T> void begin(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                T answer = work.call();
                Platform.runLater(() -> done.accept(answer));
              } catch (IOException e) {
                String sentence = Errors.sentence(e);
                Platform.runLater(() -> failed.accept(sentence));
              } catch (Exception e) {
                Platform.runLater(() -> failed.accept(String.valueOf(e)));
              }
            });
  }
}
