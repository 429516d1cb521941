package interleave.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.scenario.Try;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scenarios as JSON. */
final class ScenarioJson {
  private ScenarioJson() {}

  static void write(JsonGenerator to, List<Scenario> scenarios) throws IOException {
    to.writeStartArray();
    for (Scenario scenario : scenarios) {
      write(to, scenario);
    }
    to.writeEndArray();
  }

  private static void write(JsonGenerator to, Scenario scenario) throws IOException {
    to.writeStartObject();
    to.writeStringField("id", scenario.id());
    to.writeStringField("group", scenario.group().title());
    to.writeStringField("title", scenario.title());
    to.writeStringField("summary", scenario.summary());
    if (scenario.java().filter(code -> !code.isSource()).isPresent()) {
      to.writeStringField("main_class", scenario.java().get().mainClass());
    }
    to.writeArrayFieldStart("languages");
    for (ProgramLanguage language : scenario.languages()) {
      to.writeString(language.id());
    }
    to.writeEndArray();
    to.writeStringField("see", scenario.whatToSee(scenario.usual()));
    to.writeArrayFieldStart("parameters");
    for (Parameter parameter : scenario.parameters(scenario.usual())) {
      write(to, parameter);
    }
    to.writeEndArray();
    to.writeArrayFieldStart("tries");
    for (ProgramLanguage language : scenario.languages()) {
      for (Try each : scenario.tries(language)) {
        write(to, language, each);
      }
    }
    to.writeEndArray();
    if (scenario.question().isAsked()) {
      to.writeStringField("question", scenario.question(scenario.usual()).text());
    }
    if (!scenario.origin().isOurs()) {
      to.writeStringField("place", String.valueOf(scenario.origin().place()));
    }
    to.writeEndObject();
  }

  private static void write(JsonGenerator to, Parameter parameter) throws IOException {
    to.writeStartObject();
    to.writeStringField("name", parameter.name());
    to.writeStringField("label", parameter.label());
    to.writeStringField("help", parameter.help());
    to.writeStringField("default", parameter.standard());
    to.writeStringField("range", parameter.range());
    to.writeEndObject();
  }

  private static void write(JsonGenerator to, ProgramLanguage language, Try each)
      throws IOException {
    to.writeStartObject();
    to.writeStringField("language", language.id());
    to.writeStringField("label", each.label());
    to.writeObjectFieldStart("parameters");
    for (Map.Entry<String, String> value : new TreeMap<>(each.parameters()).entrySet()) {
      to.writeStringField(value.getKey(), value.getValue());
    }
    to.writeEndObject();
    to.writeEndObject();
  }
}
