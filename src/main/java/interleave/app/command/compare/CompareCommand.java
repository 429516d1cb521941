package interleave.app.command.compare;

import interleave.app.command.ErrandLine;
import interleave.app.command.ExitCode;
import interleave.app.command.Json;
import interleave.app.command.RunTime;
import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Alignment;
import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.Limit;
import interleave.timeline.compare.Metric;
import interleave.timeline.compare.Stretch;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Patience;
import interleave.timeline.range.TimeRange;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells in what two runs differ, and fails where the second is worse than it may be. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false)
public final class CompareCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");
  private static final String EVENT = "event=";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "A", descriptionKey = "compare.a")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", descriptionKey = "compare.b")
  private Path b = Path.of("");

  @Option(
      names = "--align",
      paramLabel = "start|match|event=NAME",
      descriptionKey = "compare.align")
  private String align = Alignment.START.word();

  @Option(names = "--from", paramLabel = "T", descriptionKey = "compare.from")
  private @Nullable String from;

  @Option(names = "--to-time", paramLabel = "T", descriptionKey = "compare.to-time")
  private @Nullable String toTime;

  @Option(names = "--all", descriptionKey = "compare.all")
  private boolean all;

  @Option(names = "--json", descriptionKey = "compare.json")
  private boolean json;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "FIGURE[=LIMIT]",
      descriptionKey = "compare.fail-on")
  private List<String> failOn = List.of();

  /** One of the two. */
  record Side(Path file, Manifest manifest, Timeline timeline) {}

  public CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Alignment alignment = alignment();
    List<Limit> limits = limits();
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("opening", a.getFileName()))) {
      return compare(alignment, limits, line);
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private int compare(Alignment alignment, List<Limit> limits, ErrandLine line) throws IOException {
    Stages stages = new Stages(line);
    try (OpenedRecording first = KnownFormats.ALL.open(a, stages.upTo(0.3));
        OpenedRecording second = KnownFormats.ALL.open(b, stages.upTo(0.6))) {
      Side sideA = new Side(a, first.manifest(), timeline(first, stages.upTo(0.8)));
      Side sideB = new Side(b, second.manifest(), timeline(second, stages.upTo(1)));
      Comparison found =
          Comparison.of(
                  sideA.timeline,
                  sideB.timeline,
                  alignment,
                  stretch(sideA.timeline),
                  Patience.ENDLESS)
              .orElseThrow(() -> new UsageException(WORDS.get("compare.no-event", align)));
      line.close();
      TimeText.by(sideA.timeline);
      return tell(sideA, sideB, found, limits);
    }
  }

  private Timeline timeline(OpenedRecording opened, Progress progress) throws IOException {
    Timeline timeline = OpenedTimeline.of(opened, progress).timeline();
    timeline.problems().forEach(terminal::say);
    return timeline;
  }

  /** Moments of the first run since it began; the second is compared where it lies over that. */
  private @Nullable Stretch stretch(Timeline a) {
    if (from == null && toTime == null) {
      return null;
    }
    TimeRange whole = TimeRange.whole(a);
    long begin = from == null ? whole.from() : a.start() + RunTime.parse("--from", from);
    long end = toTime == null ? whole.to() : a.start() + RunTime.parse("--to-time", toTime);
    if (begin >= end || begin >= whole.to()) {
      String length = Durations.show(whole.length());
      throw new UsageException(WORDS.get("export.nothing", this.a, length));
    }
    return new Stretch(new TimeRange(begin, Math.min(end, whole.to())), false);
  }

  private Alignment alignment() {
    if (align.startsWith(EVENT) && align.length() > EVENT.length()) {
      return new Alignment.AtEvent(align.substring(EVENT.length()));
    }
    return List.of(Alignment.START, Alignment.MATCH).stream()
        .filter(each -> each.word().equals(align))
        .findFirst()
        .orElseThrow(() -> new UsageException(WORDS.get("compare.align", align)));
  }

  private List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (String each : failOn) {
      limits.add(
          Limit.of(each)
              .orElseThrow(
                  () ->
                      new UsageException(
                          WORDS.get(
                              "compare.limit",
                              each,
                              Limit.METRICS.stream()
                                  .map(Metric::word)
                                  .collect(Collectors.joining(", "))))));
    }
    return limits;
  }

  private int tell(Side a, Side b, Comparison found, List<Limit> limits) throws IOException {
    List<Limit> exceeded = limits.stream().filter(each -> each.isExceeded(found)).toList();
    if (json) {
      Json.print(terminal, to -> new CompareJson(to).write(a, b, found, exceeded));
    } else {
      new CompareText(terminal).print(a, b, found, all);
    }
    exceeded.forEach(each -> terminal.say(WORDS.get("compare.worse", each.text())));
    return exceeded.isEmpty() ? 0 : ExitCode.WORSE;
  }
}
