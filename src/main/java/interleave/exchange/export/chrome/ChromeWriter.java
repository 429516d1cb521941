package interleave.exchange.export.chrome;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.trace.ArrowMark;
import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceProcess;
import interleave.exchange.export.trace.TraceSink;
import interleave.exchange.export.trace.TraceTrack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes each event on a line of its own. Times are microseconds with three digits behind the
 * point, which are nanoseconds and exact.
 */
final class ChromeWriter implements TraceSink {
  private final JsonGenerator json;

  /** How many counters of a process have that name, which they are known by. */
  private final Map<String, Integer> counters = new HashMap<>();

  /** What tells a counter apart from those before it of its name. */
  private final Map<Integer, Integer> numbers = new HashMap<>();

  /** A line for each element of an array. */
  private static final class Lines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeArrayValueSeparator(JsonGenerator to) throws IOException {
      to.writeRaw(",\n");
    }
  }

  ChromeWriter(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void begin(Excerpt what) throws IOException {
    json.setPrettyPrinter(new Lines());
    json.writeStartObject();
    json.writeStringField("displayTimeUnit", "ns");
    json.writeObjectFieldStart("otherData");
    json.writeStringField("producer", "Interleave");
    json.writeStringField("title", what.manifest().title());
    json.writeStringField("command", String.join(" ", what.manifest().command()));
    if (what.manifest().isDated()) {
      json.writeStringField("recorded", what.manifest().created().toString());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("traceEvents");
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("name", process.name()));
    facts.addAll(process.facts());
    metadata("process_name", process.pid(), 0, facts);
    metadata("process_sort_index", process.pid(), 0, List.of(order(process.order())));
  }

  private static Fact order(int order) {
    return new Fact("sort_index", order);
  }

  @Override
  public void track(TraceTrack track) throws IOException {
    if (track.kind() == TraceTrack.Kind.COUNTER) {
      int same = counters.merge(track.pid() + " " + track.name(), 1, Integer::sum);
      if (same > 1) {
        numbers.put(track.id(), same);
      }
    } else {
      metadata("thread_name", track.pid(), track.tid(), List.of(new Fact("name", track.name())));
      metadata("thread_sort_index", track.pid(), track.tid(), List.of(order(track.order())));
    }
  }

  private void metadata(String event, long pid, long tid, List<Fact> facts) throws IOException {
    start("M", pid, tid);
    json.writeStringField("name", event);
    args(facts);
    json.writeEndObject();
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException {
    start("X", on.pid(), on.tid());
    named(category, name, start);
    json.writeFieldName("dur");
    micros(end - start);
    args(facts);
    json.writeEndObject();
  }

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException {
    start("i", on.pid(), on.tid());
    named(category, name, time);
    json.writeStringField("s", "t");
    args(facts);
    json.writeEndObject();
  }

  @Override
  public void counter(TraceTrack on, long time, double value) throws IOException {
    start("C", on.pid(), 0);
    json.writeStringField("name", name(on));
    Integer number = numbers.get(on.id());
    if (number != null) {
      json.writeStringField("id", number.toString());
    }
    json.writeFieldName("ts");
    micros(time);
    args(List.of(whole(value) ? new Fact("value", (long) value) : new Fact("value", value)));
    json.writeEndObject();
  }

  /** With its unit, for which the format has no place. */
  private static String name(TraceTrack counter) {
    return counter.unit().isEmpty() ? counter.name() : counter.name() + " [" + counter.unit() + "]";
  }

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53;
  }

  @Override
  public void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime)
      throws IOException {
    slice(from, ArrowMark.CATEGORY, name, fromTime, fromTime, ArrowMark.from(category));
    end(id, "s", category, name, from, fromTime);
    slice(to, ArrowMark.CATEGORY, name, toTime, toTime, ArrowMark.to(category));
    end(id, "f", category, name, to, toTime);
  }

  private void end(long id, String phase, String category, String name, TraceTrack on, long time)
      throws IOException {
    start(phase, on.pid(), on.tid());
    named(category, name, time);
    json.writeNumberField("id", id);
    if (phase.equals("f")) {
      json.writeStringField("bp", "e"); // ends at what is on the row then, not at what comes next
    }
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void start(String phase, long pid, long tid) throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeNumberField("pid", pid);
    json.writeNumberField("tid", tid);
  }

  private void named(String category, String name, long time) throws IOException {
    json.writeStringField("cat", category);
    json.writeStringField("name", name);
    json.writeFieldName("ts");
    micros(time);
  }

  private void micros(long ns) throws IOException {
    long whole = ns / 1000;
    int rest = (int) (ns % 1000);
    json.writeNumber(
        rest == 0
            ? Long.toString(whole)
            : whole
                + "."
                + (char) ('0' + rest / 100)
                + (char) ('0' + rest / 10 % 10)
                + (char) ('0' + rest % 10));
  }

  private void args(List<Fact> facts) throws IOException {
    if (facts.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("args");
    for (Fact fact : facts) {
      json.writeFieldName(fact.key());
      switch (fact.value()) {
        case Long number -> json.writeNumber(number);
        case Integer number -> json.writeNumber(number);
        case Double number -> number(number);
        case Boolean truth -> json.writeBoolean(truth);
        default -> json.writeString(fact.value().toString());
      }
    }
    json.writeEndObject();
  }

  /** JSON has no word for what is no number. */
  private void number(double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }
}
