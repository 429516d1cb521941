package interleave.exchange.export.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceProcess;
import interleave.exchange.export.trace.TraceTrack;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes each span on a line. Spans of one process after each other stand below one resource; when
 * those of another come, and when it is told again, it is said again, as batches of spans do.
 */
final class SpanWriter extends SilentSink {
  private final JsonGenerator json;
  private final Arrows arrows;
  private final Links links;
  private final Attributes attributes;
  private final Map<Long, TraceProcess> processes = new HashMap<>();
  private final Map<Integer, Row> rows = new HashMap<>();
  private String trace = "";
  private long origin;

  /** The process below which spans are written now; 0 for none. */
  private long pid;

  /** What lies around the next slice of a row. */
  private static final class Row {
    private final Deque<Going> going = new ArrayDeque<>();
    private long slices;
    private long moments;
  }

  private record Going(String id, long end) {}

  SpanWriter(JsonGenerator json, Arrows arrows, Links links) {
    this.json = json;
    this.arrows = arrows;
    this.links = links;
    attributes = new Attributes(json);
  }

  @Override
  public void begin(Excerpt what) throws IOException {
    trace = SpanIds.trace(what.manifest());
    Instant began = what.manifest().created();
    origin = TimeUnit.SECONDS.toNanos(began.getEpochSecond()) + began.getNano();
    json.writeStartObject();
    json.writeArrayFieldStart("resourceSpans");
  }

  @Override
  public void process(TraceProcess process) {
    processes.put(process.pid(), process);
  }

  @Override
  public void track(TraceTrack track) throws IOException {
    if (track.kind() == TraceTrack.Kind.COUNTER || !arrows.isUsed(track)) {
      return; // numbers are metrics, which are no spans
    }
    rows.put(track.id(), new Row());
    long begin = arrows.begin(track);
    String id = SpanIds.of(track.id(), 0);
    start(track, id, "", track.name(), begin, arrows.end(track));
    List<Fact> facts =
        track.kind() == TraceTrack.Kind.THREAD
            ? List.of(new Fact("thread.id", track.tid()), new Fact("thread.name", track.name()))
            : List.of();
    attributes.write(track.kind() == TraceTrack.Kind.THREAD ? "thread" : "row", facts);
    end(track, 0, "");
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException {
    Row row = row(on);
    while (!row.going.isEmpty() && row.going.peek().end() <= start) {
      row.going.pop();
    }
    Going around = row.going.peek();
    String id = SpanIds.of(on.id(), ++row.slices);
    start(on, id, around == null ? SpanIds.of(on.id(), 0) : around.id(), name, start, end);
    attributes.write(category, facts);
    end(on, row.slices, category);
    row.going.push(new Going(id, end));
  }

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException {
    String id = SpanIds.ofMoment(on.id(), row(on).moments++);
    start(on, id, SpanIds.of(on.id(), 0), name, time, time);
    attributes.write(category, facts);
    json.writeEndObject();
  }

  private Row row(TraceTrack track) {
    return rows.computeIfAbsent(track.id(), _ -> new Row());
  }

  private void start(TraceTrack on, String id, String parent, String name, long begin, long end)
      throws IOException {
    below(on.pid());
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("traceId", trace);
    json.writeStringField("spanId", id);
    if (!parent.isEmpty()) {
      json.writeStringField("parentSpanId", parent);
    }
    json.writeStringField("name", name);
    json.writeNumberField("kind", 1); // internal
    json.writeStringField("startTimeUnixNano", Long.toString(origin + begin));
    json.writeStringField("endTimeUnixNano", Long.toString(origin + end));
  }

  private void end(TraceTrack on, long place, String category) throws IOException {
    linked(on.id(), place);
    if (category.equals("failed")) {
      json.writeObjectFieldStart("status");
      json.writeNumberField("code", 2); // an error
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void linked(int track, long place) throws IOException {
    Deque<Integer> own = new ArrayDeque<>();
    links.to(track, place, own::add);
    if (own.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("links");
    for (int arrow : own) {
      json.writeStartObject();
      json.writeStringField("traceId", trace);
      json.writeStringField("spanId", links.from(arrow));
      attributes.write(links.category(arrow), List.of(new Fact("name", links.name(arrow))));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What follows is of that process. */
  private void below(long process) throws IOException {
    if (pid == process) {
      return;
    }
    close();
    pid = process;
    json.writeStartObject();
    json.writeObjectFieldStart("resource");
    TraceProcess known = processes.get(process);
    if (known != null) {
      attributes.resource(known);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("scopeSpans");
    json.writeStartObject();
    json.writeObjectFieldStart("scope");
    json.writeStringField("name", "interleave");
    json.writeEndObject();
    json.writeArrayFieldStart("spans");
  }

  private void close() throws IOException {
    if (pid != 0) {
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  @Override
  public void end() throws IOException {
    close();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
