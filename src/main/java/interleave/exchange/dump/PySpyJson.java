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
  private final JsonMembers members;

  /** By pid. */
  final Map<Long, ThreadDump> dumps = new LinkedHashMap<>();

  PySpyJson(JsonParser json, Consumer<String> unknown) {
    this.json = json;
    this.unknown = unknown;
    members = new JsonMembers(json, unknown);
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
        case "pid" -> pid = Math.max(0, HotSpotHeader.id(members.text(member)));
        case "thread_name" -> name = members.text(member);
        case "thread_id" -> id = members.text(member);
        case "os_thread_id" -> system = members.text(member);
        case "active" -> active = members.truth(member);
        case "owns_gil" -> read.gil = members.truth(member);
        case "frames" -> members.eachObject(member, () -> frame(read));
        case "process_info" -> json.skipChildren();
        default -> members.skip(member);
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

  private void frame(SeenThread thread) throws IOException {
    String name = "";
    String file = "";
    int line = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "name" -> name = members.text(member);
        case "filename" -> file = members.text(member);
        case "line" -> line = Math.max(0, members.number(member));
        default -> json.skipChildren();
      }
    }
    thread.add(new Frame(file, name, "", line));
  }
}
