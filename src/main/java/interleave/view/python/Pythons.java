package interleave.view.python;

import interleave.engine.Interpreter;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.ProgramLanguage;
import interleave.view.session.Errors;
import interleave.view.session.Notice;
import interleave.view.session.RunSource;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The Pythons of this machine as far as they are known, and the chosen one. They are looked for
 * when somebody first wants to know, since each has to be started to tell what it is.
 */
public final class Pythons {
  private static final Words WORDS = Words.of("view/python");

  /**
   * What is known at a moment.
   *
   * @param looking whether they are being looked for
   * @param looked whether they were looked for before
   * @param found the usual one first
   * @param chosen the path of the one that was chosen, now or another time
   */
  public record Known(
      boolean looking, boolean looked, List<Interpreter> found, Optional<Path> chosen) {
    /** The one that runs programs; empty as long as none is known. */
    public Optional<Interpreter> used() {
      return found.stream()
          .filter(each -> chosen.filter(each.path()::equals).isPresent())
          .findFirst()
          .or(() -> found.stream().findFirst());
    }

    /** Whether it is known that there is none. */
    public boolean none() {
      return looked && !looking && found.isEmpty();
    }
  }

  private final RunSource studio;
  private final Executor worker;
  private final Executor home;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<Known> known;

  /**
   * @param worker does what takes a while; {@code home} brings the result to the JavaFX thread
   * @param chosen the one that was used last
   * @param notices hears why a path that was named is none
   */
  public Pythons(
      RunSource studio,
      Executor worker,
      Executor home,
      Optional<Path> chosen,
      Consumer<Notice> notices) {
    this.studio = studio;
    this.worker = worker;
    this.home = home;
    this.notices = notices;
    known = new ReadOnlyObjectWrapper<>(new Known(false, false, List.of(), chosen));
  }

  public ReadOnlyObjectProperty<Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  public Known known() {
    return known.get();
  }

  /** Looks for them unless that was done before. */
  public void look() {
    if (!known().looked()) {
      lookAgain();
    }
  }

  /** Looks for them. Comes back at once. */
  public void lookAgain() {
    Known before = known();
    if (before.looking()) {
      return;
    }
    known.set(new Known(true, before.looked(), before.found(), before.chosen()));
    worker.execute(
        () -> {
          List<Interpreter> found = new ArrayList<>();
          try {
            found.addAll(studio.pythons());
            before.chosen().flatMap(path -> missing(path, found)).ifPresent(found::add);
          } finally { // whatever came in between, looking is over
            home.execute(() -> known.set(new Known(false, true, List.copyOf(found), chosen())));
          }
        });
  }

  /**
   * Whether the chosen program is a scenario in Python: others say for themselves what runs them.
   */
  public static boolean runs(Optional<? extends RunOrigin> program) {
    return program
        .filter(
            it ->
                it instanceof Program.Lesson lesson && lesson.language() == ProgramLanguage.PYTHON)
        .isPresent();
  }

  private Optional<Path> chosen() {
    return known().chosen();
  }

  /** The one that was chosen another time, where looking does not find it. */
  private Optional<Interpreter> missing(Path path, List<Interpreter> found) {
    if (found.stream().anyMatch(each -> each.path().equals(path))) {
      return Optional.empty();
    }
    try {
      return Optional.of(studio.python(path));
    } catch (IOException _) {
      return Optional.empty(); // it is gone; the usual one does its work
    }
  }

  /** Makes one of those that were found the chosen one. */
  public void choose(Interpreter interpreter) {
    Known now = known();
    known.set(new Known(now.looking(), now.looked(), now.found(), Optional.of(interpreter.path())));
  }

  /** Finds out what is at a path and makes it the chosen one. Comes back at once. */
  public void choose(Path path) {
    worker.execute(
        () -> {
          try {
            Interpreter named = studio.python(path);
            home.execute(() -> add(named));
          } catch (IOException e) {
            home.execute(
                () ->
                    notices.accept(
                        Notice.error(WORDS.get("refused"), path.toString(), Errors.sentence(e))));
          }
        });
  }

  private void add(Interpreter named) {
    Known now = known();
    List<Interpreter> found = new ArrayList<>(now.found());
    found.removeIf(each -> each.path().equals(named.path()));
    found.add(named);
    known.set(new Known(now.looking(), true, List.copyOf(found), Optional.of(named.path())));
  }
}
