package interleave.app.command.share;

import interleave.app.command.ErrandLine;
import interleave.app.command.ExitCode;
import interleave.app.command.RunOutputs;
import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.share.Share;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.SavedSources;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a web page of several recordings, or a folder of pages, with an index. */
@Command(name = "share", mixinStandardHelpOptions = true, sortOptions = false)
public final class ShareCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  /** The shares of the way at whose ends a recording is read, and derived. */
  private static final double READ = 0.3;

  private static final double DERIVED = 0.5;

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "F", descriptionKey = "share.files")
  private List<Path> files = List.of();

  @Option(names = "--to", required = true, paramLabel = "DIR|OUT.html", descriptionKey = "share.to")
  private Path out = Path.of("");

  @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "share.title")
  private String title = "";

  public ShareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Share share = Share.to(out, title);
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("exporting", out.getFileName()))) {
      for (int i = 0; i < files.size(); i++) {
        double from = (double) i / files.size();
        add(share, files.get(i), line.part(from, (double) (i + 1) / files.size()));
      }
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
    return save(share);
  }

  private void check() {
    if (Share.isFile(out)) {
      RunOutputs.check("--to", out);
    } else if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UsageException(WORDS.get("share.no-folder", out));
    }
  }

  private void add(Share share, Path file, Progress progress) throws IOException {
    Stages stages = new Stages(progress);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, stages.upTo(READ))) {
      Timeline timeline = OpenedTimeline.of(opened, stages.upTo(DERIVED)).timeline();
      timeline.problems().forEach(terminal::say);
      AnnotatedOrigin origin =
          new AnnotatedOrigin(
              KeptAnnotations.of(opened),
              opened::recording,
              AnnotatedOrigin.Sources.of(SavedSources.of(opened)));
      share.add(AnnotatedOrigin.whole(timeline, opened.manifest(), origin), stages.upTo(1));
    }
  }

  private int save(Share share) {
    try {
      share.save().forEach(each -> terminal.line(WORDS.get("exported", each)));
      return 0;
    } catch (IOException e) {
      terminal.say(WORDS.get("not-written", out, String.valueOf(e.getMessage())));
      return ExitCode.NOT_SAVED;
    }
  }
}
