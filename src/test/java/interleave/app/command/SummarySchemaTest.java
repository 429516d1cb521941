package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownFormats;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.SummaryFile;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a summary is documented to be is what it is. */
class SummarySchemaTest {
  @Test
  void theSchemaNamesEveryKeyWithItsMeaning() throws IOException {
    Map<String, Object> schema = JsonTree.summarySchema();
    same(schema, Summary.class);
    Map<String, Object> definitions = JsonTree.map(schema, "$defs");
    List<Class<?>> records = List.of(Summary.class.getDeclaredClasses());
    assertThat(definitions.keySet())
        .containsExactlyInAnyOrderElementsOf(
            records.stream().map(it -> snake(it.getSimpleName())).toList());
    for (Class<?> each : records) {
      same(JsonTree.map(definitions, snake(each.getSimpleName())), each);
    }
  }

  private static void same(Map<String, Object> schema, Class<?> type) {
    Map<String, Object> properties = JsonTree.map(schema, "properties");
    assertThat(properties.keySet())
        .as("keys of %s", type.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(type.getRecordComponents()).map(it -> snake(it.getName())).toList());
    assertThat(schema).containsEntry("additionalProperties", false);
    Object all = schema.get("required");
    List<?> required = all instanceof List<?> list ? list : List.of();
    for (RecordComponent each : type.getRecordComponents()) {
      Map<String, Object> says = JsonTree.map(properties, snake(each.getName()));
      String place = type.getSimpleName() + "." + each.getName();
      assertThat(says).as(place).containsKey("description");
      boolean nullable = each.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean optional = !required.contains(snake(each.getName()));
      assertThat(says.toString().contains("null") || optional && type != Summary.Exit.class)
          .as(place + " may be null or absent")
          .isEqualTo(nullable && type != Summary.Exit.class);
      if (each.getName().endsWith("Ns") && !each.getName().startsWith("recorder")) {
        assertThat(says.get("description").toString() + schema.get("description"))
            .as(place)
            .contains("nanoseconds");
      }
    }
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static List<String> faults(Timeline timeline, Path folder) throws IOException {
    Path file = folder.resolve("s.json");
    SummaryFile.save(Summaries.of(timeline), file);
    return JsonSchema.faults(JsonTree.summarySchema(), JsonTree.read(file));
  }

  @Test
  void whatIsWrittenIsAsTheSchemaSays(@TempDir Path folder) throws IOException {
    for (Timeline each :
        List.of(
            EveryKind.timeline(),
            Sketches.queue(),
            Sketches.hosts(),
            Sketches.pool(),
            Sketches.lock(),
            Sketches.race())) {
      assertThat(faults(each, folder)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "scenario", "lost", "sums"})
  void alsoOfRecordings(String name, @TempDir Path folder) throws IOException {
    Path file = Path.of("src/test/resources/interleave/file/format-1", name + ".interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(faults(OpenedTimeline.of(opened, Progress.UNHEARD).timeline(), folder)).isEmpty();
    }
  }

  @Test
  void whatIsExportedIsASummaryOfAllOfIt(@TempDir Path folder) throws IOException {
    String run = "src/test/resources/interleave/file/format-1/java.interleave";
    Path out = folder.resolve("run.summary.json");
    assertThat(Said.by("export", run, "--to", out.toString()).code()).isZero();
    JsonTree.summary(out);
    Said part = Said.by("export", run, "--to", out.toString(), "--to-time", "1us");
    assertThat(part.code()).isEqualTo(1);
    assertThat(part.err()).contains("of a whole run");
  }

  @Test
  void whatIsWrongIsFound() throws IOException {
    Map<String, Object> schema = JsonTree.summarySchema();
    assertThat(JsonSchema.faults(schema, Map.of("events", "many")))
        .anyMatch(it -> it.startsWith("$ has all of"))
        .contains("$.events is of integer");
    assertThat(JsonSchema.faults(schema, Map.of("more", 1L))).contains("$ has no more");
  }
}
