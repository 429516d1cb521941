package interleave.app.command;

import interleave.engine.Run;
import interleave.exchange.KnownFormats;
import interleave.figure.FigureTheme;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.SummaryFile;
import interleave.program.Manifests;
import interleave.program.Program;
import interleave.program.source.KeptSources;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is wished for of a run once it has ended. */
final class OutputWriter {
  private static final Words WORDS = Words.of("app");

  /** So much of a recording is derived before anybody waits for it. */
  private static final long SOON_DERIVED = 32 << 20;

  private final Run run;
  private final Program program;
  private final RunOutputs wishes;
  private boolean recorded;

  OutputWriter(Run run, Program program, RunOutputs wishes) {
    this.run = run;
    this.program = program;
    this.wishes = wishes;
  }

  /** Whether it is worth while to derive a timeline while the program runs. */
  boolean wantsTimeline() {
    return needsTimeline() || wishes.record() != null;
  }

  /** Whether the recording has to be understood for that. */
  private boolean needsTimeline() {
    return wishes.needTimeline() || !program.watched().isEmpty();
  }

  /**
   * Returns whether everything was written; what was not is said.
   *
   * @param live has followed the run, where {@link #wantsTimeline}
   */
  boolean bringIn(Terminal terminal, @Nullable LiveTimeline live) {
    boolean derives = live != null && (needsTimeline() || live.bytesWaiting() <= SOON_DERIVED);
    if (live != null && derives) {
      live.end(); // the rest is derived while the recording is saved
    } else if (live != null) {
      live.close(); // who opens the recording derives it
    }
    List<FurtherEntry> beside = beside(derives ? live : null);
    boolean written = write(terminal, wishes.record(), file -> record(file, beside, terminal));
    if (live != null && needsTimeline()) {
      Timeline timeline = timeline(live);
      unseen(program.watched(), timeline)
          .forEach(name -> terminal.say(WORDS.get("unseen", name, last(name))));
      written &=
          write(
              terminal, wishes.summary(), file -> summary(Summaries.of(timeline), file, terminal));
      written &= write(terminal, wishes.snapshot(), file -> snapshot(timeline, file, terminal));
    }
    return written;
  }

  /**
   * What is kept beside the recording.
   *
   * @param live null where who opens the recording derives it; of sources only the program's own
   *     file is known then
   */
  private List<FurtherEntry> beside(@Nullable LiveTimeline live) {
    List<FurtherEntry> beside = new ArrayList<>(live == null ? List.of() : live.finalEntries());
    if (wishes.sources()) {
      beside.addAll(
          KeptSources.of(
              program, run.startedAt(), () -> live == null ? List.of() : live.timeline().sites()));
    }
    return beside;
  }

  private static Timeline timeline(LiveTimeline live) {
    try {
      return live.awaitFinal();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the run was lost sight of", e);
    } catch (IllegalStateException e) {
      if (live.isExhausted()) {
        throw new OutOfMemoryError(e.getMessage());
      }
      throw e;
    }
  }

  /** Which of what was to be watched is not in the recording. */
  static List<String> unseen(List<String> watched, Timeline timeline) {
    Set<String> seen =
        timeline.variables().stream().map(each -> last(each.name())).collect(Collectors.toSet());
    return watched.stream().filter(name -> !seen.contains(last(name))).toList();
  }

  /** Without the class or module that it is of. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static void summary(Summary summary, Path file, Terminal terminal) throws IOException {
    if (RunOutputs.isOwnOutput(file)) {
      Json.print(terminal, to -> SummaryFile.write(to, summary));
    } else {
      SummaryFile.save(summary, file);
    }
  }

  /** The light figure, and where it is asked for the dark one beside it. */
  private void snapshot(Timeline timeline, Path file, Terminal terminal) throws IOException {
    Manifest manifest = Manifests.of(run, program);
    Figures.save(timeline, manifest, FigureTheme.LIGHT, file, terminal);
    if (wishes.dark()) {
      Figures.save(timeline, manifest, FigureTheme.DARK, dark(file), terminal);
    }
  }

  /** {@code a.png} in dark is {@code a-dark.png}. */
  private static Path dark(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.replaceFirst("(\\.[^.]*)?$", "-dark$1"));
  }

  private interface Writing {
    void to(Path file) throws IOException;
  }

  private static boolean write(Terminal terminal, @Nullable Path file, Writing writing) {
    if (file == null) {
      return true;
    }
    try {
      writing.to(file);
      return true;
    } catch (CancellationException e) {
      terminal.say(WORDS.get("cancelled", file));
      return false;
    } catch (IOException e) {
      terminal.say(WORDS.get("not-written", file, String.valueOf(e.getMessage())));
      return false;
    }
  }

  /** Whether the recording is in the file that was wished for. */
  boolean isRecorded() {
    return recorded;
  }

  private void record(Path file, List<FurtherEntry> beside, Terminal terminal) throws IOException {
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("saving", file.getFileName()))) {
      KnownFormats.ALL.save(run.recording(), Manifests.of(run, program), beside, file, line);
      recorded = true;
    } catch (IOException e) {
      run.keepRecording();
      String why = String.valueOf(e.getMessage());
      String sentence = why.endsWith(".") || why.endsWith("。") ? why : why + ".";
      throw new IOException(WORDS.get("kept", sentence, run.recording().folder()), e);
    }
  }
}
