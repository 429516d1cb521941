package interleave.view.session;

import interleave.program.RunOrigin;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The run or recording that was begun last, and what its program is doing. Belongs to the window's
 * thread; what takes a while is handed to the worker, which does one thing after the other, so an
 * old run has ended before a new one begins.
 */
final class CurrentRun {
  private static final Words WORDS = Words.of("view/session");

  /** So many events may a run have that is kept to be looked at beside another. */
  private static final long MOST_BESIDE = 20_000_000;

  private final Executor worker;
  private final Executor home;
  private final Consumer<Notice> notices;
  private Session.State phase = Session.State.IDLE;
  private @Nullable RecordedRun run;
  private @Nullable RecordedRun earlier;
  private int number;
  private @Nullable Runnable wished;
  private final List<Errand> errands = new ArrayList<>();

  /** Reads a recording, on the worker. */
  interface Opening {
    RecordedRun open(Errand errand) throws IOException;
  }

  /** Makes a run, on the worker. */
  interface Making {
    RecordedRun make() throws IOException;
  }

  CurrentRun(Executor worker, Executor home, Consumer<Notice> notices) {
    this.worker = worker;
    this.home = home;
    this.notices = notices;
  }

  Session.State phase() {
    return phase;
  }

  /** Grows by one with each run. */
  int number() {
    return number;
  }

  Optional<RecordedRun> get() {
    return Optional.ofNullable(run);
  }

  boolean running() {
    return phase == Session.State.RUNNING || phase == Session.State.STOPPING;
  }

  /**
   * Ends what there is and makes another; where that fails, what there was stays. Nothing happens
   * while one is being made; a file that is being opened is given up for it.
   *
   * @param begun hears of it when it is there
   */
  void replace(RunOrigin origin, Making making, Consumer<RecordedRun> begun) {
    if (phase == Session.State.STARTING) {
      return;
    }
    if (isOpening()) {
      instead(() -> replace(origin, making, begun));
      return;
    }
    RecordedRun old = run;
    phase = Session.State.STARTING;
    worker.execute(
        () -> {
          if (old != null) {
            old.stop();
          }
          try {
            RecordedRun made = making.make();
            if (old != null) {
              old.retire();
            }
            home.execute(() -> begin(made, begun));
          } catch (IOException | RuntimeException e) {
            home.execute(() -> failed(origin, e));
          } finally {
            home.execute(this::goOn);
          }
        });
  }

  /** What is wished last is done, once that has ended which is being opened or started now. */
  private void instead(Runnable wish) {
    giveUpOpening();
    wished = wish;
  }

  private void goOn() {
    Runnable wish = wished;
    wished = null;
    if (wish != null) {
      wish.run();
    }
  }

  /**
   * Opens a recording in place of what there is, which goes on and stays until that one is there,
   * and where it cannot be opened, or is not to be. A file that is being opened is given up for it.
   *
   * @param begun hears of it when it is there
   */
  void open(RunOrigin.Saved origin, Opening opening, Consumer<RecordedRun> begun) {
    if (phase == Session.State.STARTING || isOpening()) {
      instead(() -> open(origin, opening, begun));
      return;
    }
    RecordedRun old = run;
    Errand errand = new Errand(Errand.Kind.OPENING, origin.file());
    errands.add(errand);
    worker.execute(
        () -> {
          try {
            RecordedRun made = opening.open(errand);
            if (old != null) {
              old.stop();
              old.retire();
            }
            home.execute(() -> begin(made, begun));
          } catch (CancellationException e) {
            // What there was is there still.
          } catch (IOException | RuntimeException e) {
            home.execute(() -> notOpened(origin, e));
          } finally {
            home.execute(() -> opened(errand));
          }
        });
  }

  private void opened(Errand errand) {
    errands.remove(errand);
    goOn();
  }

  private boolean isOpening() {
    return errands.stream().anyMatch(each -> each.kind() == Errand.Kind.OPENING);
  }

  /** What is being opened or saved; what was begun first. */
  Optional<Errand> errand() {
    return errands.stream().findFirst();
  }

  private void notOpened(RunOrigin.Saved origin, Exception e) {
    notices.accept(
        Notice.error(WORDS.get("notice.not-opened"), origin.title(), Errors.sentence(e)));
  }

  /**
   * Opens a recording to be looked at beside what there is, in place of the run before.
   *
   * @param there hears when it is there
   */
  void beside(RunOrigin.Saved origin, Opening opening, Runnable there) {
    Errand errand = new Errand(Errand.Kind.OPENING, origin.file());
    errands.add(errand);
    worker.execute(
        () -> {
          try {
            RecordedRun made = opening.open(errand);
            home.execute(
                () -> {
                  retired(made);
                  there.run();
                });
          } catch (CancellationException e) {
            // Then there is what there was.
          } catch (IOException | RuntimeException e) {
            home.execute(() -> notOpened(origin, e));
          } finally {
            home.execute(() -> opened(errand));
          }
        });
  }

  /** What there was before what there is, or was opened to be beside it. */
  Optional<RecordedRun> earlier() {
    return Optional.ofNullable(earlier);
  }

  /** One is kept to be looked at, unless it is very large. */
  private void retired(@Nullable RecordedRun one) {
    RecordedRun gone = earlier;
    boolean small = one != null && one.timeline().counters().events() <= MOST_BESIDE;
    earlier = small ? one : null;
    if (gone != null) {
      worker.execute(gone::close);
    }
    if (one != null && !small) {
      worker.execute(one::close);
    }
  }

  private void begin(RecordedRun made, Consumer<RecordedRun> begun) {
    retired(run);
    run = made;
    number++;
    phase = made.running() ? Session.State.RUNNING : Session.State.RECORDED;
    begun.accept(made);
  }

  private void failed(RunOrigin origin, Exception e) {
    phase = run == null ? Session.State.IDLE : Session.State.RECORDED;
    notices.accept(
        Notice.error(WORDS.get("notice.not-started"), origin.title(), Errors.sentence(e)));
  }

  /** Whether the program has ended since this was asked last. */
  boolean justEnded() {
    RecordedRun current = run;
    if (current == null || !running() || current.running()) {
      return false;
    }
    phase = Session.State.RECORDED;
    return true;
  }

  void stop() {
    RecordedRun current = run;
    if (current != null && phase == Session.State.RUNNING) {
      phase = Session.State.STOPPING;
      worker.execute(current::stop);
    }
  }

  void save(Path file, Consumer<Path> written) {
    RecordedRun saved = run;
    if (saved != null) {
      write(
          new Errand(Errand.Kind.SAVING, file),
          errand -> {
            saved.save(file, errand);
            written.accept(file);
            return Notice.written(WORDS.get("notice.saved"), List.of(file));
          });
    }
  }

  /** Writes it for another tool; hears what was written. */
  void export(Path file, Exporting exporting) {
    write(
        new Errand(Errand.Kind.EXPORTING, file),
        errand -> {
          return Notice.written(WORDS.get("notice.exported"), exporting.write(errand));
        });
  }

  /** Makes one recording of several, on the worker, and says how they go together. */
  void merge(Path file, Errand.Merging merging, Consumer<Path> written) {
    write(
        new Errand(Errand.Kind.MERGING, file),
        errand -> {
          String how = merging.into(errand);
          home.execute(() -> written.accept(file));
          return new Notice(
              Notice.Weight.INFORMATION, WORDS.get("notice.merged"), file.toString(), how);
        });
  }

  /** Writes a run for another tool, on the worker. */
  interface Exporting {
    List<Path> write(Errand errand) throws IOException;
  }

  /** Writes a file, on the worker, and says how that went. */
  private interface Writing {
    Notice write(Errand errand) throws IOException;
  }

  private void write(Errand errand, Writing writing) {
    errands.add(errand);
    String file = errand.file().toString();
    String kind = errand.kind().word();
    worker.execute(
        () -> {
          Notice told;
          try {
            told = writing.write(errand);
          } catch (CancellationException e) {
            told = Notice.information(WORDS.get("notice." + kind + "-cancelled"), file);
          } catch (IOException | RuntimeException e) {
            told =
                Notice.error(
                    WORDS.get("notice.not-" + kind),
                    file,
                    WORDS.get(
                        errand.kind() == Errand.Kind.MERGING ? "notice.next" : "notice.elsewhere",
                        Errors.sentence(e)));
          }
          Notice notice = told;
          home.execute(
              () -> {
                errands.remove(errand);
                notices.accept(notice);
              });
        });
  }

  /** Nobody waits for what is being opened any more, or was to be instead. */
  void giveUpOpening() {
    wished = null;
    errands.stream().filter(each -> each.kind() == Errand.Kind.OPENING).forEach(Errand::cancel);
  }

  /** Stops what runs and forgets it; blocks. */
  void close() {
    RecordedRun last = run;
    if (last != null) {
      last.close();
    }
    RecordedRun before = earlier;
    if (before != null) {
      before.close();
    }
  }
}
