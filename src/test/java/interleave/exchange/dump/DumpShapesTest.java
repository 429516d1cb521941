package interleave.exchange.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps in JSON whose members have other shapes than those that are known. */
class DumpShapesTest {
  private static final List<String> SHAPES =
      List.of("{\"a\": {\"b\": [1]}}", "[[], {}, 3]", "7", "1e99", "null", "true", "\"x\"", "[]");

  private final List<String> unknown = new ArrayList<>();

  private ThreadDump java(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.nextToken();
      DumpJson reader = new DumpJson(json, unknown::add);
      reader.read();
      assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
      return reader.dump();
    }
  }

  private ThreadDump python(String text) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(text)) {
      json.nextToken();
      PySpyJson reader = new PySpyJson(json, unknown::add);
      reader.read();
      return reader.dumps.values().iterator().next();
    }
  }

  private static String dump(String thread) {
    return """
    {"threadDump": {"processId": "4711", "threadContainers": [{"container": "<root>",
     "threads": [%s, {"tid": "2", "name": "last", "state": "RUNNABLE", "stack": []}]}]}}
    """
        .formatted(thread);
  }

  @Test
  void whatAThreadIsBlockedOnMayBeToldWithItsOwner() throws IOException {
    ThreadDump dump =
        java(
            dump(
                """
                {"tid": "1", "name": "first", "state": "BLOCKED",
                 "blockedOn": {"object": "java.lang.Object@24356d29", "owner": "2"}}
                """));
    SeenThread first = dump.threads.getFirst();
    assertThat(first.owner).isEqualTo("#2");
    assertThat(first.waitsFor).isEqualTo(DumpLock.hashed("java.lang.Object@24356d29", true));
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tid",
        "name",
        "virtual",
        "state",
        "stack",
        "blockedOn",
        "waitingOn",
        "parkBlocker",
        "monitorsOwned",
        "time",
        "carrier",
        "new"
      })
  void whateverAMemberOfAJavaThreadIsTheNextThreadIsRead(String member) throws IOException {
    for (String shape : SHAPES) {
      ThreadDump dump = java(dump("{\"" + member + "\": " + shape + ", \"also\": 1}"));
      assertThat(dump.threads).as(shape).hasSize(2);
      assertThat(dump.threads.getLast().name).as(shape).isEqualTo("last");
      assertThat(dump.threads.getFirst().waitsFor == null).isEqualTo(!waits(member, shape));
      assertThat(unknown).contains("member also");
    }
  }

  private static boolean waits(String member, String shape) {
    boolean lock = List.of("blockedOn", "waitingOn", "parkBlocker").contains(member);
    return lock && List.of("7", "1e99", "true", "\"x\"").contains(shape);
  }

  @Test
  void whatIsNoThreadIsLeftOut() throws IOException {
    for (String shape : SHAPES) {
      if (!shape.startsWith("{")) {
        ThreadDump dump = java(dump(shape + ", " + shape));
        assertThat(dump.threads).as(shape).extracting(each -> each.name).containsExactly("last");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pid", "thread_name", "thread_id", "os_thread_id", "active", "owns_gil", "frames"})
  void whateverAMemberOfAPythonThreadIsTheNextThreadIsRead(String member) throws IOException {
    for (String shape : SHAPES) {
      ThreadDump dump =
          python(
              """
              [{"pid": 7, "thread_name": "last", "frames": [{"name": "f", "line": %2$s}]},
               {"pid": 7, "thread_name": "one", "%1$s": %2$s},
               {"pid": 7, "thread_name": "last"}]
              """
                  .formatted(member, shape));
      boolean other = member.equals("pid") && !shape.equals("7");
      assertThat(dump.threads).as(shape).hasSize(other ? 2 : 3);
      assertThat(dump.threads.getLast().name).as(shape).isEqualTo("last");
    }
  }
}
