package interleave.view.lesson;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.view.session.Gate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Lets lessons of others run as their files are by now, and for the first time only when somebody
 * said so.
 *
 * @param trust which may run
 * @param worker looks at files
 * @param home the window's thread
 * @param changed hears that lessons were read anew
 * @param asking asks whether a lesson may run, and says so where it may
 */
public record LessonGate(
    Trust trust,
    Executor worker,
    Executor home,
    Runnable changed,
    BiConsumer<Program.Lesson, Runnable> asking)
    implements Gate {
  @Override
  public Optional<Program> enter(Program program, Consumer<Program> later) {
    if (program instanceof Program.Lesson lesson && !lesson.scenario().origin().isOurs()) {
      worker.execute(
          () -> {
            if (Catalogue.refresh()) {
              home.execute(changed);
            }
            home.execute(() -> pass(newest(lesson), later));
          });
      return Optional.empty();
    }
    return Optional.of(program);
  }

  private void pass(Program.Lesson lesson, Consumer<Program> later) {
    if (trust.holds(lesson.scenario().origin())) {
      later.accept(lesson);
    } else {
      asking.accept(
          lesson,
          () -> {
            trust.give(lesson.scenario().origin());
            later.accept(lesson);
          });
    }
  }

  /** The same lesson as it is read by now; as it was where it cannot be had any more. */
  public static Program.Lesson newest(Program.Lesson lesson) {
    return Catalogue.find(lesson.scenario().id()).map(lesson::renewed).orElse(lesson);
  }
}
