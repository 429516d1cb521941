package interleave.view.session;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TellingMoment;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
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
  public enum Phase {
    /** Nothing was run or opened. */
    IDLE,
    STARTING,
    RUNNING,
    STOPPING,
    /** It is over, or it was opened from a file. */
    RECORDED
  }

  private static final Words WORDS = Words.of("view/session");

  private final Studio studio;
  private final Executor worker;
  private final Executor typist;
  private final Executor home;
  private final Consumer<Notice> notices;
  private final Timeline nothing;
  private final Playback playback = new Playback();
  private final Travels<ThingRef> travels = new Travels<>();
  private final Foretelling foretelling = new Foretelling();

  private Optional<Program> program = Optional.empty();
  private Optional<Program> shown = Optional.empty();
  private Optional<ThingRef> selection = Optional.empty();
  private Frame.Window window = Frame.Window.NONE;
  private Phase phase = Phase.IDLE;
  private @Nullable Take take;
  private int takes;
  private long wall;

  /**
   * @param nothing an empty timeline, shown while there is no take
   * @param typist hands typed lines to the program, one after the other, and may be held up by it
   * @param notices hears what the user has to be told, on the window's thread
   */
  public Session(
      Studio studio,
      Timeline nothing,
      Executor worker,
      Executor typist,
      Executor home,
      Consumer<Notice> notices) {
    this.studio = studio;
    this.nothing = nothing;
    this.worker = worker;
    this.typist = typist;
    this.home = home;
    this.notices = notices;
  }

  /**
   * Makes a program the one that Run runs. A run of another program is out of sight then, and goes
   * on.
   */
  public void choose(Program chosen) {
    boolean other = program.isPresent() && !program.get().isLike(chosen);
    program = Optional.of(chosen);
    if (other) {
      select(Optional.empty());
      foretelling.forget();
    }
    if (looking() && !running() && playback.mode() == Playback.Mode.LIVE) {
      playback.stand(timeline().now());
    }
  }

  /** Runs the chosen program. What still runs is stopped first. */
  public void run() {
    program.ifPresent(this::run);
  }

  /** Chooses and runs. */
  public void run(Program chosen) {
    choose(chosen);
    if (chosen instanceof Program.Saved saved) {
      take(chosen, () -> studio.open(saved.file()));
      return;
    }
    if (chosen instanceof Program.Lesson lesson) {
      Optional<String> refusal =
          lesson.scenario().check(lesson.scenario().usual(), lesson.values());
      if (refusal.isPresent()) {
        notices.accept(
            Notice.error(refusal.get(), lesson.title(), WORDS.get("notice.parameter.next")));
        return;
      }
    }
    take(chosen, () -> studio.run(chosen));
  }

  private interface Making {
    Take make() throws IOException;
  }

  private void take(Program chosen, Making making) {
    if (phase == Phase.STARTING) {
      return;
    }
    Take old = take;
    Phase before = phase;
    phase = Phase.STARTING;
    worker.execute(
        () -> {
          if (old != null) {
            old.stop();
          }
          try {
            Take made = making.make();
            if (old != null) {
              old.close();
            }
            home.execute(() -> begin(chosen, made));
          } catch (IOException | RuntimeException e) {
            home.execute(() -> refused(chosen, before, e));
          }
        });
  }

  private void begin(Program chosen, Take made) {
    take = made;
    takes++;
    shown = Optional.of(chosen);
    select(Optional.empty());
    travels.clear();
    foretelling.begin(made.running());
    if (made.running()) {
      phase = Phase.RUNNING;
      playback.follow();
    } else {
      phase = Phase.RECORDED;
      playback.stand(TellingMoment.of(made.timeline()));
    }
  }

  private void refused(Program chosen, Phase before, Exception e) {
    phase = take == null ? Phase.IDLE : before == Phase.IDLE ? Phase.IDLE : Phase.RECORDED;
    boolean file = chosen instanceof Program.Saved;
    notices.accept(
        Notice.error(
            WORDS.get(file ? "notice.not-opened" : "notice.not-started"),
            chosen.title(),
            Errors.sentence(e)));
  }

  /** Ends the program that runs. Comes back at once; the phase tells when it is done. */
  public void stop() {
    Take running = take;
    if (running == null || phase != Phase.RUNNING) {
      return;
    }
    phase = Phase.STOPPING;
    worker.execute(running::stop);
  }

  /**
   * Writes the take to a file.
   *
   * @param written hears of the file when it is there
   */
  public void save(Path file, Consumer<Path> written) {
    Take saved = take;
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
    type(take -> take.input(line), line);
  }

  /** The program's standard input ends here. */
  public void endInput() {
    type(Take::endInput, "");
  }

  private interface Typing {
    void into(Take take) throws IOException;
  }

  /** A program that does not read holds up who writes to it, and must not hold up anything else. */
  private void type(Typing typing, String line) {
    Take running = take;
    if (running == null) {
      return;
    }
    typist.execute(
        () -> {
          try {
            typing.into(running);
          } catch (IOException e) {
            home.execute(
                () ->
                    notices.accept(
                        Notice.warning(WORDS.get("notice.no-input"), line, Errors.sentence(e))));
          }
        });
  }

  /** Holds the playhead where it is, or lets it run on from there at the chosen speed. */
  public void playOrPause() {
    if (playback.mode() == Playback.Mode.PAUSED) {
      play();
    } else {
      playback.stand(playhead());
    }
  }

  /** Replays from the playhead, from the beginning when it stands at the end. */
  public void play() {
    Timeline timeline = timeline();
    boolean over = playhead() >= timeline.now();
    if (over && running()) {
      playback.follow();
    } else {
      playback.replay(over ? timeline.start() : playhead(), wall);
    }
  }

  /** Back to the end of a run that goes on, or to the end of the recording. */
  public void live() {
    if (running()) {
      playback.follow();
    } else {
      playback.stand(timeline().now());
    }
  }

  /** Sets the pace of the replay and, when following live, begins one at the playhead. */
  public void speed(double factor) {
    long head = playhead();
    playback.speed(factor, wall);
    if (playback.mode() == Playback.Mode.LIVE) {
      playback.replay(head, wall);
    }
  }

  /** Moves the playhead. */
  public void seek(long time) {
    Timeline timeline = timeline();
    playback.seek(
        Math.clamp(time, timeline.start(), Math.max(timeline.start(), timeline.now())), wall);
  }

  /**
   * The playhead goes to the next event of interest, or with a negative direction to the one
   * before.
   */
  public void step(int direction) {
    Timeline timeline = timeline();
    Happenings happenings = new Happenings(timeline);
    OptionalLong moment =
        direction >= 0 ? happenings.next(playhead()) : happenings.previous(playhead());
    playback.stand(Math.min(moment.orElse(playhead()), timeline.now()));
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

  /** What is to be seen at {@code wall}, in nanoseconds of a steady clock. */
  public Frame frame(long now) {
    wall = now;
    Take current = take;
    if (current != null
        && (phase == Phase.RUNNING || phase == Phase.STOPPING)
        && !current.running()) {
      phase = Phase.RECORDED;
      foretelling.ended();
      if (playback.mode() == Playback.Mode.LIVE && looking()) {
        playback.stand(TellingMoment.of(current.timeline()));
      }
    }
    Timeline timeline = timeline();
    if (timeline.deadlocks().stream().anyMatch(ring -> ring.end() == Timeline.OPEN)) {
      foretelling.ended(); // nothing more is to be waited for
    }
    long head = playback.playhead(wall, timeline.start(), timeline.now(), running());
    return new Frame(
        takes,
        looking(),
        program,
        shown,
        lesson(),
        timeline,
        head,
        phase,
        playback.mode(),
        playback.speed(),
        selection,
        window,
        Language.current(),
        current == null || running() ? "" : current.ending(),
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
    Take last = take;
    if (last != null) {
      last.close();
    }
  }

  private long playhead() {
    Timeline timeline = timeline();
    return playback.playhead(wall, timeline.start(), timeline.now(), running());
  }

  private boolean running() {
    return phase == Phase.RUNNING || phase == Phase.STOPPING;
  }

  private Timeline timeline() {
    Take current = take;
    return current == null || !looking() ? nothing : current.timeline();
  }

  private Optional<Program.Lesson> lesson() {
    if (program.isPresent() && program.get() instanceof Program.Lesson chosen) {
      return Optional.of(chosen);
    }
    Take current = take;
    return current != null && looking() ? current.lesson() : Optional.empty();
  }

  /** Whether what was run last is what is chosen now. */
  private boolean looking() {
    return shown.isPresent() && program.isPresent() && shown.get().isLike(program.get());
  }

  public Optional<Program> program() {
    return program;
  }

  public Optional<Program> shown() {
    return shown;
  }

  public Optional<Take> take() {
    return Optional.ofNullable(take);
  }
}
