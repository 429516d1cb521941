package interleave.exchange.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What {@code py-spy dump --json} writes: a list of threads, each with the pid of its process. */
final class PySpyJson {
  private final JsonParser json;
  private final Consumer<String> unknown;

  /** By pid. */
  final Map<Long, ThreadDump> dumps = new LinkedHashMap<>();

  PySpyJson(JsonParser json, Consumer<String> unknown) {
    this.json = json;
    this.unknown = unknown;
  }

  /** Reads what is behind the first bracket of the document. */
  void read() throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      thread();
    }
  }

  private void thread() throws IOException {
    long pid = 0;
    String name = "";
    String id = "";
    String system = "";
    boolean active = false;
    SeenThread read = new SeenThread("", "");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "pid" -> pid = Math.max(0, json.getValueAsLong());
        case "thread_name" -> name = json.getValueAsString("");
        case "thread_id" -> id = json.getValueAsString("");
        case "os_thread_id" -> system = json.getValueAsString("");
        case "active" -> active = json.getValueAsBoolean();
        case "owns_gil" -> read.gil = json.getValueAsBoolean();
        case "frames" -> frames(read);
        case "process_info" -> json.skipChildren();
        default -> {
          unknown.accept("member " + member);
          json.skipChildren();
        }
      }
    }
    String number = system.isEmpty() ? id : system;
    SeenThread thread =
        new SeenThread("thread " + number, name.isEmpty() ? "thread " + number : name);
    thread.id = HotSpotHeader.id(number);
    thread.stack.addAll(read.stack);
    PySpyDialect.state(thread, active ? "active" : "idle");
    thread.gil = read.gil;
    add(pid, thread);
  }

  private void add(long pid, SeenThread thread) {
    ThreadDump dump = dumps.computeIfAbsent(pid, _ -> new ThreadDump(TracedRuntime.PYTHON, 1));
    dump.pid = pid;
    if (dumps.size() > Dialect.MOST_THREADS || dump.threads.size() >= Dialect.MOST_THREADS) {
      unknown.accept("thread beyond " + Dialect.MOST_THREADS);
    } else {
      dump.threads.add(thread);
    }
  }

  private void frames(SeenThread thread) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String name = "";
      String file = "";
      int line = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String member = json.currentName();
        json.nextToken();
        switch (member) {
          case "name" -> name = json.getValueAsString("");
          case "filename" -> file = json.getValueAsString("");
          case "line" -> line = Math.max(0, json.getValueAsInt());
          default -> json.skipChildren();
        }
      }
      thread.add(new Frame(file, name, "", line));
    }
  }
}
