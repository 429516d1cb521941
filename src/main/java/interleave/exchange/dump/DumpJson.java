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
  private final JsonMembers members;
  private final ThreadDump dump;

  DumpJson(JsonParser json, Consumer<String> unknown) {
    this.json = json;
    this.unknown = unknown;
    members = new JsonMembers(json, unknown);
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
        ofDump();
      } else {
        members.skip(name);
      }
    }
  }

  private void ofDump() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "processId" -> dump.pid = Math.max(0, HotSpotHeader.id(members.text(name)));
        case "time" -> {
          String time = members.text(name);
          dump.time = DumpTime.instant(time);
          dump.label = DumpTime.clock(time);
        }
        case "runtimeVersion" -> dump.interpreter = "JDK " + members.text(name);
        case "formatVersion" -> json.skipChildren();
        case "threadContainers" -> members.eachObject(name, this::container);
        default -> members.skip(name);
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
        case "threads" -> members.eachObject(name, this::thread);
        case "container" -> called = members.text(name);
        case "parent" -> parent = members.text(name);
        case "owner" -> owner = members.text(name);
        case "threadCount" -> json.skipChildren();
        default -> members.skip(name);
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
        case "tid" -> tid = members.text(member);
        case "name" -> name = members.text(member);
        case "virtual" -> read.virtual = members.truth(member);
        case "state" -> HotSpotHeader.state(read, members.text(member));
        case "blockedOn", "waitingOn" -> waitsFor(read, member, true);
        case "parkBlocker" -> {
          waitsFor(read, member, false);
          read.state = SeenState.PARKED;
        }
        case "stack" -> members.each(member, () -> read.add(Frame.java(members.text(member))));
        case "monitorsOwned" -> members.eachObject(member, () -> monitor(depths, owned));
        case "time", "carrier" -> json.skipChildren();
        default -> members.skip(member);
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
  private void waitsFor(SeenThread thread, String member, boolean monitor) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      lock(thread, members.text(member), monitor);
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "object" -> lock(thread, members.text(name), monitor);
        case "owner" -> {
          String owner = members.text(name);
          thread.owner = owner.isEmpty() ? null : "#" + owner;
        }
        default -> members.skip(name);
      }
    }
  }

  private static void lock(SeenThread thread, String object, boolean monitor) {
    thread.waitsFor = object.isEmpty() ? null : DumpLock.hashed(object, monitor);
  }

  private void monitor(List<int[]> depths, List<DumpLock> owned) throws IOException {
    int depth = -1;
    int before = owned.size();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "depth" -> depth = members.number(name);
        case "locks" ->
            members.each(
                name,
                () -> {
                  if (owned.size() < SeenThread.DEEPEST
                      && json.currentToken() == JsonToken.VALUE_STRING) {
                    owned.add(DumpLock.hashed(json.getText(), true));
                  }
                });
        default -> members.skip(name);
      }
    }
    for (int i = before; i < owned.size(); i++) {
      depths.add(new int[] {depth});
    }
  }
}
