package interleave.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.Patience;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import interleave.timeline.stack.StackText;
import interleave.words.Words;
import java.io.IOException;
import java.util.List;

/** In which functions of a recording samples were taken, if stacks were sampled. */
final class InfoSamples {
  private static final Words WORDS = Words.of("app");
  private static final int MOST = 10;
  private static final int SHARE = 9;
  private static final int NAME = 34;

  private final boolean sampled;
  private final StackSum sum;

  InfoSamples(Timeline timeline) {
    sampled = !timeline.stackSamples().isEmpty();
    sum = StackSum.of(StackQuestion.whole(timeline), Patience.ENDLESS);
  }

  void print(Terminal terminal) {
    if (!sampled) {
      return;
    }
    String interval = Durations.show(sum.intervalNs());
    terminal.line(
        WORDS.count("info.samples", sum.samples(), Durations.count(sum.samples()), interval));
    if (sum.isFew()) {
      terminal.line("  " + WORDS.get("info.samples.few"));
    }
    for (StackSum.Function each : functions()) {
      terminal.line(
          "  "
              + Columns.pad(StackText.share(each.self(), sum.samples()), SHARE)
              + Columns.pad(StackText.share(each.samples(), sum.samples()), SHARE)
              + Columns.pad(each.name(), NAME)
              + " "
              + StackText.place(each.place()));
    }
  }

  private List<StackSum.Function> functions() {
    return sum.functions().stream().filter(each -> each.self() > 0).limit(MOST).toList();
  }

  void write(JsonGenerator to) throws IOException {
    if (!sampled) {
      return;
    }
    to.writeObjectFieldStart("samples");
    to.writeNumberField("taken", sum.samples());
    to.writeNumberField("waiting", sum.waiting());
    to.writeNumberField("interval_ns", sum.intervalNs());
    to.writeArrayFieldStart("functions");
    for (StackSum.Function each : functions()) {
      to.writeStartObject();
      to.writeStringField("name", each.name());
      to.writeStringField("file", each.place().file());
      to.writeNumberField("line", each.place().line());
      to.writeNumberField("self", each.self());
      to.writeNumberField("samples", each.samples());
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeEndObject();
  }
}
