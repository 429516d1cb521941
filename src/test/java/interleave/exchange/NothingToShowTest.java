package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which nothing, or not all, can be shown say so once, and look like no success. */
class NothingToShowTest {
  @TempDir Path folder;

  @Test
  void numbersAloneAreNoRun() {
    assertThatThrownBy(() -> OpenedFiles.text(folder, "numbers.json", "[1,2,3]"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Nothing of what")
        .hasMessageContaining("3 values among the events are none");
  }

  @Test
  void anEmptyTraceIsNoRun() {
    assertThatThrownBy(() -> OpenedFiles.text(folder, "empty.json", "{\"traceEvents\":[]}"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("It has no event at all.");
  }

  @Test
  void namesOfWhatDoesNothingAreNoRun() {
    String named =
        "[{\"ph\":\"M\",\"pid\":1,\"tid\":1,\"name\":\"thread_name\",\"args\":{\"name\":\"main\"}}]";
    assertThatThrownBy(() -> OpenedFiles.text(folder, "names.json", named))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Nothing of what");
  }

  @Test
  void anEmptyFileIsEmptyWhateverItsName() {
    for (String name : new String[] {"a.jfr", "a.pftrace", "a.json", "a.txt"}) {
      assertThatThrownBy(() -> OpenedFiles.text(folder, name, ""))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is empty");
    }
  }

  @Test
  void aTraceInUtf16IsToldWhatItIs() throws IOException {
    Path file = folder.resolve("wide.json");
    Files.write(file, "[{\"ph\":\"X\",\"ts\":1,\"dur\":1}]".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> OpenedFiles.of(file)).hasMessageContaining("UTF-16");
  }

  @Test
  void whenItWasRecordedIsSaidOnlyWhereTheFileTellsThat() throws IOException {
    String one = "[{\"ph\":\"X\",\"pid\":1,\"tid\":1,\"ts\":1,\"dur\":1,\"name\":\"s\"}]";
    assertThat(OpenedFiles.text(folder, "undated.json", one).manifest().isDated()).isFalse();
    assertThat(OpenedFiles.resource("dump/jstack-le-17.txt").manifest().isDated()).isTrue();
  }

  @Test
  void aPackedFileThatIsTornOffIsToldInOneSentenceWithThePlace() throws IOException {
    StringBuilder text = new StringBuilder("{\"traceEvents\":[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",\n")
          .append("{\"ph\":\"X\",\"pid\":1,\"tid\":1,\"name\":\"s\",\"dur\":1,\"ts\":")
          .append(i * 7919L % 1_000_003)
          .append("}");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream to = new GZIPOutputStream(packed)) {
      to.write(text.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    Path file = folder.resolve("torn.json.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    OpenedFiles opened = OpenedFiles.of(file);
    assertThat(opened.timeline().slices()).isNotEmpty();
    assertThat(opened.problems().stream().filter(each -> each.contains("early")))
        .singleElement()
        .asString()
        .contains("at byte")
        .contains("packed");
  }
}
