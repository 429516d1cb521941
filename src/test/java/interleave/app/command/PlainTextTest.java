package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String HARM = "\u001b[2J\u009b1m\n  lost        0\r\u2028\u202e\u0007";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "größer 漢字", "👩‍💻 and नी", "Pool[1] → x"})
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
    assertThat(PlainText.json(text)).isEqualTo(text);
  }

  @Test
  void whatATerminalWouldObeyIsMadeVisible() {
    assertThat(PlainText.of("a\u001b[31m\nb\u007f\u009b2J\u202e"))
        .isEqualTo("a␛[31m␊b␡\ufffd2J\ufffd");
    assertThat(PlainText.json("{\n \"a\" : \"\u009b\"}")).isEqualTo("{\n \"a\" : \"\\u009b\"}");
  }

  @Test
  void aRecordingThatWasMadeForItForgesNoLine() throws Exception {
    Recording recording = Recording.createIn(folder, 1 << 20);
    try {
      recording.segment(TracedRuntime.JAVA, 7, 1, 1000).write(1, 0, 1, 0, 0, 0, 1000);
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              Instant.EPOCH,
              "title" + HARM,
              "scenario" + HARM,
              Map.of("a" + HARM, "b" + HARM),
              HARM,
              "runtime" + HARM,
              List.of("command" + HARM),
              "exit" + HARM,
              Map.of("os", "os" + HARM));
      Path file = folder.resolve("forged.interleave");
      KnownFormats.ALL.save(recording, manifest, file, Progress.UNHEARD);
      String text = Said.by("info", file.toString()).out();
      assertThat(text.lines().filter(line -> line.matches(" *lost +0.*"))).hasSize(1);
      assertThat(text.replace("\n", "").codePoints()).allMatch(PlainText::isPlain);
      String json = Said.by("info", "--json", file.toString()).out();
      assertThat(json.replace("\n", "").codePoints()).allMatch(PlainText::isPlain);
    } finally {
      recording.delete();
    }
  }
}
