package interleave.app;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.file.InterleaveFile;
import interleave.file.Manifest;
import interleave.file.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a saved recording holds, also where it is damaged. */
@Command(
    name = "info",
    description = "Tells what a saved recording holds.",
    mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "F" + InterleaveFile.SUFFIX, description = "The recording.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  InfoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    return show(file, json);
  }

  int show(Path from, boolean asJson) throws IOException {
    InterleaveFile.Opened opened = InterleaveFile.open(from, Progress.UNHEARD);
    try {
      RecordingFacts facts = RecordingFacts.of(opened.recording());
      if (asJson) {
        printJson(opened, facts);
      } else {
        printText(opened, facts);
      }
      return 0;
    } finally {
      opened.recording().delete();
    }
  }

  private void printText(InterleaveFile.Opened opened, RecordingFacts facts) {
    PrintStream out = terminal.out();
    Manifest manifest = opened.manifest();
    out.println(manifest.title());
    line(out, "scenario", manifest.scenario());
    if (!manifest.parameters().isEmpty()) {
      line(out, "parameters", manifest.parameters());
    }
    line(
        out, "command", manifest.command().isEmpty() ? null : String.join(" ", manifest.command()));
    line(out, "recorded", manifest.created());
    line(out, "ended", manifest.exit());
    line(out, "duration", HeadlessRun.seconds(facts.durationNs()));
    line(out, "processes", facts.processes());
    line(out, "threads", facts.threads());
    line(out, "events", facts.events());
    line(out, "lost", facts.lost());
    line(out, "format", manifest.format());
    line(out, "machine", manifest.host().get("os"));
    opened.problems().forEach(each -> line(out, "problem", each));
    facts.problems().forEach(each -> line(out, "problem", each));
  }

  private static void line(PrintStream out, String name, @Nullable Object value) {
    if (value != null) {
      out.printf("  %-11s %s%n", name, value);
    }
  }

  private void printJson(InterleaveFile.Opened opened, RecordingFacts facts) throws IOException {
    Manifest manifest = opened.manifest();
    try (JsonGenerator to = Json.to(terminal.out())) {
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
      to.writeStringField("recorded", manifest.created().toString());
      to.writeStringField("exit", manifest.exit());
      to.writeNumberField("duration_ns", facts.durationNs());
      to.writeNumberField("processes", facts.processes());
      to.writeNumberField("threads", facts.threads());
      to.writeNumberField("events", facts.events());
      to.writeNumberField("lost", facts.lost());
      to.writeNumberField("format", manifest.format());
      to.writeArrayFieldStart("problems");
      for (String each : opened.problems()) {
        to.writeString(each);
      }
      for (String each : facts.problems()) {
        to.writeString(each);
      }
      to.writeEndArray();
      to.writeEndObject();
    }
    terminal.out().println();
  }
}
