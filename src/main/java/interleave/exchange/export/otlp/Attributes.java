package interleave.exchange.export.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes keys with their values, each of which says its type; whole numbers are texts. */
final class Attributes {
  /** What OpenTelemetry calls what we know of a process. */
  private static final Map<String, String> CONVENTIONS =
      Map.of(
          "pid", "process.pid",
          "command", "process.command_line",
          "runtime", "process.runtime.name",
          "host", "host.name");

  private final JsonGenerator json;

  Attributes(JsonGenerator json) {
    this.json = json;
  }

  /** Those of a span. */
  void write(String category, List<Fact> facts) throws IOException {
    json.writeArrayFieldStart("attributes");
    if (!category.isEmpty()) {
      write("category", category);
    }
    for (Fact fact : facts) {
      write(fact.key(), fact.value());
    }
    json.writeEndArray();
  }

  void resource(TraceProcess process) throws IOException {
    json.writeArrayFieldStart("attributes");
    write("service.name", process.name());
    for (Fact fact : process.facts()) {
      write(CONVENTIONS.getOrDefault(fact.key(), fact.key()), fact.value());
    }
    json.writeEndArray();
  }

  private void write(String key, Object value) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeObjectFieldStart("value");
    switch (value) {
      case Long number -> json.writeStringField("intValue", number.toString());
      case Integer number -> json.writeStringField("intValue", number.toString());
      case Boolean truth -> json.writeBooleanField("boolValue", truth);
      case Double number when Double.isFinite(number) ->
          json.writeNumberField("doubleValue", number);
      case Double number -> // as protocol buffers write it in JSON
          json.writeStringField(
              "doubleValue", number.isNaN() ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
      default -> json.writeStringField("stringValue", value.toString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
