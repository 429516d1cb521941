package interleave.app.command;

import interleave.engine.Engine;
import interleave.engine.Exit;
import interleave.engine.Installation;
import interleave.engine.Launch;
import interleave.engine.Run;
import interleave.engine.Settings;
import interleave.engine.StartException;
import interleave.event.Recording;
import interleave.explore.Schedule;
import interleave.file.Leftover;
import interleave.file.Leftovers;
import interleave.laboratory.ControlledProgram;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.RecordedControl;
import interleave.program.Manifests;
import interleave.program.Program;
import interleave.tail.LiveTimeline;
import interleave.words.Words;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs a program without a window, and leaves behind what was wished for. */
public final class HeadlessRun {
  private static final Words WORDS = Words.of("app");
  private static final long PROGRESS_MS = 250;

  private final Terminal terminal;
  private final Installation installation;
  private final RunOutputs wishes;
  private final @Nullable InetSocketAddress place;
  private long samplesNs;
  private @Nullable Schedule schedule;

  HeadlessRun(Terminal terminal, Installation installation, RunOutputs wishes) {
    this(terminal, installation, wishes, null);
  }

  /**
   * A run without a window.
   *
   * @param place where workers on other machines may come to join it; null where they may not
   */
  HeadlessRun(
      Terminal terminal,
      Installation installation,
      RunOutputs wishes,
      @Nullable InetSocketAddress place) {
    this.place = place;
    this.terminal = terminal;
    this.installation = installation;
    this.wishes = wishes;
  }

  /** The same, with stacks sampled at that interval; 0 for not at all. */
  HeadlessRun sampling(long intervalNs) {
    samplesNs = intervalNs;
    return this;
  }

  /** The same under control, as that schedule says; null for one whose threads run freely. */
  HeadlessRun by(@Nullable Schedule choices) {
    schedule = choices;
    return this;
  }

  /** Records a run under control; returns the exit code. */
  public static int record(
      Terminal terminal, Installation installation, Program program, Schedule choices, Path file)
      throws IOException {
    RunOutputs wishes =
        new RunOutputs(
            file,
            null,
            false,
            null,
            null,
            RunOutputs.Deadlocked.STOPPED,
            Recording.DEFAULT_CAP,
            true);
    return new HeadlessRun(terminal, installation, wishes).by(choices).run(program);
  }

  /** Returns the exit code of this program. */
  int run(Program program) throws IOException {
    Schedule choices = schedule;
    if (choices == null) {
      return run(program, null);
    }
    try (RecordedControl control = RecordedControl.of(program, choices)) {
      return run(ControlledProgram.watched(program), control);
    }
  }

  private int run(Program program, @Nullable RecordedControl control) throws StartException {
    PassedOutput output = new PassedOutput(terminal);
    Settings free = new Settings(wishes.cap(), Settings.Input.INHERIT, output, samplesNs);
    Settings settings = control == null ? free : control.settings(free);
    if (place != null) {
      Listening.check(program); // refused before anything is started
    }
    Launch launch = program.launch(installation);
    if (control != null) {
      RecordedControl.check(launch);
    }
    launch.caveat().ifPresent(terminal::say);
    tellOfLeftovers();
    try (Interruption interruption = new Interruption(terminal);
        Run run = new Engine(installation).start(launch, settings);
        Listening listening = Listening.to(run, program, place, output)) {
      interruption.of(run);
      Leftovers.describe(run.recording(), Manifests.of(run, program));
      OutputWriter writer = new OutputWriter(run, program, wishes);
      int code = finish(run, output, writer, wishes.stops(program), listening);
      if (control != null) {
        Exit exit = run.ended().getNow(null);
        control
            .trace(exit == null ? 0 : exit.code())
            .ifPresent(trace -> terminal.say(EndingSentence.of(trace)));
      }
      return code;
    }
  }

  /** What earlier runs left behind is said once, and what is too old is no more. */
  private void tellOfLeftovers() {
    Leftovers leftovers = new Leftovers();
    Leftovers.sentence(leftovers.tidy(Instant.now())).ifPresent(terminal::say);
    List<Leftover> news = leftovers.news();
    if (!news.isEmpty()) {
      String size = Leftovers.size(Leftover.bytes(news));
      terminal.say(WORDS.count("recover.news", news.size(), Recording.place(), size));
    }
  }

  private int finish(
      Run run,
      PassedOutput output,
      OutputWriter writer,
      boolean stops,
      @Nullable Listening listening) {
    try (LiveTimeline live = live(run, writer);
        DeadlockWatch deadlocks = new DeadlockWatch(run, live)) {
      ProgressLine progress = new ProgressLine(output, terminal.live() ? live : null);
      LossWatch losses = new LossWatch(run, wishes.cap());
      int code = await(run, output, progress, deadlocks, losses, stops, listening);
      losses.last().ifPresent(terminal::say);
      boolean saved = writer.bringIn(terminal, live);
      return saved || code != 0 ? code : ExitCode.NOT_SAVED;
    } catch (OutOfMemoryError e) {
      run.stop();
      output.clear();
      if (writer.isRecorded()) {
        terminal.say(WORDS.get("memory.recorded", String.valueOf(wishes.record())));
      } else {
        run.keepRecording();
        Leftovers.told(run.recording().folder());
        terminal.say(WORDS.get("memory.kept", run.recording().folder()));
      }
      return ExitCode.NOT_STARTED;
    }
  }

  /** Understands the recording while the program runs; null where nobody wants that. */
  private @Nullable LiveTimeline live(Run run, OutputWriter writer) {
    if (terminal.live()) {
      return LiveTimeline.follow(run.recording());
    }
    return writer.wantsTimeline() ? LiveTimeline.ahead(run.recording()) : null;
  }

  private int await(
      Run run,
      PassedOutput output,
      ProgressLine progress,
      DeadlockWatch deadlocks,
      LossWatch losses,
      boolean stops,
      @Nullable Listening listening) {
    long begin = System.nanoTime();
    long limit = wishes.timeout() == null ? Long.MAX_VALUE : wishes.timeout().toNanos();
    while (true) {
      long elapsed = System.nanoTime() - begin;
      if (elapsed >= limit) {
        run.stop();
        output.clear();
        terminal.say(WORDS.get("stopped", seconds(limit)));
        return ExitCode.TIMED_OUT;
      }
      long pause = Math.min(TimeUnit.MILLISECONDS.toNanos(PROGRESS_MS), limit - elapsed);
      try {
        Exit exit = run.ended().get(pause, TimeUnit.NANOSECONDS);
        output.clear();
        return exit.code();
      } catch (TimeoutException e) {
        progress.show(System.nanoTime() - begin);
        if (listening != null) {
          listening.look();
        }
        losses.look().ifPresent(output::say);
        if (deadlocks.look()) {
          output.clear();
          deadlocks.news().forEach(terminal::say);
          if (stops && deadlocks.isWhole()) {
            run.stop();
            terminal.say(
                WORDS.get(
                    wishes.deadlocked() == RunOutputs.Deadlocked.STOPPED
                        ? "deadlocked.own"
                        : "deadlocked"));
            return ExitCode.DEADLOCKED;
          }
        }
      } catch (InterruptedException | ExecutionException e) {
        if (e.getCause() instanceof OutOfMemoryError exhausted) {
          throw exhausted;
        }
        throw new IllegalStateException("the run was lost sight of", e);
      }
    }
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, nanos < 10_000_000_000L ? "%.1f s" : "%.0f s", nanos / 1e9);
  }
}
