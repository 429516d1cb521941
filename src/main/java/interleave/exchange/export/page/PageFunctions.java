package interleave.exchange.export.page;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.exchange.export.Excerpt;
import interleave.timeline.range.Patience;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import interleave.timeline.stack.StackText;
import java.io.IOException;
import java.util.List;

/** In which functions sampled threads were found, most often first. */
final class PageFunctions {
  private static final int MOST = 60;

  private PageFunctions() {}

  /** Each as name, place, share by itself, share with what it calls. */
  static void write(Excerpt what, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("functions");
    if (!what.timeline().stackSamples().isEmpty()) {
      StackQuestion asked = StackQuestion.whole(what.timeline()).within(what.range());
      StackSum sum = StackSum.of(asked, Patience.ENDLESS);
      List<StackSum.Function> most = sum.functions().stream().limit(MOST).toList();
      for (StackSum.Function each : most) {
        json.writeStartArray();
        json.writeString(each.name());
        json.writeString(StackText.place(each.place()));
        json.writeString(StackText.share(each.self(), sum.samples()));
        json.writeString(StackText.share(each.samples(), sum.samples()));
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }
}
