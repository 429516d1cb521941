package interleave.exchange.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import interleave.event.SeenState;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code jcmd Thread.dump_to_file -format=json} writes. JDK 21 has names and stacks, later
 * ones states, what a thread waits for, and the monitors that it owns. Members that are not known
 * are counted.
 */
final class DumpJson {
  private final JsonParser json;
  private final Consumer<String> unknown;
  private final ThreadDump dump;

  DumpJson(JsonParser json, Consumer<String> unknown) {
    this.json = json;
    this.unknown = unknown;
    dump = new ThreadDump(TracedRuntime.JAVA, 1);
  }

  /** The dump so far: whole, once {@link #read} has come back. */
  ThreadDump dump() {
    return dump;
  }

  /** Reads what is behind the first brace of the document. */
  void read() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("threadDump") && json.currentToken() == JsonToken.START_OBJECT) {
        members();
      } else {
        skip(name);
      }
    }
  }

  private void members() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "processId" -> dump.pid = Math.max(0, HotSpotHeader.id(json.getValueAsString("")));
        case "time" -> {
          dump.time = DumpTime.instant(json.getValueAsString(""));
          dump.label = DumpTime.clock(json.getValueAsString(""));
        }
        case "runtimeVersion" -> dump.interpreter = "JDK " + json.getValueAsString("");
        case "formatVersion" -> {}
        case "threadContainers" -> each(name, this::container);
        default -> skip(name);
      }
    }
  }

  private void container() throws IOException {
    int first = dump.threads.size();
    String called = "";
    String parent = "";
    String owner = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "threads" -> each(name, this::thread);
        case "container" -> called = json.getValueAsString("");
        case "parent" -> parent = json.getValueAsString("");
        case "owner" -> owner = json.getValueAsString("");
        case "threadCount" -> json.skipChildren();
        default -> skip(name);
      }
    }
    if (dump.containers.size() < Dialect.MOST_THREADS) {
      int end = dump.threads.size();
      dump.containers.add(new Crew.Container(called, parent, owner, first, end));
    }
  }

  private void thread() throws IOException {
    String tid = "";
    String name = "";
    SeenThread read = new SeenThread("", "");
    List<int[]> depths = new ArrayList<>();
    List<DumpLock> owned = new ArrayList<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "tid" -> tid = json.getValueAsString("");
        case "name" -> name = json.getValueAsString("");
        case "virtual" -> read.virtual = json.getValueAsBoolean();
        case "state" -> HotSpotHeader.state(read, json.getValueAsString(""));
        case "blockedOn", "waitingOn" ->
            read.waitsFor = DumpLock.hashed(json.getValueAsString(""), true);
        case "parkBlocker" -> blocker(read);
        case "stack" -> each(member, () -> read.add(Frame.java(json.getValueAsString(""))));
        case "monitorsOwned" -> each(member, () -> monitor(depths, owned));
        case "time", "carrier" -> json.skipChildren();
        default -> skip(member);
      }
    }
    add(tid, name, read, depths, owned);
  }

  private void add(
      String tid, String name, SeenThread read, List<int[]> depths, List<DumpLock> owned) {
    if (dump.threads.size() >= Dialect.MOST_THREADS) {
      unknown.accept("thread beyond " + Dialect.MOST_THREADS);
      return;
    }
    SeenThread thread = new SeenThread("#" + tid, name);
    thread.id = HotSpotHeader.id(tid);
    thread.virtual = read.virtual;
    thread.service = HotSpotHeader.isOfJvm(name, false);
    thread.state = read.state;
    thread.timed = read.timed;
    thread.waitsFor = read.waitsFor;
    thread.owner = read.owner;
    thread.stack.addAll(read.stack);
    for (int i = 0; i < owned.size(); i++) {
      thread.held.add(new SeenThread.Held(owned.get(i), depths.get(i)[0]));
    }
    dump.threads.add(thread);
  }

  /** {@code {"object": "a.B@1", "owner": "23"}}, or in some versions the object alone. */
  private void blocker(SeenThread thread) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      thread.waitsFor = DumpLock.hashed(json.getValueAsString(""), false);
    } else {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "object" -> thread.waitsFor = DumpLock.hashed(json.getValueAsString(""), false);
          case "owner" -> thread.owner = "#" + json.getValueAsString("");
          default -> skip(name);
        }
      }
    }
    thread.state = SeenState.PARKED;
  }

  private void monitor(List<int[]> depths, List<DumpLock> owned) throws IOException {
    int depth = -1;
    int before = owned.size();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "depth" -> depth = json.getValueAsInt(-1);
        case "locks" ->
            each(
                name,
                () -> {
                  if (owned.size() < SeenThread.DEEPEST
                      && json.currentToken() == JsonToken.VALUE_STRING) {
                    owned.add(DumpLock.hashed(json.getText(), true));
                  }
                });
        default -> skip(name);
      }
    }
    for (int i = before; i < owned.size(); i++) {
      depths.add(new int[] {depth});
    }
  }

  /** Reads one element of an array, whose first token is the current one. */
  @FunctionalInterface
  private interface Element {
    void read() throws IOException;
  }

  private void each(String name, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      skip(name);
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == null) {
        return; // the end of the file, which the parser says with an error mostly
      }
      element.read();
      if (json.currentToken() != null && json.currentToken().isStructStart()) {
        json.skipChildren();
      }
    }
  }

  private void skip(String name) throws IOException {
    unknown.accept("member " + name);
    json.skipChildren();
  }
}
