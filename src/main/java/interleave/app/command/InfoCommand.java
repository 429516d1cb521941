package interleave.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.exchange.KnownFormats;
import interleave.file.Format;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Stages;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import interleave.timeline.summary.SliceCounts;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a saved recording holds, also where it is damaged. */
@Command(name = "info", mixinStandardHelpOptions = true)
public final class InfoCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  /** The shares of the way at whose ends it is read, and checked; then it is derived. */
  private static final double READ = 0.6;

  private static final double CHECKED = 0.7;

  private final Terminal terminal;

  @Parameters(paramLabel = "F", descriptionKey = "info.file")
  private Path file = Path.of("");

  @Option(names = "--json", descriptionKey = "info.json")
  private boolean json;

  public InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return show(file, json);
  }

  int show(Path from, boolean asJson) throws IOException {
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("opening", from.getFileName()))) {
      Stages stages = new Stages(line);
      try (OpenedRecording opened = KnownFormats.ALL.open(from, stages.upTo(READ))) {
        opened.check(stages.upTo(CHECKED));
        Timeline timeline = OpenedTimeline.of(opened, stages.upTo(1)).timeline();
        line.close();
        print(from, opened, timeline, asJson);
      }
      return 0;
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private void print(Path from, OpenedRecording opened, Timeline timeline, boolean asJson)
      throws IOException {
    if (asJson) {
      printJson(opened, timeline);
    } else {
      printText(from, opened, timeline);
    }
  }

  private void printText(Path from, OpenedRecording opened, Timeline timeline) throws IOException {
    Manifest manifest = opened.manifest();
    terminal.line(manifest.title());
    line("scenario", manifest.scenario());
    if (!manifest.parameters().isEmpty()) {
      line("parameters", manifest.parameters());
    }
    line("command", manifest.command().isEmpty() ? null : String.join(" ", manifest.command()));
    line("runtime", manifest.runtime());
    line(manifest.isDated() ? "recorded" : "undated", manifest.created());
    line("ended", manifest.exit());
    line("part", manifest.part());
    line("merged", manifest.merged());
    TimeText.by(timeline);
    line("duration", Durations.show(duration(timeline)));
    line("processes", Durations.count(timeline.processes().size()));
    line("threads", Durations.count(timeline.lanes().size()));
    line("events", Durations.count(timeline.counters().events()));
    line("lost", Durations.count(timeline.counters().lost()));
    printSlices(SliceCounts.of(timeline));
    line("format", manifest.format());
    if (Files.isRegularFile(from)) {
      line("read", KnownFormats.ALL.ofContent(from).map(Format::title).orElse(null));
    }
    line("machine", manifest.host().get("os"));
    timeline.problems().forEach(each -> line("problem", each));
    notes(timeline).forEach(each -> line("note", each));
    new InfoWaits(timeline).print(terminal);
    new InfoSamples(timeline).print(terminal);
  }

  /** Programs that we traced have none of these, and nothing is said of them. */
  private void printSlices(SliceCounts counts) {
    lineOf("slices", counts.slices());
    lineOf("moments", counts.moments());
    lineOf("flows", counts.flows());
    if (counts.counters() > 0) {
      String values = Durations.count(counts.values());
      String counters = Durations.count(counts.counters());
      line("counters", WORDS.count("info.values", counts.values(), counters, values));
    }
  }

  private void lineOf(String name, long count) {
    line(name, count == 0 ? null : Durations.count(count));
  }

  /** Without what is a problem. */
  private static List<String> notes(Timeline timeline) {
    Set<String> problems = Set.copyOf(timeline.problems());
    return timeline.notes().stream().filter(each -> !problems.contains(each)).toList();
  }

  private static long duration(Timeline timeline) {
    return Math.max(0, timeline.now() - timeline.start());
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      terminal.line("  " + Columns.pad(WORDS.get("info." + name), 12) + value);
    }
  }

  private void printJson(OpenedRecording opened, Timeline timeline) throws IOException {
    Json.print(terminal, to -> write(to, opened, timeline));
  }

  private static void write(JsonGenerator to, OpenedRecording opened, Timeline timeline)
      throws IOException {
    Manifest manifest = opened.manifest();
    to.writeStartObject();
    to.writeStringField("title", manifest.title());
    to.writeStringField("scenario", manifest.scenario());
    to.writeObjectFieldStart("parameters");
    for (var entry : manifest.parameters().entrySet()) {
      to.writeStringField(entry.getKey(), entry.getValue());
    }
    to.writeEndObject();
    to.writeArrayFieldStart("command");
    for (String word : manifest.command()) {
      to.writeString(word);
    }
    to.writeEndArray();
    to.writeStringField("language", manifest.language());
    to.writeStringField("runtime", manifest.runtime());
    to.writeStringField("recorded", manifest.isDated() ? manifest.created().toString() : null);
    to.writeStringField("exit", manifest.exit());
    to.writeStringField("part", manifest.part());
    to.writeStringField("merged", manifest.merged());
    to.writeNumberField("duration_ns", duration(timeline));
    to.writeNumberField("processes", timeline.processes().size());
    to.writeNumberField("threads", timeline.lanes().size());
    to.writeNumberField("events", timeline.counters().events());
    to.writeNumberField("lost", timeline.counters().lost());
    writeSlices(to, SliceCounts.of(timeline));
    to.writeNumberField("format", manifest.format());
    to.writeArrayFieldStart("problems");
    for (String each : timeline.problems()) {
      to.writeString(each);
    }
    to.writeEndArray();
    to.writeArrayFieldStart("notes");
    for (String each : notes(timeline)) {
      to.writeString(each);
    }
    to.writeEndArray();
    new InfoWaits(timeline).write(to);
    new InfoSamples(timeline).write(to);
    to.writeEndObject();
  }

  private static void writeSlices(JsonGenerator to, SliceCounts counts) throws IOException {
    to.writeNumberField("slices", counts.slices());
    to.writeNumberField("moments", counts.moments());
    to.writeNumberField("flows", counts.flows());
    to.writeNumberField("counters", counts.counters());
    to.writeNumberField("counter_values", counts.values());
  }
}
