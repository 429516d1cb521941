package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a file of another tool. */
class ForeignInfoTest {
  private static final String TRACE =
      """
      [{"ph":"X","name":"work","pid":1,"tid":1,"ts":1,"dur":43},
       {"ph":"B","name":"inner","pid":1,"tid":1,"ts":2},
       {"ph":"E","pid":1,"tid":1,"ts":3},
       {"ph":"s","name":"flow","id":7,"pid":1,"tid":1,"ts":4},
       {"ph":"f","name":"flow","id":7,"pid":1,"tid":2,"ts":6,"bp":"e"},
       {"ph":"X","name":"other","pid":1,"tid":2,"ts":5,"dur":3},
       {"ph":"i","name":"here","pid":1,"tid":1,"ts":9,"s":"t"},
       {"ph":"i","name":"everywhere","pid":1,"tid":1,"ts":9,"s":"g"},
       {"ph":"C","name":"depth","pid":1,"ts":1,"args":{"a":1,"b":2}},
       {"ph":"C","name":"depth","pid":1,"ts":2,"args":{"a":2,"b":1}},
       {"ph":"C","name":"depth","pid":1,"ts":3,"args":{"a":0,"b":3}}]
      """;

  @TempDir Path folder;

  private Path trace() throws IOException {
    return Files.writeString(folder.resolve("trace.json"), TRACE);
  }

  @Test
  void itsSlicesMomentsFlowsAndCountersAreCounted() throws IOException {
    Said info = Said.by("info", trace().toString());
    assertThat(info.out())
        .containsPattern("(?m)^  slices +3$")
        .containsPattern("(?m)^  moments +2$")
        .containsPattern("(?m)^  flows +1$")
        .containsPattern("(?m)^  counters +2 with 6 values$");
    assertThat(Said.by("info", "--json", trace().toString()).out())
        .contains("\"slices\" : 3", "\"moments\" : 2", "\"flows\" : 1")
        .contains("\"counters\" : 2", "\"counter_values\" : 6");
  }

  @Test
  void whatLastsMicrosecondsIsNotToldToLastNothing() throws IOException {
    assertThat(Said.by("info", trace().toString()).out())
        .containsPattern("(?m)^  duration +43 µs$");
  }
}
