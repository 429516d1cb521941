package interleave.view.session;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.picture.InitialPlayhead;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the window is about: the chosen program, its take, the playhead, the selection.
 *
 * <p>All methods belong to the window's thread and none of them blocks. Work that takes a while is
 * handed to the {@code worker}, which does one thing after the other (so an old run has ended
 * before a new one begins), and its result comes back through {@code home}, which runs it on the
 * window's thread.
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
  private final Executor worker;
  private final Executor home;
  private final Consumer<Notice> notices;
  private final Timeline nothing;
  private final Typing typing;
  private final Playhead playhead = new Playhead();
  private final SelectionHistory<ThingRef> travels = new SelectionHistory<>();
  private final Guesses foretelling = new Guesses();

  private Optional<RunOrigin> chosen = Optional.empty();
  private Optional<RunOrigin> shown = Optional.empty();
  private Optional<ThingRef> selection = Optional.empty();
  private Frame.Window window = Frame.Window.NONE;
  private State phase = State.IDLE;
  private @Nullable RecordedRun take;
  private int takes;

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
    this.worker = worker;
    this.home = home;
    this.notices = notices;
    typing = new Typing(typist, home, notices);
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
      foretelling.forget();
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
    choose(origin);
    switch (origin) {
      case RunOrigin.Saved saved -> take(saved, () -> studio.open(saved.file()));
      case Program program ->
          program
              .refusal()
              .ifPresentOrElse(
                  reason -> refused(program, reason),
                  () -> take(program, () -> studio.run(program)));
    }
  }

  private void refused(Program program, String reason) {
    notices.accept(Notice.error(reason, program.title(), WORDS.get("notice.parameter.next")));
  }

  private interface Making {
    RecordedRun make() throws IOException;
  }

  private void take(RunOrigin origin, Making making) {
    if (phase == State.STARTING) {
      return;
    }
    RecordedRun old = take;
    State before = phase;
    phase = State.STARTING;
    worker.execute(
        () -> {
          if (old != null) {
            old.stop();
          }
          try {
            RecordedRun made = making.make();
            if (old != null) {
              old.close();
            }
            home.execute(() -> begin(origin, made));
          } catch (IOException | RuntimeException e) {
            home.execute(() -> failed(origin, before, e));
          }
        });
  }

  private void begin(RunOrigin origin, RecordedRun made) {
    take = made;
    takes++;
    shown = Optional.of(origin);
    select(Optional.empty());
    travels.clear();
    foretelling.begin(made.running());
    if (made.running()) {
      phase = State.RUNNING;
      playhead.follow();
    } else {
      phase = State.RECORDED;
      playhead.stand(InitialPlayhead.of(made.timeline()));
    }
  }

  private void failed(RunOrigin origin, State before, Exception e) {
    phase = take == null ? State.IDLE : before == State.IDLE ? State.IDLE : State.RECORDED;
    boolean file = origin instanceof RunOrigin.Saved;
    notices.accept(
        Notice.error(
            WORDS.get(file ? "notice.not-opened" : "notice.not-started"),
            origin.title(),
            Errors.sentence(e)));
  }

  /** Ends the program that runs. Comes back at once; the phase tells when it is done. */
  public void stop() {
    RecordedRun running = take;
    if (running == null || phase != State.RUNNING) {
      return;
    }
    phase = State.STOPPING;
    worker.execute(running::stop);
  }

  /**
   * Writes the take to a file.
   *
   * @param written hears of the file when it is there
   */
  public void save(Path file, Consumer<Path> written) {
    RecordedRun saved = take;
    if (saved == null) {
      return;
    }
    worker.execute(
        () -> {
          try {
            saved.save(file);
            written.accept(file);
            home.execute(
                () ->
                    notices.accept(Notice.information(WORDS.get("notice.saved"), file.toString())));
          } catch (IOException | RuntimeException e) {
            home.execute(
                () ->
                    notices.accept(
                        Notice.error(
                            WORDS.get("notice.not-saved"),
                            file.toString(),
                            WORDS.get("notice.elsewhere", Errors.sentence(e)))));
          }
        });
  }

  /** Gives the program a line of standard input. */
  public void input(String line) {
    take().ifPresent(running -> typing.line(running, line));
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
    RecordedRun current = take;
    if (current != null
        && (phase == State.RUNNING || phase == State.STOPPING)
        && !current.running()) {
      phase = State.RECORDED;
      foretelling.ended();
      if (playhead.mode() == Playback.Mode.LIVE && looking()) {
        playhead.stand(InitialPlayhead.of(current.timeline()));
      }
    }
    Timeline timeline = timeline();
    if (timeline.deadlocks().stream().anyMatch(ring -> ring.end() == Timeline.OPEN)) {
      foretelling.ended(); // nothing more is to be waited for
    }
    long head = playhead.at(timeline, running());
    return new Frame(
        takes,
        looking(),
        chosen,
        shown,
        lesson(),
        timeline,
        head,
        phase,
        playhead.mode(),
        playhead.speed(),
        selection,
        window,
        Language.current(),
        current == null || running() ? "" : current.ending(),
        current == null ? "" : current.runtime(),
        foretelling.now(looking(), running()));
  }

  /** Picks an answer to the question of the scenario. */
  public void guess(String answer) {
    foretelling.guess(answer, looking(), running());
  }

  /** Wants to see the answer of what is recorded so far. */
  public void tellAnswer() {
    foretelling.tell();
  }

  /** Wants to foretell the run after this one. */
  public void foretellNext() {
    foretelling.again();
  }

  /** Stops what runs and forgets it; blocks, for the very end. */
  public void close() {
    RecordedRun last = take;
    if (last != null) {
      last.close();
    }
  }

  private boolean running() {
    return phase == State.RUNNING || phase == State.STOPPING;
  }

  private Timeline timeline() {
    RecordedRun current = take;
    return current == null || !looking() ? nothing : current.timeline();
  }

  private Optional<Program.Lesson> lesson() {
    if (chosen.isPresent() && chosen.get() instanceof Program.Lesson lesson) {
      return Optional.of(lesson);
    }
    RecordedRun current = take;
    return current != null && looking() ? current.lesson() : Optional.empty();
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
    return Optional.ofNullable(take);
  }
}
