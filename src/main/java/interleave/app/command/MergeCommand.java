package interleave.app.command;

import interleave.exchange.KnownFormats;
import interleave.program.merge.Alignment;
import interleave.program.merge.Merge;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one recording of several, on one axis. */
@Command(name = "merge", mixinStandardHelpOptions = true, sortOptions = false)
public final class MergeCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "F", descriptionKey = "merge.files")
  private List<Path> files = List.of();

  @Option(names = "--to", required = true, paramLabel = "OUT", descriptionKey = "merge.to")
  private Path out = Path.of("");

  @Option(names = "--align", paramLabel = "boot|wall|start", descriptionKey = "merge.align")
  private String align = Alignment.BOOT.word();

  public MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Alignment alignment =
        Alignment.of(align).orElseThrow(() -> new UsageException(WORDS.get("merge.align", align)));
    if (files.size() < 2) {
      throw new UsageException(WORDS.get("merge.few"));
    }
    Path to = KnownFormats.ALL.named(out);
    RunOutputs.check("--to", to);
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("merging", to.getFileName()))) {
      Merge.files(files, to, Optional.of(alignment), line);
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
    terminal.line(WORDS.get("exported", to));
    return 0;
  }
}
