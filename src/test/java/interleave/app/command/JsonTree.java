package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import interleave.file.SummaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, texts, numbers, flags and null. */
public final class JsonTree {
  private JsonTree() {}

  static Map<String, Object> read(Path file) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      return whole(json);
    }
  }

  public static Map<String, Object> read(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      return whole(json);
    }
  }

  /** What {@code --summary} wrote, which is as its schema says. */
  static Map<String, Object> summary(Path file) throws IOException {
    Map<String, Object> summary = read(file);
    assertThat(JsonSchema.faults(summarySchema(), summary)).isEmpty();
    return summary;
  }

  /** What is said of summaries in general. */
  static Map<String, Object> summarySchema() throws IOException {
    try (InputStream in = SummaryFile.class.getResourceAsStream("summary.schema.json");
        JsonParser json = new JsonFactory().createParser(in)) {
      return whole(json);
    }
  }

  private static Map<String, Object> whole(JsonParser json) throws IOException {
    json.nextToken();
    return map(json);
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> list(Map<String, Object> of, String name) {
    return (List<Map<String, Object>>) of.get(name);
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.get(name);
  }

  private static Map<String, Object> map(JsonParser json) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      map.put(name, value(json));
    }
    return map;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> map(json);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
