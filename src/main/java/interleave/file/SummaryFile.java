package interleave.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import interleave.timeline.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Summary} as one JSON object: the names of its components in snake case, {@code null} for
 * what is not known.
 */
public final class SummaryFile {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final Pattern HUMP = Pattern.compile("(?=[A-Z])");

  /**
   * What there is only where a run was under control; where processes were on several machines; and
   * where stacks were sampled.
   */
  private static final Set<String> NOT_EVERYWHERE = Set.of("clock", "hosts", "host", "samples");

  /** What a kind of record is written as; a summary may have a million of a kind. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(
                  each ->
                      new Member(new SerializedString(snake(each.getName())), each.getAccessor()))
              .toList();
        }
      };

  private record Member(SerializedString name, Method accessor) {}

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
        for (Member member : MEMBERS.get(record.getClass())) {
          member(json, record, member);
        }
        json.writeEndObject();
      }
      default -> throw new IllegalArgumentException("a summary holds no " + value.getClass());
    }
  }

  private static void member(JsonGenerator json, Record record, Member member) throws IOException {
    Object value;
    try {
      value = member.accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(member.accessor() + " cannot be read", e);
    }
    boolean oneOfTwo = record instanceof Summary.Exit;
    if (value == null && (oneOfTwo || NOT_EVERYWHERE.contains(member.name().getValue()))) {
      return;
    }
    json.writeFieldName(member.name());
    write(json, value);
  }

  private static String snake(String name) {
    return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
