package interleave.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@link Manifest} as JSON. Members that are not known are passed over. */
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

  /**
   * Reads one.
   *
   * @throws IOException when it is no manifest at all
   */
  static Manifest read(byte[] bytes) throws IOException {
    int format = 0;
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    Map<String, Map<String, String>> maps = new LinkedHashMap<>();
    List<String> command = List.of();
    try (JsonParser json = JSON.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is not a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        switch (json.nextToken()) {
          case START_OBJECT -> maps.put(name, map(json));
          case START_ARRAY -> command = list(json);
          case VALUE_NUMBER_INT -> format = name.equals("format") ? json.getIntValue() : format;
          case VALUE_STRING -> texts.put(name, json.getText());
          default -> {}
        }
      }
    }
    return new Manifest(
        format,
        instant(texts.get("created")),
        texts.getOrDefault("title", ""),
        texts.get("scenario"),
        maps.getOrDefault("parameters", Map.of()),
        texts.get("language"),
        texts.get("runtime"),
        command,
        texts.get("exit"),
        maps.getOrDefault("host", Map.of()),
        texts.get("part"));
  }

  private static Instant instant(@Nullable String text) {
    try {
      return text == null ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static Map<String, String> map(JsonParser json) throws IOException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken().isScalarValue()) {
        map.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return map;
  }

  private static List<String> list(JsonParser json) throws IOException {
    List<String> list = new ArrayList<>();
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = json.nextToken()) {
      if (token.isScalarValue()) {
        list.add(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return list;
  }
}
