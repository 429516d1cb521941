package interleave.app.command.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.app.command.compare.CompareCommand.Side;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.Difference;
import interleave.timeline.compare.Limit;
import interleave.timeline.compare.PrintedLines;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In what two runs differ, for programs; {@code comparison.schema.json} says what is in it. */
final class CompareJson {
  private final JsonGenerator to;

  CompareJson(JsonGenerator to) {
    this.to = to;
  }

  void write(Side a, Side b, Comparison found, List<Limit> exceeded) throws IOException {
    to.writeStartObject();
    to.writeFieldName("a");
    side(a);
    to.writeFieldName("b");
    side(b);
    to.writeObjectFieldStart("alignment");
    to.writeStringField("by", found.shift().by().word());
    to.writeNumberField("b_starts_ns", found.b().start() - found.shift().toB(found.a().start()));
    to.writeNumberField("anchors", found.shift().anchors());
    to.writeEndObject();
    if (found.stretch() != null) {
      to.writeObjectFieldStart("ranges");
      range("a", found.a(), found.partOfA());
      range("b", found.b(), found.partOfB());
      to.writeEndObject();
    }
    to.writeArrayFieldStart("differences");
    for (Difference each : found.differences()) {
      difference(each);
    }
    to.writeEndArray();
    to.writeFieldName("output");
    lines(found.lines());
    to.writeArrayFieldStart("exceeded");
    for (Limit each : exceeded) {
      to.writeString(each.text());
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  /** Since that run began. */
  private void range(String name, Timeline of, TimeRange range) throws IOException {
    to.writeObjectFieldStart(name);
    to.writeNumberField("from_ns", range.from() - of.start());
    to.writeNumberField("to_ns", range.to() - of.start());
    to.writeEndObject();
  }

  private void side(Side side) throws IOException {
    to.writeStartObject();
    to.writeStringField("file", side.file().toString());
    to.writeStringField("title", side.manifest().title());
    to.writeStringField("scenario", side.manifest().scenario());
    to.writeObjectFieldStart("parameters");
    for (Map.Entry<String, String> entry : side.manifest().parameters().entrySet()) {
      to.writeStringField(entry.getKey(), entry.getValue());
    }
    to.writeEndObject();
    to.writeStringField("language", side.manifest().language());
    to.writeStringField("runtime", side.manifest().runtime());
    to.writeStringField("exit", side.manifest().exit());
    to.writeEndObject();
  }

  private void difference(Difference each) throws IOException {
    to.writeStartObject();
    to.writeStringField("section", each.section().word());
    to.writeStringField("name", each.name());
    to.writeStringField("figure", each.metric().word());
    to.writeStringField("unit", each.metric().unit().word());
    value("a", each.a(), each.textA());
    value("b", each.b(), each.textB());
    double change = each.change();
    number("change", Double.isNaN(change) ? null : (Double) (Math.rint(change * 1e4) / 1e4));
    to.writeBooleanField("notable", each.isNotable());
    String verdict = each.verdict() > 0 ? "worse" : each.verdict() < 0 ? "better" : null;
    to.writeStringField("verdict", verdict);
    to.writeEndObject();
  }

  private void value(String name, @Nullable Double value, String text) throws IOException {
    if (value == null && !text.isEmpty()) {
      to.writeStringField(name, text);
    } else {
      number(name, value == null ? null : (Double) (Math.rint(value * 1e3) / 1e3));
    }
  }

  /** Whole ones without a fraction. */
  private void number(String name, @Nullable Double value) throws IOException {
    if (value == null) {
      to.writeNullField(name);
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      to.writeNumberField(name, Math.round(value));
    } else {
      to.writeNumberField(name, value);
    }
  }

  private void lines(PrintedLines lines) throws IOException {
    to.writeStartObject();
    to.writeBooleanField("same", lines.isSame());
    to.writeBooleanField("other_order", lines.isOtherOrder());
    to.writeNumberField("lines_a", lines.linesA());
    to.writeNumberField("lines_b", lines.linesB());
    to.writeNumberField("only_in_a", lines.onlyInA());
    to.writeNumberField("only_in_b", lines.onlyInB());
    texts("a", lines.onlyA());
    texts("b", lines.onlyB());
    to.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    to.writeArrayFieldStart(name);
    for (String each : texts) {
      to.writeString(each);
    }
    to.writeEndArray();
  }
}
