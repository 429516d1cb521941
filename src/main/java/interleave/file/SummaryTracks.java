package interleave.file;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.event.ValueType;
import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.io.IOException;

/** The part of a summary that is about what threads share. */
final class SummaryTracks {
  private final Timeline timeline;
  private final JsonGenerator json;

  SummaryTracks(Timeline timeline, JsonGenerator json) {
    this.timeline = timeline;
    this.json = json;
  }

  void tasks() throws IOException {
    json.writeArrayFieldStart("tasks");
    for (PoolTrack pool : timeline.pools()) {
      for (PoolTrack.Task task : pool.tasks()) {
        json.writeStartObject();
        json.writeNumberField("id", task.id());
        json.writeStringField("pool", pool.name());
        time("submitted_ns", task.submitted());
        time("started_ns", task.started());
        time("ended_ns", task.ended());
        pidAndThread(timeline, json, task.lane(), -1);
        json.writeStringField("outcome", task.outcome());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  void queues() throws IOException {
    json.writeArrayFieldStart("queues");
    for (QueueTrack queue : timeline.queues()) {
      json.writeStartObject();
      json.writeStringField("name", queue.name());
      json.writeNumberField("puts", queue.puts());
      json.writeNumberField("gets", queue.gets());
      json.writeNumberField("lost", queue.lost());
      json.writeNumberField("max_depth", queue.maxDepth());
      json.writeArrayFieldStart("messages");
      for (int i = 0; i < queue.messages(); i++) {
        message(queue.message(i));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void message(QueueTrack.Message message) throws IOException {
    json.writeStartObject();
    json.writeStringField("preview", message.preview());
    time("put_ns", message.put());
    time("get_ns", message.get());
    end("from", message.fromLane());
    end("to", message.toLane());
    json.writeEndObject();
  }

  private void end(String name, int lane) throws IOException {
    json.writeFieldName(name);
    if (lane < 0) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    pidAndThread(timeline, json, lane, -1);
    json.writeEndObject();
  }

  void locks() throws IOException {
    json.writeArrayFieldStart("locks");
    for (LockTrack lock : timeline.locks()) {
      json.writeStartObject();
      json.writeStringField("name", lock.name());
      json.writeNumberField("acquires", lock.acquires());
      json.writeNumberField("contended", lock.contended());
      json.writeNumberField("wait_ns", lock.waitNs());
      json.writeNumberField("longest_wait_ns", lock.longestWaitNs());
      json.writeNumberField("hold_ns", lock.holdNs());
      json.writeArrayFieldStart("owners");
      for (LockTrack.Owner owner : lock.owners()) {
        json.writeStartObject();
        pidAndThread(timeline, json, owner.lane(), lock.process());
        json.writeNumberField("acquires", owner.acquires());
        json.writeNumberField("hold_ns", owner.holdNs());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void variables() throws IOException {
    json.writeArrayFieldStart("variables");
    for (VariableTrack variable : timeline.variables()) {
      json.writeStartObject();
      json.writeStringField("name", variable.name());
      json.writeNumberField("reads", variable.reads());
      json.writeNumberField("writes", variable.writes());
      json.writeNumberField("lost_updates", variable.lostUpdates());
      value("first", variable, 0);
      value("last", variable, variable.size() - 1);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void value(String name, VariableTrack variable, int access) throws IOException {
    json.writeFieldName(name);
    if (access < 0 || access >= variable.size()) {
      json.writeNull();
      return;
    }
    long bits = variable.bits(access);
    ValueType type = variable.type();
    switch (type) {
      case INT, LONG, BYTE, SHORT -> json.writeNumber(bits);
      case FLOAT, DOUBLE -> json.writeNumber(type.number(bits));
      case BOOLEAN -> json.writeBoolean(bits != 0);
      case CHAR, REFERENCE -> json.writeString(type.show(bits));
    }
  }

  private void time(String name, long time) throws IOException {
    time(timeline, json, name, time);
  }

  /** Since the run began, null for what has not happened. */
  static void time(Timeline timeline, JsonGenerator json, String name, long time)
      throws IOException {
    json.writeFieldName(name);
    if (time == Timeline.OPEN || timeline.start() == Timeline.OPEN) {
      json.writeNull();
    } else {
      json.writeNumber(time - timeline.start());
    }
  }

  /** The process and the thread of a lane; where the lane is not known, the process at least. */
  static void pidAndThread(Timeline timeline, JsonGenerator json, int lane, int process)
      throws IOException {
    int of = lane >= 0 ? timeline.lanes().get(lane).process() : process;
    json.writeFieldName("pid");
    if (of >= 0) {
      json.writeNumber(timeline.processes().get(of).pid());
    } else {
      json.writeNull();
    }
    json.writeFieldName("thread");
    if (lane >= 0) {
      ThreadLane thread = timeline.lanes().get(lane);
      json.writeNumber(thread.id());
    } else {
      json.writeNull();
    }
  }
}
