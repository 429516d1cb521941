package interleave.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other tools wrote and is not read: the sentence says what it is, and what to do instead. */
class KnownStrangersTest {
  private static final Words WORDS = Words.of("exchange/stranger");

  @TempDir Path folder;

  private static void refused(Path file, String key) {
    assertThatThrownBy(() -> KnownFormats.ALL.open(file, Progress.UNHEARD))
        .as(String.valueOf(file))
        .isInstanceOf(IOException.class)
        .hasMessage(WORDS.get(key, file));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(OpenedFiles.path("stranger"))) {
      return all.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
  }

  @Test
  void whatRealToolsWroteIsCalledWhatItIs() throws IOException {
    assertThat(files()).hasSizeGreaterThan(20);
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      refused(file, name.substring(0, name.indexOf('.')));
    }
  }

  @Test
  void whatToolsThatAreNotHereWriteIsKnownByItsDocumentation() throws IOException {
    String pystack =
        "Traceback for thread 12 (python) [Has the GIL] (most recent call last):\n"
            + "    (Python) File \"/a.py\", line 1, in <module>\n";
    refused(text("pystack.txt", pystack), "pystack");
    String dotnet =
        "Thread (0x4A2B):\n  [Native Frames]\n  System.Private.CoreLib!System.Threading";
    refused(text("dotnet.txt", dotnet), "dotnet");
    refused(text("a.nettrace", "Nettrace\u0014\0\0\0"), "nettrace");
    String firefox =
        "{\"meta\":{\"interval\":1,\"startTime\":1.5,\"preprocessedProfileVersion\":50}}";
    refused(text("firefox.json", firefox), "firefox");
    refused(text("ours.otlp.json", "{\"resourceSpans\":[]}"), "spans");
    refused(text("lldb.txt", "* thread #1, name = 'a', stop reason = signal\n"), "native-stacks");
  }

  @Test
  void stacksOfAnyDepthAreStacks() throws IOException {
    refused(text("deep.x", "main" + ";frame".repeat(8000) + " 12\n"), "folded");
    refused(text("flat.x", "main;a b (c) 1\nmain;d 2\n"), "folded");
    for (String no : List.of("main 1\n", "main;;a 1\n", ";main;a 1\n", "main;a; 1\n", "main;a\n")) {
      Path file = text("none.x", no);
      assertThatThrownBy(() -> KnownFormats.ALL.open(file, Progress.UNHEARD))
          .as(no)
          .hasMessageContaining("nothing that Interleave reads");
    }
  }

  /** What takes the square of a line's length is asked of its beginning only. */
  @Test
  void aFileOfOneLongLineIsRefusedLikeAShortOne() throws IOException {
    for (String some : List.of(" ", "1", "[", " 1", "1.", " @bci=1 (Compiled frame")) {
      Path file = text("long.x", "goroutine 1 " + some.repeat(60_000 / some.length()) + "y\n");
      assertThatThrownBy(() -> KnownFormats.ALL.open(file, Progress.UNHEARD))
          .as(some)
          .hasMessageContaining("nothing that Interleave reads");
    }
  }

  @Test
  void aThreadDumpAmongSuchIsReadAllTheSame() throws IOException {
    String dump = Files.readString(OpenedFiles.path("dump/jstack-le-17.txt"));
    Path file = text("both.txt", "goroutine 1 [running]:\nmain.main()\n\n" + dump);
    assertThat(OpenedFiles.of(file).timeline().lanes()).hasSize(28);
  }

  @Test
  void whatNobodyKnowsIsToldWhatCanBeOpened() throws IOException {
    Path file = text("notes.md", "Thread safety, and a goroutine or two.\n");
    assertThatThrownBy(() -> KnownFormats.ALL.open(file, Progress.UNHEARD))
        .hasMessageContaining("nothing that Interleave reads");
  }

  private Path text(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
