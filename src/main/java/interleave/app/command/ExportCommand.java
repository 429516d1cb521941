package interleave.app.command;

import interleave.exchange.KnownExports;
import interleave.exchange.KnownFormats;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.ExportFormats;
import interleave.exchange.export.LaneChoice;
import interleave.exchange.export.figure.FigureExport;
import interleave.exchange.export.page.PageFormat;
import interleave.exchange.export.worksheet.WorksheetFormat;
import interleave.figure.FigureOptions;
import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.program.annotation.AnnotatedOrigin;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.SavedSources;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.TimeRange;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a recording, or a part of it, as another tool wants to have it. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false)
public final class ExportCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  /** The shares of the way at whose ends the recording is read, and derived. */
  private static final double READ = 0.3;

  private static final double DERIVED = 0.5;

  private final Terminal terminal;

  @Parameters(paramLabel = "F", descriptionKey = "export.file")
  private Path file = Path.of("");

  @Option(names = "--to", required = true, paramLabel = "OUT", descriptionKey = "export.to")
  private Path out = Path.of("");

  @Option(names = "--as", paramLabel = "SUFFIX", descriptionKey = "export.as")
  private @Nullable String as;

  @Option(names = "--from", paramLabel = "T", descriptionKey = "export.from")
  private @Nullable String from;

  @Option(names = "--to-time", paramLabel = "T", descriptionKey = "export.to-time")
  private @Nullable String toTime;

  @Option(names = "--lanes", paramLabel = "NAME", split = ",", descriptionKey = "export.lanes")
  private List<String> lanes = List.of();

  @Option(names = "--only-selection", descriptionKey = "export.only-selection")
  private boolean onlySelection;

  @Mixin private final FigureArguments figure = new FigureArguments();

  public ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    ExportFormat format = drawn(format());
    boolean printed = RunOutputs.isOwnOutput(out);
    if (!printed) {
      for (ExportFormats.Target each : ExportFormats.files(format, out)) {
        checkOther(each.file());
        RunOutputs.check("--to", each.file());
      }
    }
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("exporting", file.getFileName()))) {
      return export(format, new Stages(line), printed);
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  /** What is exported is not written over. */
  private void checkOther(Path to) throws IOException {
    if (Files.exists(to) && Files.exists(file) && Files.isSameFile(to, file)) {
      throw new UsageException(WORDS.get("export.into-itself", file));
    }
  }

  private int export(ExportFormat format, Stages stages, boolean printed) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(file, stages.upTo(READ))) {
      OpenedTimeline derived = OpenedTimeline.of(opened, stages.upTo(DERIVED));
      Timeline timeline = derived.timeline();
      Excerpt what = what(opened, timeline, derived.entries());
      timeline.problems().forEach(terminal::say);
      if (printed) {
        format.write(what, terminal.out(), stages.upTo(1));
        terminal.out().flush();
        return 0;
      }
      return save(format, what, stages.upTo(1));
    }
  }

  private int save(ExportFormat format, Excerpt what, Progress progress) {
    try {
      ExportFormats.save(format, what, out, progress)
          .forEach(each -> terminal.line(WORDS.get("exported", each)));
      return 0;
    } catch (IOException e) {
      terminal.say(WORDS.get("not-written", out, String.valueOf(e.getMessage())));
      return ExitCode.NOT_SAVED;
    }
  }

  /** A figure as it is wanted; any other format takes none of those options. */
  private ExportFormat drawn(ExportFormat format) {
    if (format instanceof FigureExport drawing) {
      Figures.tellLanguage(terminal);
      return drawing.with(figure.options(FigureOptions.USUAL));
    }
    if (format instanceof WorksheetFormat sheet) {
      Figures.tellLanguage(terminal);
      return sheet.with(figure.options(WorksheetFormat.USUAL));
    }
    if (format instanceof PageFormat page && figure.isOfOrderOnly()) {
      return page.ordered(figure.order());
    }
    if (figure.any()) {
      throw new UsageException(WORDS.get("export.no-figure", format.suffixes().getFirst()));
    }
    return format;
  }

  private ExportFormat format() {
    ExportFormats known = KnownExports.ALL;
    String all = String.join(", ", known.suffixes());
    @Nullable String suffix = as;
    if (suffix != null) {
      return known
          .forSuffix(suffix)
          .orElseThrow(() -> new UsageException(WORDS.get("export.suffix", suffix, all)));
    }
    if (RunOutputs.isOwnOutput(out)) {
      throw new UsageException(WORDS.get("export.as-what", all));
    }
    return known
        .forName(String.valueOf(out.getFileName()))
        .orElseThrow(() -> new UsageException(WORDS.get("export.unknown", out, all)));
  }

  private Excerpt what(OpenedRecording opened, Timeline timeline, List<FurtherEntry> derived) {
    Annotations annotations = KeptAnnotations.of(opened);
    SavedSources kept = SavedSources.of(opened);
    Excerpt all =
        AnnotatedOrigin.whole(
            timeline,
            opened.manifest(),
            new AnnotatedOrigin(
                annotations,
                AnnotatedOrigin.Segments.of(opened::recording, derived),
                AnnotatedOrigin.Sources.of(kept)));
    return all.in(range(timeline, annotations)).of(choice(timeline));
  }

  private TimeRange range(Timeline timeline, Annotations annotations) {
    TimeRange whole = TimeRange.whole(timeline);
    if (onlySelection) {
      if (from != null || toTime != null) {
        throw new UsageException(WORDS.get("export.two-ranges"));
      }
      return annotations
          .range()
          .flatMap(asked -> asked.within(timeline))
          .orElseThrow(() -> new UsageException(WORDS.get("export.no-selection", file)));
    }
    long begin = from == null ? whole.from() : timeline.start() + RunTime.parse("--from", from);
    long end = toTime == null ? whole.to() : timeline.start() + RunTime.parse("--to-time", toTime);
    if (whole.length() == 0 && begin <= whole.from() && end >= whole.to()) {
      return new TimeRange(whole.from(), whole.to() + 1); // one dump of threads is a moment
    }
    if (from != null && toTime != null && begin >= end) {
      throw new UsageException(WORDS.get("export.no-stretch", toTime, from));
    }
    if (begin >= end || begin >= whole.to()) {
      throw new UsageException(WORDS.get("export.nothing", file, Durations.show(whole.length())));
    }
    return new TimeRange(begin, Math.min(end, whole.to()));
  }

  private LaneChoice choice(Timeline timeline) {
    if (lanes.isEmpty()) {
      return LaneChoice.ALL;
    }
    LaneChoice choice = LaneChoice.named(timeline, lanes);
    if (choice.isNone()) {
      throw new UsageException(WORDS.get("export.no-lanes", file, String.join(", ", lanes)));
    }
    return choice;
  }
}
