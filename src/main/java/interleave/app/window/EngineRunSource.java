package interleave.app.window;

import interleave.engine.Engine;
import interleave.engine.Installation;
import interleave.engine.Interpreter;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.Excerpt;
import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.laboratory.Conduct;
import interleave.laboratory.ControlledProgram;
import interleave.laboratory.RecordedControl;
import interleave.program.Manifests;
import interleave.program.Program;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.SavedSources;
import interleave.tail.LiveTimeline;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Takes made by the engine, and recordings read from files. */
final class EngineRunSource implements RunSource {
  private static final Words WORDS = Words.of("app");
  private static final Words WINDOW_WORDS = Words.of("app/window");

  /** The share of the way at whose end a file is read; then it is derived. */
  private static final double READ = 0.6;

  private final KeptRecordings kept;
  private final BooleanSupplier keepsSources;
  private final LongSupplier samplesNs;

  /**
   * @param kept where recordings of the user's own programs are kept that nobody saved
   * @param keepsSources whether the sources of such programs are kept in recordings
   * @param samplesNs at which interval the stacks of the next run are sampled; 0 for not at all
   */
  EngineRunSource(KeptRecordings kept, BooleanSupplier keepsSources, LongSupplier samplesNs) {
    this.samplesNs = samplesNs;
    this.kept = kept;
    this.keepsSources = keepsSources;
  }

  EngineRunSource(KeptRecordings kept) {
    this(kept, () -> true, () -> 0);
  }

  @Override
  public RecordedRun run(Program program) throws IOException {
    Installation installation = Installation.find(program.java().orElse(null));
    Settings settings =
        new Settings(
            Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {}, samplesNs.getAsLong());
    Run run = new Engine(installation).start(program.launch(installation), settings);
    LiveTimeline live = LiveTimeline.follow(run.recording());
    return new FollowedRun(program, run, live, Optional.of(kept), keepsSources);
  }

  @Override
  public RecordedRun run(Program program, Conduct conduct) throws IOException {
    Installation installation = Installation.find(program.java().orElse(null));
    Program watched = ControlledProgram.watched(program);
    Launch launch = watched.launch(installation);
    RecordedControl.check(launch);
    Settings free = new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, (_, _, _) -> {});
    RecordedControl control = RecordedControl.of(watched, conduct);
    try {
      Run run = new Engine(installation).start(launch, control.settings(free));
      run.ended().whenComplete((_, _) -> conduct.end());
      LiveTimeline live = LiveTimeline.followSteps(run.recording());
      return new FollowedRun(watched, run, live, Optional.empty(), keepsSources);
    } catch (IOException | RuntimeException e) {
      control.close();
      throw e;
    }
  }

  @Override
  public List<Interpreter> pythons() {
    return Program.PYTHONS.all(Path.of("").toAbsolutePath());
  }

  @Override
  public Interpreter python(Path path) throws IOException {
    return Program.PYTHONS.named(path, Path.of("").toAbsolutePath());
  }

  @Override
  public RecordedRun open(Path file, Progress progress) throws IOException {
    Stages stages = new Stages(progress);
    OpenedRecording opened = KnownFormats.ALL.open(file, stages.upTo(READ));
    try {
      return new SavedTake(
          opened,
          OpenedTimeline.of(opened, stages.upTo(1)),
          SavedSources.of(opened),
          new AtomicReference<>(KeptAnnotations.of(opened)));
    } catch (OutOfMemoryError e) {
      opened.close();
      throw new IOException(WINDOW_WORDS.get("memory.open"), e);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** What was read from a file. */
  private record SavedTake(
      OpenedRecording opened,
      OpenedTimeline derived,
      SavedSources kept,
      AtomicReference<Annotations> added)
      implements RecordedRun {
    @Override
    public Timeline timeline() {
      return derived.timeline();
    }

    @Override
    public boolean running() {
      return false;
    }

    @Override
    public String ending() {
      String exit = opened.manifest().exit();
      return exit == null ? "" : exit;
    }

    @Override
    public String runtime() {
      return Manifests.runtime(opened.manifest());
    }

    @Override
    public Optional<Program.Lesson> lesson() {
      return Manifests.lesson(opened.manifest());
    }

    @Override
    public Optional<String> unknownLesson() {
      return Manifests.unknownLesson(opened.manifest());
    }

    @Override
    public Optional<SavedSources> sources() {
      return Optional.of(kept);
    }

    @Override
    public Annotations annotations() {
      return added.get();
    }

    @Override
    public void annotate(Annotations annotations) {
      added.set(annotations);
    }

    @Override
    public void stop() {}

    @Override
    public void input(String line) throws IOException {
      throw new IOException(WORDS.get("studio.no-input"));
    }

    @Override
    public void endInput() throws IOException {
      throw new IOException(WORDS.get("studio.no-input"));
    }

    @Override
    public void save(Path file, Progress progress) throws IOException {
      List<FurtherEntry> beside = new ArrayList<>(derived.entries());
      beside.addAll(kept.entries());
      beside.add(new KeptAnnotations(added::get));
      if (added.get().equals(KeptAnnotations.of(opened))) {
        opened.save(KnownFormats.ALL, file, beside, progress);
      } else {
        opened.saveAnew(KnownFormats.ALL, file, beside, progress);
      }
    }

    @Override
    public Optional<Excerpt> excerpt() {
      return Optional.of(
          AnnotatedOrigin.whole(
              derived.timeline(),
              opened.manifest(),
              new AnnotatedOrigin(
                  added.get(),
                  AnnotatedOrigin.Segments.of(opened::recording, derived.entries()),
                  AnnotatedOrigin.Sources.of(kept))));
    }

    @Override
    public void close() {
      opened.close();
    }
  }
}
