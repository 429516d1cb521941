package interleave.view.session;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.ExportFormats;
import interleave.laboratory.Conduct;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.program.annotation.Annotations;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.layout.TimeText;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import interleave.words.Language;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the window is about: the chosen program, its take, the playhead, the selection.
 *
 * <p>All methods belong to the window's thread and none of them blocks. Work that takes a while is
 * handed to the {@code worker}, and its result comes back through {@code home}, which runs it on
 * the window's thread.
 */
public final class Session {
  /** What the program of the take is doing. */
  public enum State {
    /** Nothing was run or opened. */
    IDLE,
    STARTING,
    RUNNING,
    STOPPING,
    /** It is over, or it was opened from a file. */
    RECORDED
  }

  private static final Words WORDS = Words.of("view/session");

  private final RunSource studio;
  private final Consumer<Notice> notices;
  private final Timeline nothing;
  private final Typing typing;
  private final CurrentRun run;
  private final Playhead playhead = new Playhead();
  private final SelectionHistory<ThingRef> travels = new SelectionHistory<>();
  private final Guesses foretelling = new Guesses();

  private Optional<RunOrigin> earlierFrom = Optional.empty();
  private Optional<RunOrigin> chosen = Optional.empty();
  private Optional<RunOrigin> shown = Optional.empty();
  private Optional<ThingRef> selection = Optional.empty();
  private Optional<TimeRange> range = Optional.empty();
  private Annotations annotations = Annotations.NONE;
  private boolean asksPath;
  private Optional<CriticalPath> path = Optional.empty();
  private Frame.Window window = Frame.Window.NONE;
  private Gate gate = Gate.OPEN;
  private Covers covers = Covers.NONE;

  /**
   * @param nothing an empty timeline, shown while there is no take
   * @param typist hands typed lines to the program, one after the other, and may be held up by it
   * @param notices hears what the user has to be told, on the window's thread
   */
  public Session(
      RunSource studio,
      Timeline nothing,
      Executor worker,
      Executor typist,
      Executor home,
      Consumer<Notice> notices) {
    this.studio = studio;
    this.nothing = nothing;
    this.notices = notices;
    run = new CurrentRun(worker, home, notices);
    typing = new Typing(typist, home, notices);
  }

  /** Who is to let programs run from now on. */
  public void gate(Gate guarded) {
    gate = guarded;
  }

  /**
   * Makes a program the one that Run runs. A run of another program is out of sight then, and goes
   * on.
   */
  public void choose(RunOrigin origin) {
    boolean other = chosen.isPresent() && !chosen.get().isLike(origin);
    chosen = Optional.of(origin);
    if (other) {
      select(Optional.empty());
      range = Optional.empty();
      askPath(false);
      foretelling.forget();
      covers = Covers.all(covers.on());
    }
    if (looking() && !running() && playhead.mode() == Playback.Mode.LIVE) {
      playhead.stand(timeline().now());
    }
  }

  /** Runs the chosen program, or opens the chosen recording. What still runs is stopped first. */
  public void run() {
    chosen.ifPresent(this::run);
  }

  /** Chooses and runs or opens. */
  public void run(RunOrigin origin) {
    switch (origin) {
      case RunOrigin.Saved saved ->
          run.open(saved, errand -> studio.open(saved.file(), errand), made -> opened(saved, made));
      case Program program -> enter(program, it -> start(it, () -> studio.run(it)));
    }
  }

  /** Chooses and runs a program whose threads go on as somebody says. */
  public void run(Program program, Conduct conduct) {
    enter(program, it -> start(it, () -> studio.run(it, conduct)));
  }

  /** Does something with a program that has passed the gate; at once, later, or never. */
  public void enter(Program program, Consumer<Program> then) {
    gate.enter(program, then).ifPresent(then);
  }

  private void start(Program program, CurrentRun.Making making) {
    choose(program);
    program
        .refusal()
        .ifPresentOrElse(
            reason -> refused(program, reason),
            () -> run.replace(program, making, made -> begun(program, made)));
  }

  /** Only what was opened is chosen: until then, and where that fails, there is what there was. */
  private void opened(RunOrigin.Saved saved, RecordedRun made) {
    choose(saved);
    begun(saved, made);
    made.unknownLesson()
        .ifPresent(
            name ->
                notices.accept(
                    new Notice(
                        Notice.Weight.INFORMATION,
                        WORDS.get("notice.lesson-away", name),
                        "",
                        WORDS.get("notice.lesson-away.next"))));
  }

  /** A run that can be looked at beside the one in sight. */
  public record Earlier(RunOrigin origin, RecordedRun run) {}

  /** The run before the one in sight, or what was opened to be beside it. */
  public Optional<Earlier> earlier() {
    return run.earlier().flatMap(it -> earlierFrom.map(from -> new Earlier(from, it)));
  }

  /**
   * Opens a recording to be looked at beside what is in sight.
   *
   * @param there hears when it is there
   */
  public void beside(RunOrigin.Saved saved, Runnable there) {
    run.beside(
        saved,
        errand -> studio.open(saved.file(), errand),
        () -> {
          earlierFrom = Optional.of(saved);
          there.run();
        });
  }

  /** What is being opened or saved and takes its time. */
  public Optional<Errand> errand() {
    return run.errand();
  }

  private void refused(Program program, String reason) {
    notices.accept(Notice.error(reason, program.title(), WORDS.get("notice.parameter.next")));
  }

  private void begun(RunOrigin origin, RecordedRun made) {
    earlierFrom = shown;
    shown = Optional.of(origin);
    select(Optional.empty());
    range = Optional.empty();
    askPath(false);
    travels.clear();
    foretelling.begin(made.running());
    cover(Covers.Kind.ANSWER);
    annotations = made.annotations();
    annotations.guess().ifPresent(foretelling::recall);
    range = annotations.range().flatMap(asked -> asked.within(made.timeline()));
    annotate(annotations.withGuess(foretelling.now(true, made.running()).guess()));
    if (made.running()) {
      playhead.follow();
    } else {
      playhead.stand(InitialPlayhead.of(made.timeline()));
    }
  }

  /** Ends the program that runs. Comes back at once; the phase tells when it is done. */
  public void stop() {
    run.stop();
  }

  /**
   * Writes the take to a file.
   *
   * @param written hears of the file when it is there
   */
  public void save(Path file, Consumer<Path> written) {
    run.save(file, written);
  }

  /** Writes of the take what is wished for, for another tool. */
  public void export(ExportFormat format, Excerpt what, Path file) {
    run.export(file, errand -> ExportFormats.save(format, what, file, errand));
  }

  /**
   * Makes one recording of several, in a file.
   *
   * @param merging says how they go together
   * @param written hears of the file when it is there, on the window's thread
   */
  public void merge(Path file, Errand.Merging merging, Consumer<Path> written) {
    run.merge(file, merging, written);
  }

  /** Gives the program a line of standard input. */
  public void input(String line) {
    take().ifPresent(running -> typing.line(running, line));
    annotate(annotations.withTyped(new Annotations.Typed(timeline().now(), line)));
  }

  /** The program's standard input ends here. */
  public void endInput() {
    take().ifPresent(typing::end);
  }

  /** Holds the playhead where it is, or lets it run on from there at the chosen speed. */
  public void playOrPause() {
    playhead.playOrPause(timeline(), running());
  }

  /** Back to the end of a run that goes on, or to the end of the recording. */
  public void live() {
    playhead.live(timeline(), running());
  }

  /** Sets the pace of the replay and, when following live, begins one at the playhead. */
  public void speed(double factor) {
    playhead.speed(factor, timeline(), running());
  }

  /** Moves the playhead. */
  public void seek(long time) {
    playhead.seek(time, timeline());
  }

  /**
   * The playhead goes to the next event of interest, or with a negative direction to the one
   * before.
   */
  public void step(int direction) {
    playhead.step(direction, timeline(), running());
  }

  /** Makes something the subject of the inspector. */
  public void select(Optional<ThingRef> thing) {
    selection = thing;
    thing.ifPresent(travels::visit);
  }

  public void select(ThingRef thing) {
    select(Optional.of(thing));
  }

  /** Marks moments, in place of those that were marked. */
  public void mark(List<TimeMark> marks) {
    annotate(annotations.withMarks(marks));
  }

  /** The moments that are marked, as they were marked. */
  public List<TimeMark> marks() {
    return annotations.marks();
  }

  private void annotate(Annotations added) {
    annotations = added;
    take().ifPresent(run -> run.annotate(added));
  }

  /** Asks about a stretch of time in particular, or of all again. */
  public void range(Optional<TimeRange> asked) {
    range = asked.filter(each -> each.length() > 0);
    annotate(annotations.withRange(range));
  }

  /** Wants to see the critical path, or does not any more. */
  public void askPath(boolean wanted) {
    asksPath = wanted;
    path = Optional.empty();
  }

  /** Whether somebody wants to see it. */
  public boolean asksPath() {
    return asksPath;
  }

  /** Shows a critical path. */
  public void path(Optional<CriticalPath> found) {
    path = found;
  }

  /** What is asked about in particular. */
  public Optional<TimeRange> range() {
    return range;
  }

  /** To the thing that was selected before. */
  public void back() {
    travels.back().ifPresent(thing -> selection = Optional.of(thing));
  }

  /** To the thing that was selected after. */
  public void forth() {
    travels.forth().ifPresent(thing -> selection = Optional.of(thing));
  }

  /** Tells which part of the run the timeline shows. */
  public void window(long from, long to) {
    if (window.from() != from || window.to() != to) {
      window = new Frame.Window(from, to);
    }
  }

  /** What is to be seen at {@code now}, in nanoseconds of a steady clock. */
  public Frame frame(long now) {
    playhead.tick(now);
    if (run.justEnded()) {
      foretelling.ended();
      if (playhead.mode() == Playback.Mode.LIVE && looking()) {
        playhead.stand(InitialPlayhead.of(timeline()));
      }
    }
    Timeline timeline = timeline();
    TimeText.by(timeline); // whoever takes the frame writes about this run
    if (timeline.deadlocks().stream()
        .anyMatch(ring -> ring.end() == Timeline.OPEN && !ring.isPassing())) {
      foretelling.ended(); // nothing more is to be waited for
    }
    long head = playhead.at(timeline, running());
    return new Frame(
        run.number(),
        looking(),
        chosen,
        shown,
        lesson(),
        timeline,
        head,
        run.phase(),
        playhead.mode(),
        playhead.speed(),
        selection,
        range,
        path,
        looking() ? annotations : Annotations.NONE,
        window,
        Language.current(),
        running() ? "" : take().map(RecordedRun::ending).orElse(""),
        take().map(RecordedRun::runtime).orElse(""),
        foretelling.now(looking(), running()),
        take().map(RecordedRun::lag).orElse(Lag.NONE),
        covers);
  }

  /** Picks an answer to the question of the scenario. */
  public void guess(String answer) {
    foretelling.guess(answer, looking(), running());
    if (looking()) {
      annotate(annotations.withGuess(foretelling.here()));
    }
  }

  /** Wants to see the answer of what is recorded so far. */
  public void tellAnswer() {
    foretelling.tell();
  }

  /** Wants to foretell the run after this one. */
  public void foretellNext() {
    foretelling.again();
    cover(Covers.Kind.ANSWER);
  }

  /** Covers what gives something away, until it is uncovered; or nothing any more. */
  public void coverAll(boolean on) {
    covers = Covers.all(on);
  }

  /** That may be seen now. */
  public void uncover(Covers.Part part) {
    covers = covers.without(part);
  }

  /** What is to come of that kind is covered. */
  public void cover(Covers.Kind kind) {
    covers = covers.with(kind);
  }

  /** Nobody waits for what is being opened any more. */
  public void giveUpOpening() {
    run.giveUpOpening();
  }

  /** Stops what runs and forgets it; blocks, for the very end. */
  public void close() {
    run.close();
  }

  private boolean running() {
    return run.running();
  }

  private Timeline timeline() {
    return take().filter(_ -> looking()).map(RecordedRun::timeline).orElse(nothing);
  }

  private Optional<Program.Lesson> lesson() {
    if (chosen.isPresent() && chosen.get() instanceof Program.Lesson lesson) {
      return Optional.of(lesson);
    }
    return take().filter(_ -> looking()).flatMap(RecordedRun::lesson);
  }

  /** Whether what was run last is what is chosen now. */
  private boolean looking() {
    return shown.isPresent() && chosen.isPresent() && shown.get().isLike(chosen.get());
  }

  public Optional<RunOrigin> chosen() {
    return chosen;
  }

  public Optional<RunOrigin> shown() {
    return shown;
  }

  public Optional<RecordedRun> take() {
    return run.get();
  }
}
