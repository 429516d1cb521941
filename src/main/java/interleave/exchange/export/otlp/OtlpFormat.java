package interleave.exchange.export.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.trace.TraceWalk;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Spans of OpenTelemetry as JSON. A link stands in the span that it leads to and names the one that
 * it comes from; so the run is gone through three times: for the arrows, for the spans that they
 * leave and reach, and to write. Between these only arrows are kept, some 70 bytes for each,
 * outside the heap.
 */
public final class OtlpFormat implements ExportFormat {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final double ARROWS = 0.25;
  private static final double ENDS = 0.5;

  @Override
  public List<String> suffixes() {
    return List.of(".otlp.json");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("otlp");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    Arrows arrows = new Arrows();
    Stages stages = new Stages(progress);
    TraceWalk.tell(what, arrows, stages.upTo(ARROWS));
    Progress second = stages.upTo(ENDS);
    ArrowEnds ends = new ArrowEnds(arrows, () -> Progress.check(second, 0, 1));
    TraceWalk.tell(what, ends, second);
    Progress third = stages.upTo(1);
    Links links = ends.links(() -> Progress.check(third, 0, 1));
    try (JsonGenerator json = JSON.createGenerator(out)) {
      TraceWalk.tell(what, new SpanWriter(json, arrows, links), third);
    }
  }
}
