package interleave.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a manifest says, see {@link ManifestJson}. Members that are not known are passed over. */
final class ReadManifest {
  private int format;
  private final Map<String, @Nullable String> texts = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();
  private List<String> command = List.of();

  private ReadManifest() {}

  /**
   * Reads one.
   *
   * @throws IOException when it is no manifest at all
   */
  static Manifest of(byte[] bytes) throws IOException {
    ReadManifest read = new ReadManifest();
    for (Map.Entry<String, Object> each :
        SmallJson.object(new String(bytes, StandardCharsets.UTF_8)).entrySet()) {
      read.member(each.getKey(), each.getValue());
    }
    return read.manifest();
  }

  private void member(String name, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      maps.put(name, scalars(map));
    } else if (value instanceof List<?> list) {
      command = scalars(list);
    } else if (value instanceof String text) {
      texts.put(name, text);
    } else if (name.equals("format")) {
      format = number(value);
    }
  }

  private Manifest manifest() {
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

  private static int number(Object value) throws IOException {
    String text = scalar(value);
    try {
      return text == null ? 0 : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IOException("its format is no number: " + text, e);
    }
  }

  private static Instant instant(@Nullable String text) {
    try {
      return text == null ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** A value as it is written; null where it holds others. */
  private static @Nullable String scalar(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof SmallJson.Bare bare ? bare.text() : null;
  }

  private static Map<String, String> scalars(Map<?, ?> all) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : all.entrySet()) {
      String text = scalar(each.getValue());
      if (text != null) {
        map.put(String.valueOf(each.getKey()), text);
      }
    }
    return map;
  }

  private static List<String> scalars(List<?> all) {
    List<String> list = new ArrayList<>();
    for (Object each : all) {
      String text = scalar(each);
      if (text != null) {
        list.add(text);
      }
    }
    return list;
  }
}
