package interleave.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import interleave.timeline.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Summary} as one JSON object: the names of its components in snake case, {@code null} for
 * what is not known.
 */
public final class SummaryFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final Pattern HUMP = Pattern.compile("(?=[A-Z])");

  private SummaryFile() {}

  /** Saves the summary; the file is there as a whole or not at all. */
  public static void save(Summary summary, Path file) throws IOException {
    WholeFile.write(file, out -> write(summary, out));
  }

  /** Writes the summary and leaves {@code out} open. */
  public static void write(Summary summary, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      write(json, summary);
    }
    out.write('\n');
  }

  /** Writes the summary, or a part of it. */
  public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case String text -> json.writeString(text);
      case List<?> list -> {
        json.writeStartArray();
        for (Object each : list) {
          write(json, each);
        }
        json.writeEndArray();
      }
      case Record record -> {
        json.writeStartObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          member(json, record, component);
        }
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("a summary holds no " + value.getClass());
    }
  }

  private static void member(JsonGenerator json, Record record, RecordComponent component)
      throws IOException {
    Object value;
    try {
      value = component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
    if (value == null && record instanceof Summary.Exit) {
      return; // one of the two is there
    }
    json.writeFieldName(snake(component.getName()));
    write(json, value);
  }

  private static String snake(String name) {
    return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
