package interleave.app.window;

import interleave.engine.Exit;
import interleave.engine.PythonProgram;
import interleave.engine.Run;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.Excerpt;
import interleave.file.FurtherEntry;
import interleave.file.Leftovers;
import interleave.file.Progress;
import interleave.program.Manifests;
import interleave.program.Program;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.KeptSources;
import interleave.program.source.SourceText;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.view.session.Lag;
import interleave.view.session.RecordedRun;
import interleave.words.Words;
import interleave.worker.Invitation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A run of the engine with the timeline that follows its recording. */
final class FollowedRun implements RecordedRun {
  private static final Words WORDS = Words.of("app/window");

  private final Program program;
  private final Run run;
  private final LiveTimeline live;
  private final Optional<KeptRecordings> kept;
  private final BooleanSupplier keepsSources;
  private final Optional<Invitation> invitation;
  private volatile boolean saved;
  private boolean retired;
  private volatile Annotations annotations = Annotations.NONE;

  /**
   * @param kept where it is kept where nobody saves it; nowhere where it comes again as it was
   */
  FollowedRun(
      Program program,
      Run run,
      LiveTimeline live,
      Optional<KeptRecordings> kept,
      BooleanSupplier keepsSources) {
    this.live = live;
    this.program = program;
    this.keepsSources = keepsSources;
    this.run = run;
    this.kept = kept;
    Leftovers.describe(run.recording(), Manifests.of(run, program));
    invitation = Invitation.to(run, program);
    run.ended().whenComplete((_, _) -> live.end());
  }

  @Override
  public Timeline timeline() {
    return live.timeline();
  }

  @Override
  public boolean running() {
    return !live.isFinal();
  }

  @Override
  public Lag lag() {
    return new Lag(live.behind(), live.bytesWaiting(), live.deriving());
  }

  @Override
  public String ending() {
    Exit exit = exit();
    if (exit == null) {
      return "";
    }
    return run.stopped() ? "stopped" : exit.show();
  }

  @Override
  public String runtime() {
    return run.launch() instanceof PythonProgram python ? python.interpreter().show() : "";
  }

  @Override
  public String failure() {
    if (!live.isExhausted()) {
      return "";
    }
    run.keepRecording();
    return WORDS.get("memory.kept", run.recording().folder());
  }

  @Override
  public boolean failed() {
    Exit exit = exit();
    return exit != null && !run.stopped() && exit.code() != 0;
  }

  private @Nullable Exit exit() {
    return run.ended().isDone() && !run.ended().isCompletedExceptionally()
        ? run.ended().getNow(null)
        : null;
  }

  @Override
  public Optional<Program.Lesson> lesson() {
    return program instanceof Program.Lesson lesson ? Optional.of(lesson) : Optional.empty();
  }

  @Override
  public Optional<Invitation> invitation() {
    return invitation;
  }

  @Override
  public void annotate(Annotations added) {
    annotations = added;
  }

  @Override
  public void stop() {
    run.stop();
    try {
      live.awaitFinal();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void input(String line) throws IOException {
    run.sendInput(line + System.lineSeparator());
  }

  @Override
  public void endInput() throws IOException {
    run.closeInput();
  }

  @Override
  public void save(Path file, Progress progress) throws IOException {
    List<FurtherEntry> beside = new ArrayList<>(live.entries());
    beside.addAll(new Texts().entries());
    beside.add(new KeptAnnotations(() -> annotations));
    KnownFormats.ALL.save(run.recording(), Manifests.of(run, program), beside, file, progress);
    saved = true;
  }

  @Override
  public Optional<Excerpt> excerpt() {
    return Optional.of(
        AnnotatedOrigin.whole(
            live.timeline(),
            Manifests.of(run, program),
            new AnnotatedOrigin(
                annotations,
                AnnotatedOrigin.Segments.of(_ -> run.recording(), live.entries()),
                new Texts())));
  }

  /** The program's sources, which are kept where the user has not said that they are not to be. */
  private final class Texts implements AnnotatedOrigin.Sources {
    @Override
    public List<SourceText> all() {
      return KeptSources.texts(program, run.startedAt(), live.timeline().sites());
    }

    @Override
    public List<FurtherEntry> entries() {
      return keepsSources.getAsBoolean()
          ? KeptSources.of(program, run.startedAt(), () -> live.timeline().sites())
          : List.of();
    }
  }

  @Override
  public void retire() {
    stop();
    keep();
  }

  /**
   * A run of the user's own program that nobody saved is kept: it may be one that does not come
   * again. Where there is no room for it its segments stay where they are, and are offered at the
   * next start.
   */
  private void keep() {
    if (retired) {
      return;
    }
    retired = true;
    invitation.ifPresent(Invitation::close);
    if (program instanceof Program.Own
        && !saved
        && kept.filter(it -> !it.keep(program.title(), file -> save(file, Progress.UNHEARD)))
            .isPresent()) {
      run.keepRecording();
    }
  }

  @Override
  public void close() {
    run.stop();
    keep();
    live.close();
    run.close();
  }
}
