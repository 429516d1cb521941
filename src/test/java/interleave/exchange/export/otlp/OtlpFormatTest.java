package interleave.exchange.export.otlp;

import static interleave.app.command.JsonTree.list;
import static interleave.app.command.JsonTree.map;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.command.JsonTree;
import interleave.exchange.KnownExports;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.trace.ToldTrace;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Spans as the protocol of OpenTelemetry has them in JSON. */
class OtlpFormatTest {
  /** The members that a span may have there, as far as we write them. */
  private static final Set<String> SPAN =
      Set.of(
          "traceId",
          "spanId",
          "parentSpanId",
          "name",
          "kind",
          "startTimeUnixNano",
          "endTimeUnixNano",
          "attributes",
          "links",
          "status");

  private static final Set<String> VALUES =
      Set.of("stringValue", "intValue", "doubleValue", "boolValue");

  private static String written(Timeline run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new OtlpFormat().write(Excerpts.of(run), out, Progress.UNHEARD);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Map<String, Object>> spans(String json) throws IOException {
    List<Map<String, Object>> spans = new ArrayList<>();
    for (Map<String, Object> resource : list(JsonTree.read(json), "resourceSpans")) {
      assertThat(resource.keySet()).containsExactly("resource", "scopeSpans");
      assertAttributes(map(resource, "resource"));
      assertThat(list(map(resource, "resource"), "attributes"))
          .anyMatch(each -> each.get("key").equals("service.name"));
      for (Map<String, Object> scope : list(resource, "scopeSpans")) {
        assertThat(map(scope, "scope")).containsEntry("name", "interleave");
        spans.addAll(list(scope, "spans"));
      }
    }
    return spans;
  }

  private static void assertAttributes(Map<String, Object> of) {
    for (Map<String, Object> each : list(of, "attributes")) {
      assertThat(each.keySet()).containsExactly("key", "value");
      Map<String, Object> value = map(each, "value");
      assertThat(value).hasSize(1);
      String type = value.keySet().iterator().next();
      assertThat(VALUES).contains(type);
      if (type.equals("intValue")) {
        assertThat(value.get(type)).isInstanceOf(String.class); // 64 bits are texts
      }
    }
  }

  private static long time(Map<String, Object> span, String which) {
    return Long.parseLong((String) span.get(which));
  }

  @Test
  void spansAreAsTheProtocolHasThemAndLieInTheirParents() throws IOException {
    for (Timeline run : Excerpts.timelines()) {
      List<Map<String, Object>> spans = spans(written(run));
      Map<Object, Map<String, Object>> byId = new HashMap<>();
      for (Map<String, Object> span : spans) {
        assertThat(SPAN).containsAll(span.keySet());
        assertThat((String) span.get("traceId")).matches("[0-9a-f]{32}");
        assertThat((String) span.get("spanId")).matches("[0-9a-f]{16}");
        assertThat(((Number) span.get("kind")).intValue()).isEqualTo(1);
        assertAttributes(span);
        assertThat(byId.put(span.get("spanId"), span)).isNull();
      }
      for (Map<String, Object> span : spans) {
        assertThat(time(span, "startTimeUnixNano"))
            .isLessThanOrEqualTo(time(span, "endTimeUnixNano"));
        Map<String, Object> parent = byId.get(span.get("parentSpanId"));
        assertThat(parent != null).isEqualTo(span.containsKey("parentSpanId"));
        if (parent != null) {
          assertThat(time(parent, "startTimeUnixNano"))
              .isLessThanOrEqualTo(time(span, "startTimeUnixNano"));
          assertThat(time(parent, "endTimeUnixNano"))
              .isGreaterThanOrEqualTo(time(span, "endTimeUnixNano"));
        }
        if (span.containsKey("links")) {
          for (Map<String, Object> link : list(span, "links")) {
            assertThat(link.get("traceId")).isEqualTo(span.get("traceId"));
            Map<String, Object> from = byId.get(link.get("spanId"));
            assertThat(from).isNotNull();
            assertThat(time(from, "startTimeUnixNano"))
                .isLessThanOrEqualTo(time(span, "endTimeUnixNano"));
          }
        }
      }
    }
  }

  @Test
  void allThatIsToldOfARunIsASpanOrALink() throws IOException {
    for (Timeline run : Excerpts.timelines()) {
      ToldTrace told = ToldTrace.of(Excerpts.of(run));
      List<Map<String, Object>> spans = spans(written(run));
      long below = spans.stream().filter(each -> each.containsKey("parentSpanId")).count();
      assertThat(below).isEqualTo(told.slices.size() + told.instants.size());
      long links =
          spans.stream()
              .filter(each -> each.containsKey("links"))
              .mapToLong(each -> list(each, "links").size())
              .sum();
      assertThat(links).isEqualTo(told.flows.size());
    }
  }

  @Test
  void aMessageLeadsFromTheSpanInWhichItWasPutToTheOneInWhichItWasGot() throws IOException {
    Timeline run = Sketches.queue();
    ToldTrace told = ToldTrace.of(Excerpts.of(run));
    assertThat(told.flows).isNotEmpty();
    long begin = 1_772_359_200_000_000_000L; // of the manifest
    Map<Object, Map<String, Object>> byId = new HashMap<>();
    List<Map<String, Object>> spans = spans(written(run));
    spans.forEach(each -> byId.put(each.get("spanId"), each));
    List<List<Long>> leads = new ArrayList<>();
    for (Map<String, Object> span : spans) {
      if (span.containsKey("links")) {
        for (Map<String, Object> link : list(span, "links")) {
          Map<String, Object> from = byId.get(link.get("spanId"));
          leads.add(
              List.of(
                  time(from, "startTimeUnixNano") - begin,
                  time(from, "endTimeUnixNano") - begin,
                  time(span, "startTimeUnixNano") - begin,
                  time(span, "endTimeUnixNano") - begin));
        }
      }
    }
    for (ToldTrace.Flow flow : told.flows) {
      assertThat(leads)
          .anyMatch(
              it ->
                  it.get(0) <= flow.fromTime()
                      && flow.fromTime() <= it.get(1)
                      && it.get(2) <= flow.toTime()
                      && flow.toTime() <= it.get(3));
    }
  }

  @Test
  void eachExportOfARunHasTheSameIds() throws IOException {
    assertThat(written(Sketches.queue())).isEqualTo(written(Sketches.queue()));
  }

  @Test
  void itIsKnownByItsEndingAndNotTakenForATraceOfChromes() {
    assertThat(KnownExports.ALL.forName("run.otlp.json").orElseThrow())
        .isInstanceOf(OtlpFormat.class);
    assertThat(KnownExports.ALL.forName("run.json").orElseThrow())
        .isNotInstanceOf(OtlpFormat.class);
  }
}
