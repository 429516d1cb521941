package interleave.exchange.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.exchange.Told;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Files that are damaged, torn off, or made to do harm: they open, or end in a sentence. */
@Alone
class HostileTraceTest {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/exchange/chrome");
  private static final List<String> FILES =
      List.of(
          "chromium-156.json",
          "go-1.19.json",
          "node-20.json",
          "node-profile-20.json",
          "viztracer-1.1.1.json");
  private static final byte[] TELLING =
      "{}[]\",:\\\\0123456789.-eE \nnulltrue\"ph\"\"ts\"\u0000\u00ff"
          .getBytes(StandardCharsets.ISO_8859_1);

  private static Path folder;
  private static String usualTemporary;

  @BeforeContainer
  static void ownTemporaryFolder() throws IOException {
    folder = Files.createTempDirectory("interleave-hostile");
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
  }

  @AfterContainer
  static void usualTemporaryFolder() throws IOException {
    System.setProperty("java.io.tmpdir", usualTemporary);
    try (var left = Files.list(folder)) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void aDamagedOrTornFileOpensOrEndsInASentence(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(FILES.get(random.nextInt(FILES.size()))));
    for (int i = random.nextInt(12); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = TELLING[random.nextInt(TELLING.length)];
    }
    int from = random.nextInt(4) == 0 ? random.nextInt(200) : 0;
    int to = random.nextBoolean() ? bytes.length : from + random.nextInt(bytes.length - from);
    assertHarmless(Arrays.copyOfRange(bytes, from, to));
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void nonsenseOpensOrEndsInASentence(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "[" : "{\"traceEvents\":[");
    String[] pieces = {
      "{\"ph\":\"X\",\"ts\":",
      "1e99",
      "-1",
      "\"7\"",
      ",\"dur\":",
      "1.5",
      ",\"pid\":",
      "{",
      "}",
      "[",
      "]",
      ",",
      "\"",
      "\\",
      "\"args\":{\"a\":",
      "null",
      "{\"ph\":\"B\",\"ts\":5}",
      "{\"ph\":\"E\",\"ts\":4}",
      "{\"ph\":\"b\",\"id\":1,\"ts\":5}",
      "{\"ph\":\"C\",\"ts\":9,\"args\":{\"v\":1}}",
      ":",
      "\u0001",
      "\uD83D"
    };
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    assertHarmless(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Example
  void aMillionProcessesEndInASentenceWithThePlace() throws IOException {
    Path file =
        written(
            out -> {
              out.print("[");
              for (int i = 1; i <= 12_000; i++) {
                out.print("{\"ph\":\"i\",\"name\":\"x\",\"ts\":1,\"tid\":1,\"pid\":" + i + "},\n");
              }
            });
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("10000 processes (at byte ");
  }

  @Example
  void slicesThatLieAbsurdlyDeepAreCounted() throws IOException {
    Path file =
        written(
            out -> {
              out.print("[");
              for (int i = 0; i < 100_000; i++) {
                out.print("{\"ph\":\"B\",\"name\":\"x\",\"ts\":" + i + ",\"pid\":1,\"tid\":1},\n");
              }
            });
    assertThat(open(file))
        .containsExactly("99000 slices lie more than 1000 deep in others and are not drawn.");
  }

  @Example
  void aFileThatUnpacksToAbsurdlyMuchIsGivenUp() throws IOException {
    Path file = folder.resolve("bomb.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"traceEvents\":[".getBytes(StandardCharsets.US_ASCII));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 100; i++) {
        out.write(blanks);
      }
    }
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unpacks to more than");
  }

  private static void assertHarmless(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("any.json"), bytes);
    try (OpenedRecording opened = new ChromeTraceFormat().open(file, Progress.UNHEARD)) {
      Told told = Told.of(opened.recording());
      assertThat(told.slices()).isNotNull(); // it looks at the order of times
      assertThat(told.problems).isEmpty();
    } catch (IOException e) {
      assertThat(e).hasMessageMatching(".*\\b(no|more|holds)\\b.*");
    }
  }

  private static List<String> open(Path file) throws IOException {
    try (OpenedRecording opened = new ChromeTraceFormat().open(file, Progress.UNHEARD)) {
      return opened.problems();
    }
  }

  private interface Text {
    void to(PrintStream out);
  }

  private static Path written(Text text) throws IOException {
    Path file = folder.resolve("made.json");
    try (PrintStream out =
        new PrintStream(new BufferedOutputStream(Files.newOutputStream(file)), false)) {
      text.to(out);
    }
    return file;
  }
}
