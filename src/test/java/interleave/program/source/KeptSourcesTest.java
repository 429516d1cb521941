package interleave.program.source;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.timeline.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of a program of the user's own has its sources wherever it is opened. */
class KeptSourcesTest {
  private static final Instant BEGAN = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;

  private Path program;
  private Path script;
  private final List<Site> sites = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    program = Files.createDirectory(folder.resolve("program"));
    script = source("main.py", "print('as it ran')\n");
    sites.add(new Site(script.toString(), 1, "main", ""));
  }

  @Test
  void theSourceIsThereWhenTheProgramIsGone() throws IOException {
    Path helper = source("lib/help.py", "x = 1\n");
    sites.add(new Site(helper.toString(), 1, "help", ""));
    Path file = saved();
    Files.delete(helper);
    Files.delete(script);
    try (OpenedRecording opened = open(file)) {
      SavedSources sources = SavedSources.of(opened);
      assertThat(sources.first()).hasValueSatisfying(it -> assertThat(it.file()).isEqualTo(script));
      assertThat(sources.find(sites.getLast()))
          .hasValue(new SourceText(helper.toString(), helper, "x = 1\n", false));
      assertThat(opened.part("sources/lib/help.py")).isPresent();
      assertThat(opened.problems()).isEmpty();
    }
  }

  @Test
  void aFileThatHasChangedSinceIsShownAsItWasAndSaysSo() throws IOException {
    Path file = saved();
    source("main.py", "print('as it is now')\n");
    try (OpenedRecording opened = open(file)) {
      assertThat(SavedSources.of(opened).find(sites.getFirst()))
          .hasValue(new SourceText(script.toString(), script, "print('as it ran')\n", true));
    }
  }

  @Test
  void onlyTextFilesBelowAMegabyteUnderTheProgramsFolderAreKeptAndOnlyAsTheyRan()
      throws IOException {
    Path large = source("large.py", "x".repeat(1_000_001));
    Path binary = source("binary.py", "a\0b");
    Path later = source("later.py", "later = True\n");
    Files.setLastModifiedTime(later, FileTime.from(BEGAN.plusSeconds(5)));
    Path elsewhere = Files.writeString(folder.resolve("secret.py"), "secret = 1\n");
    Files.setLastModifiedTime(elsewhere, FileTime.from(BEGAN.minusSeconds(60)));
    Path link = Files.createSymbolicLink(program.resolve("link.py"), elsewhere);
    for (Path each : List.of(large, binary, later, elsewhere, link)) {
      sites.add(new Site(each.toString(), 1, "f", ""));
    }
    try (OpenedRecording opened = open(saved())) {
      SavedSources sources = SavedSources.of(opened);
      assertThat(sites.stream().filter(it -> sources.find(it).isPresent()))
          .containsExactly(sites.getFirst());
    }
  }

  @Test
  void aClassOfAPackageIsFoundByItsOwner() throws IOException {
    Path java = source("src/talk/Main.java", "class Main {}\n");
    sites.add(new Site("Main.java", 1, "main", "talk.Main$1"));
    try (OpenedRecording opened = open(saved())) {
      assertThat(SavedSources.of(opened).find(sites.getLast()))
          .hasValue(new SourceText("Main.java", java, "class Main {}\n", false));
      assertThat(SavedSources.of(opened).find(new Site("Main.java", 1, "main", "other.Main")))
          .isEmpty();
    }
  }

  @Test
  void sourcesStayWhenAnOpenedRecordingIsSavedAgain() throws IOException {
    Path file = saved();
    Path again = folder.resolve("again.interleave");
    try (OpenedRecording opened = open(file)) {
      KnownFormats.ALL.save(
          opened.recording(),
          opened.manifest(),
          SavedSources.of(opened).entries(),
          again,
          Progress.UNHEARD);
    }
    try (OpenedRecording opened = open(again)) {
      assertThat(SavedSources.of(opened).find(sites.getFirst())).isPresent();
    }
  }

  @Test
  void whatAHostileListNamesIsNeitherReadNorAskedForOfOthers() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String list =
        "../../secret\t/a.py\nsources/../../secret\t"
            + secret
            + "\nsources/x\t\\\\machine\\share\\a.py\nsources/y\t\nno tabulator\n"
            + "interleave.json\t/b.py\n";
    Path file = folder.resolve("hostile.interleave");
    save(file, List.of(entry("sources", list), entry("sources/x", "x"), entry("sources/y", "y")));
    try (OpenedRecording opened = open(file)) {
      SavedSources sources = SavedSources.of(opened);
      assertThat(sources.find(new Site(secret.toString(), 1, "", ""))).isEmpty();
      assertThat(sources.find(new Site("/a.py", 1, "", ""))).isEmpty();
      assertThat(sources.find(new Site("/b.py", 1, "", ""))).isEmpty();
      assertThat(sources.find(new Site("\\\\machine\\share\\a.py", 1, "", "")))
          .hasValueSatisfying(it -> assertThat(it.changed()).isFalse());
      assertThat(sources.first()).isPresent();
    }
    assertThat(secret).hasContent("secret");
  }

  private static FurtherEntry entry(String name, String text) {
    return new KeptSources.Text(name, "", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Path source(String name, String text) throws IOException {
    Path file = program.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(BEGAN.minusSeconds(60)));
    return file;
  }

  private Path saved() throws IOException {
    Path file = folder.resolve("saved.interleave");
    save(file, KeptSources.of(Program.Own.of(script), BEGAN, () -> sites));
    return file;
  }

  private static void save(Path file, List<FurtherEntry> further) throws IOException {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    try {
      KnownFormats.ALL.save(
          recording, Manifest.titled("main.py", BEGAN), further, file, Progress.UNHEARD);
    } finally {
      recording.delete();
    }
  }

  private static OpenedRecording open(Path file) throws IOException {
    return KnownFormats.ALL.open(file, Progress.UNHEARD);
  }
}
