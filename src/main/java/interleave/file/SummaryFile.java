package interleave.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import interleave.timeline.LocalValue;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run in numbers, as one JSON object. Times are nanoseconds since the run began; what is not
 * known or did not happen is {@code null}.
 *
 * <p>Threads of tools that the program did not start are left out.
 */
public final class SummaryFile {
  private static final JsonFactory JSON = new JsonFactory();

  private static final Map<ThreadState, String> STATES =
      Map.of(
          ThreadState.RUNNING, "running",
          ThreadState.SLEEPING, "sleeping",
          ThreadState.LOCK_WAIT, "lock",
          ThreadState.QUEUE_WAIT, "queue",
          ThreadState.JOINING, "join",
          ThreadState.IO, "io");

  private final Timeline timeline;
  private final JsonGenerator json;

  private SummaryFile(Timeline timeline, JsonGenerator json) {
    this.timeline = timeline;
    this.json = json;
  }

  /** Saves the summary of a run that has ended. */
  public static void save(Timeline timeline, Path file) throws IOException {
    WholeFile.write(file, out -> write(timeline, out));
  }

  /** Writes the summary and closes {@code out}. */
  public static void write(Timeline timeline, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      new SummaryFile(timeline, json).write();
    }
  }

  private void write() throws IOException {
    json.writeStartObject();
    processes();
    SummaryTracks tracks = new SummaryTracks(timeline, json);
    tracks.tasks();
    tracks.queues();
    tracks.locks();
    tracks.variables();
    locals();
    output();
    Timeline.Counters counters = timeline.counters();
    json.writeNumberField("events", counters.events());
    json.writeNumberField("lost", counters.lost());
    double perEvent = counters.recorderNsPerEvent();
    json.writeFieldName("recorder_ns_per_event");
    if (Double.isFinite(perEvent)) {
      json.writeNumber(Math.round(perEvent * 10) / 10.0);
    } else {
      json.writeNull();
    }
    time("wall_ns", timeline.now());
    json.writeEndObject();
  }

  private void processes() throws IOException {
    json.writeArrayFieldStart("processes");
    for (ProcessTrack process : timeline.processes()) {
      json.writeStartObject();
      json.writeNumberField("pid", process.pid());
      json.writeFieldName("parent");
      if (process.parent() < 0) {
        json.writeNull();
      } else {
        json.writeNumber(timeline.processes().get(process.parent()).pid());
      }
      json.writeStringField("name", process.name());
      json.writeStringField("runtime", process.runtime().isEmpty() ? null : process.runtime());
      time("start_ns", process.start());
      time("end_ns", process.end());
      exit(process.exit());
      json.writeArrayFieldStart("threads");
      for (int lane : process.lanes()) {
        if (!timeline.lanes().get(lane).service()) {
          thread(timeline.lanes().get(lane));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void exit(ProcessTrack.@Nullable Exit exit) throws IOException {
    json.writeFieldName("exit");
    if (exit == null || (exit.code() == null && exit.signal() == null)) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    if (exit.signal() != null) {
      json.writeStringField("signal", exit.signal());
    } else if (exit.code() != null) {
      json.writeNumberField("code", exit.code());
    }
    json.writeEndObject();
  }

  private void thread(ThreadLane lane) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", lane.id());
    json.writeStringField("name", lane.name());
    json.writeStringField("kind", lane.kind().name().toLowerCase(Locale.ROOT));
    time("start_ns", lane.start());
    time("end_ns", lane.end());
    json.writeObjectFieldStart("ns");
    long to = Math.min(lane.end(), timeline.now());
    for (ThreadState state : ThreadState.values()) {
      json.writeNumberField(
          STATES.getOrDefault(state, state.name().toLowerCase(Locale.ROOT)),
          lane.start() < to ? lane.spans().nanosIn(state, lane.start(), to) : 0);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void locals() throws IOException {
    json.writeArrayFieldStart("locals");
    for (LocalValue local : timeline.locals()) {
      json.writeStartObject();
      json.writeStringField("name", local.name());
      SummaryTracks.pidAndThread(timeline, json, local.lane(), -1);
      json.writeStringField("value", local.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void output() throws IOException {
    json.writeArrayFieldStart("output");
    OutputTrack output = timeline.output();
    for (int i = 0; i < output.size(); i++) {
      OutputTrack.Line line = output.line(i);
      json.writeStartObject();
      SummaryTracks.pidAndThread(timeline, json, line.lane(), line.process());
      json.writeStringField("stream", line.stderr() ? "stderr" : "stdout");
      time("ns", line.time());
      json.writeStringField("text", line.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void time(String name, long time) throws IOException {
    SummaryTracks.time(timeline, json, name, time);
  }
}
