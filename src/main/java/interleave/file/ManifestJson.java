package interleave.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes a {@link Manifest} as JSON, which {@link ReadManifest} reads. */
final class ManifestJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ManifestJson() {}

  static byte[] write(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("format", manifest.format());
      json.writeStringField("created", manifest.created().toString());
      json.writeStringField("title", manifest.title());
      json.writeStringField("scenario", manifest.scenario());
      write(json, "parameters", manifest.parameters());
      json.writeStringField("language", manifest.language());
      json.writeStringField("runtime", manifest.runtime());
      json.writeArrayFieldStart("command");
      for (String word : manifest.command()) {
        json.writeString(word);
      }
      json.writeEndArray();
      json.writeStringField("exit", manifest.exit());
      write(json, "host", manifest.host());
      if (manifest.part() != null) {
        json.writeStringField("part", manifest.part());
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, String name, Map<String, String> map)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : new TreeMap<>(map).entrySet()) {
      json.writeStringField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }
}
