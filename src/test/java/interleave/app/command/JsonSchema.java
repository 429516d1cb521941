package interleave.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks JSON against a schema of draft 2020-12, as far as our schemas go: types, enums, bounds,
 * properties, items, references within the schema, anyOf. A word that it does not know is a fault
 * of the schema, so nothing is passed over.
 */
final class JsonSchema {
  private final Map<String, Object> root;
  private final List<String> faults = new ArrayList<>();

  private JsonSchema(Map<String, Object> root) {
    this.root = root;
  }

  /** What is wrong with it, each with its place; nothing where all is right. */
  static List<String> faults(Map<String, Object> schema, @Nullable Object value) {
    JsonSchema checked = new JsonSchema(schema);
    checked.check(schema, value, "$");
    return checked.faults;
  }

  @SuppressWarnings("unchecked")
  private void check(Map<String, Object> schema, @Nullable Object value, String at) {
    schema.forEach(
        (word, says) -> {
          switch (word) {
            case "$schema", "$id", "title", "description", "$defs", "properties" -> {}
            case "$ref" -> check(definition((String) says), value, at);
            case "type" -> type(says, value, at);
            case "enum" -> expect(((List<Object>) says).contains(value), at, "is one of " + says);
            case "minimum" -> {
              if (value instanceof Number number) {
                expect(
                    number.doubleValue() >= ((Number) says).doubleValue(), at, "is from " + says);
              }
            }
            case "items" -> {
              if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                  check((Map<String, Object>) says, list.get(i), at + "[" + i + "]");
                }
              }
            }
            case "required" -> {
              if (value instanceof Map<?, ?> map) {
                expect(map.keySet().containsAll((List<Object>) says), at, "has all of " + says);
              }
            }
            case "maxProperties" -> {
              if (value instanceof Map<?, ?> map) {
                expect(map.size() <= ((Number) says).intValue(), at, "has at most " + says);
              }
            }
            case "additionalProperties" -> properties(schema, value, at);
            case "anyOf" ->
                expect(
                    ((List<Map<String, Object>>) says).stream().anyMatch(each -> fits(each, value)),
                    at,
                    "fits one of " + says);
            default -> faults.add("the schema says " + word + ", which is not known here");
          }
        });
  }

  private boolean fits(Map<String, Object> schema, @Nullable Object value) {
    JsonSchema tried = new JsonSchema(root);
    tried.check(schema, value, "");
    return tried.faults.isEmpty();
  }

  /** Our objects all say that they have no others than those named. */
  @SuppressWarnings("unchecked")
  private void properties(Map<String, Object> schema, @Nullable Object value, String at) {
    Map<String, Object> known = (Map<String, Object>) schema.get("properties");
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            Object says = known.get(key);
            expect(says != null, at, "has no " + key);
            if (says != null) {
              check((Map<String, Object>) says, each, at + "." + key);
            }
          });
    }
  }

  private void type(Object says, @Nullable Object value, String at) {
    List<?> types = says instanceof List<?> list ? list : List.of(says);
    boolean is =
        types.stream()
            .anyMatch(
                type ->
                    switch ((String) type) {
                      case "object" -> value instanceof Map;
                      case "array" -> value instanceof List;
                      case "string" -> value instanceof String;
                      case "boolean" -> value instanceof Boolean;
                      case "integer" -> value instanceof Long;
                      case "number" -> value instanceof Number;
                      case "null" -> value == null;
                      default -> throw new IllegalArgumentException("no type " + type);
                    });
    expect(is, at, "is of " + says);
  }

  private void expect(boolean right, String at, String what) {
    if (!right) {
      faults.add(at + " " + what);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> definition(String reference) {
    Map<String, Object> at = root;
    for (String step : reference.substring(2).split("/")) {
      at = (Map<String, Object>) at.get(step);
    }
    return at;
  }
}
