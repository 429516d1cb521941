package interleave.app.command.explore;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.app.command.Json;
import interleave.app.command.Terminal;
import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.RandomSearch;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.Concern;
import interleave.laboratory.EndingSentence;
import interleave.laboratory.Experiment;
import interleave.laboratory.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of an exploration, for programs; {@code exploration.schema.json} says what is in it.
 */
final class ExploreJson {
  private final Experiment.Findings findings;
  private final Exploration exploration;
  private final String label;

  ExploreJson(Experiment.Findings findings, Exploration exploration, String label) {
    this.findings = findings;
    this.exploration = exploration;
    this.label = label;
  }

  void write(Terminal terminal, Path file) throws IOException {
    Json.write(terminal, file, this::write);
  }

  private void write(JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("target", label);
    progress(to, findings.progress());
    to.writeStringField("end", findings.end().name().toLowerCase(Locale.ROOT));
    if (findings.endings().orders().isPresent()) {
      to.writeNumberField("orders", findings.endings().orders().get());
    }
    if (exploration instanceof RandomSearch random) {
      to.writeObjectFieldStart("chance");
      to.writeNumberField("depth", random.chance().depth());
      to.writeNumberField("of_one", random.chance().ofOne());
      to.writeNumberField("of_all", random.chance().ofAll());
      to.writeEndObject();
    }
    to.writeArrayFieldStart("endings");
    for (Endings.Group group : findings.endings().groups()) {
      to.writeStartObject();
      group(to, group);
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeObjectFieldStart("found");
    for (Failure failure : Failure.values()) {
      if (failure.in(findings.endings()).isPresent()) {
        to.writeObjectFieldStart(failure.word());
        group(to, failure.in(findings.endings()).get());
        to.writeEndObject();
      }
    }
    to.writeEndObject();
    to.writeArrayFieldStart("not_controlled");
    told(to, findings.progress().told(), true);
    to.writeEndArray();
    to.writeArrayFieldStart("remarks");
    told(to, findings.progress().told(), false);
    to.writeEndArray();
    to.writeEndObject();
  }

  private static void progress(JsonGenerator to, Progress progress) throws IOException {
    to.writeNumberField("runs", progress.runs());
    to.writeNumberField("classes", progress.classes());
    to.writeBooleanField("whole", progress.isWhole());
    if (progress.completed() >= 0 && progress.completed() != Limits.NONE) {
      to.writeNumberField("completed_bound", progress.completed());
    }
    to.writeNumberField("left", progress.left());
    to.writeNumberField("beyond_choices", progress.beyondChoices());
    to.writeNumberField("cut", progress.cut());
    to.writeNumberField("differences", progress.differences());
  }

  private void group(JsonGenerator to, Endings.Group group) throws IOException {
    Ending ending = group.ending();
    to.writeStringField("kind", ending.kind().word());
    to.writeStringField("says", EndingSentence.of(group));
    to.writeStringField("text", ending.text());
    to.writeArrayFieldStart("values");
    for (Map.Entry<String, String> value : ending.values().entrySet()) {
      pair(to, "name", value.getKey(), "value", value.getValue());
    }
    to.writeEndArray();
    to.writeStringField("output", ending.output());
    to.writeNumberField("times", group.times());
    if (group.orders().isPresent()) {
      to.writeNumberField("orders", group.orders().get());
    }
    to.writeNumberField("preemptions", group.preemptions());
    to.writeStringField("schedule", new Schedule(label, group.schedule()).toString());
    to.writeArrayFieldStart("threads");
    for (Map.Entry<ThreadId, String> each : new TreeMap<>(group.trace().threads()).entrySet()) {
      pair(to, "id", each.getKey().text(), "name", each.getValue());
    }
    to.writeEndArray();
    Experiment.Again again = findings.again().get(ending);
    if (again != null) {
      to.writeNumberField("played_again", again.times());
      to.writeNumberField("same", again.same());
    }
  }

  private static void pair(JsonGenerator to, String name, String is, String otherName, String other)
      throws IOException {
    to.writeStartObject();
    to.writeStringField(name, is);
    to.writeStringField(otherName, other);
    to.writeEndObject();
  }

  /** Of what the control of the program is concerned by, or of all else. */
  private static void told(JsonGenerator to, Map<Trace.Told, Long> told, boolean control)
      throws IOException {
    for (Map.Entry<Trace.Told, Long> each : told.entrySet()) {
      Concern concern = Concern.of(each.getKey());
      if (control != (concern == Concern.CONTROL)) {
        continue;
      }
      to.writeStartObject();
      to.writeStringField("file", each.getKey().place().file());
      to.writeNumberField("line", each.getKey().place().line());
      to.writeStringField("key", each.getKey().key());
      if (!control) {
        to.writeStringField("concern", concern.word());
      }
      to.writeStringField("says", EndingSentence.of(each.getKey()));
      to.writeNumberField("runs", each.getValue());
      to.writeEndObject();
    }
  }
}
