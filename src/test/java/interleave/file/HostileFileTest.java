package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.tail.LiveTimeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alone
class HostileFileTest {
  private static final InterleaveFormat FORMAT = new InterleaveFormat();

  @TempDir Path folder;
  private Path file;
  private String usualTemporary;

  @BeforeEach
  void ownTemporaryFolder() {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
    file = folder.resolve("hostile.interleave");
  }

  @AfterEach
  void usualTemporaryFolder() {
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  @Test
  void namesThatLeadElsewhereAreLeftOut() throws IOException {
    String[] names = {
      "../escaped.seg",
      "segments/../../escaped.seg",
      "/tmp/escaped.seg",
      "segments/..\\..\\escaped.seg",
      "segments/a/b.seg",
      "segments/.seg",
      "alive.lock",
      "segments/budget",
      "C:\\escaped.seg"
    };
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      manifest(zip);
      for (String name : names) {
        entry(zip, name, "harm".getBytes(StandardCharsets.UTF_8));
      }
    }
    OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD);
    assertThat(opened.problems())
        .hasSize(names.length)
        .allMatch(each -> each.contains("does not belong there"));
    try (var files = Files.list(opened.recording().folder())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("budget", "in-use.lock", "copy");
    }
    assertThat(opened.recording().folder().resolveSibling("escaped.seg")).doesNotExist();
    opened.recording().delete();
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    bomb(200);
    assertThatThrownBy(() -> FORMAT.open(file, Progress.UNHEARD))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("would unpack to more than");
    assertThat(InterleaveFormatTest.recordings()).isZero();
  }

  @Test
  void thereIsAnEndToWhatIsUnpacked() throws IOException {
    bomb(8);
    Unpacking.Limits limits = new Unpacking.Limits(4 << 20, 100, 1_000_000, 0, 1000);
    assertThatThrownBy(() -> FORMAT.open(file, Progress.UNHEARD, limits))
        .hasMessageContaining("would unpack to more than");
  }

  @Test
  void thereIsAnEndToTheEntriesReadToo() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      manifest(zip);
      for (int i = 0; i < 30; i++) {
        entry(zip, "segments/" + i + ".seg", new byte[10]);
      }
    }
    Unpacking.Limits limits = new Unpacking.Limits(1 << 20, 10, 200, 1 << 20, 1000);
    OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD, limits);
    assertThat(opened.problems())
        .containsExactly("It has more than 10 entries: the rest is left out.");
    opened.recording().delete();
  }

  @Test
  void aManifestOfAbsurdSizeIsRefused() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, InterleaveFormat.MANIFEST, new byte[3 << 20]);
    }
    assertThatThrownBy(() -> FORMAT.open(file, Progress.UNHEARD))
        .hasMessageContaining("manifest of an absurd size");
  }

  @Test
  void aNewerFormatIsNamed() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, InterleaveFormat.MANIFEST, "{\"format\": 99}".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> FORMAT.open(file, Progress.UNHEARD))
        .hasMessageContaining("newer Interleave (format 99, this one reads up to 2)");
  }

  @Test
  void whatIsNoRecordingIsRefusedInASentence() throws IOException {
    for (String text : new String[] {"", "PK", "a text", "{}"}) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> FORMAT.open(file, Progress.UNHEARD))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is not a recording of Interleave");
    }
    assertThatThrownBy(() -> KnownFormats.ALL.open(folder.resolve("none"), Progress.UNHEARD))
        .hasMessageContaining("There is no file");
    assertThat(InterleaveFormatTest.recordings()).isZero();
  }

  @Test
  void whatIsOfNoFormatIsRefusedWithThoseThereAre() throws IOException {
    Path strange = Files.writeString(folder.resolve("strange.bin"), "a text");
    assertThatThrownBy(() -> KnownFormats.ALL.open(strange, Progress.UNHEARD))
        .hasMessageContaining("strange.bin is nothing that Interleave reads")
        .hasMessageContaining("Flight recordings of Java")
        .hasMessageContaining("Thread dumps");
    Path empty = Files.writeString(folder.resolve("empty.bin"), "");
    assertThatThrownBy(() -> KnownFormats.ALL.open(empty, Progress.UNHEARD))
        .hasMessageContaining("empty.bin is empty");
    assertThat(InterleaveFormatTest.recordings()).isZero();
  }

  @Test
  void aFileThatWasCutOffIsReadUpToThere() throws IOException {
    saved();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD);
    assertThat(opened.manifest()).isEqualTo(InterleaveFormatTest.MANIFEST);
    assertThat(opened.problems()).singleElement().asString().contains("ends too early");
    assertThat(events(opened.recording())).isGreaterThan(1000);
    opened.recording().delete();
  }

  @Test
  void bytesChangedAnywhereNeverDoMoreThanLoseSomething() throws IOException {
    saved();
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    int read = 0;
    for (int round = 0; round < 150; round++) {
      byte[] harmed = whole.clone();
      for (int i = 0; i <= random.nextInt(8); i++) {
        harmed[random.nextInt(harmed.length)] = (byte) random.nextInt();
      }
      Files.write(file, harmed);
      try {
        OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD);
        LiveTimeline.load(opened.recording());
        opened.recording().delete();
        read++;
      } catch (IOException e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
    assertThat(read).isGreaterThan(100);
    assertThat(InterleaveFormatTest.recordings()).isZero();
  }

  private void saved() throws IOException {
    Recording recording = Recording.createIn(folder, 1 << 28);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    Random random = new Random(3);
    for (int i = 1; i <= 20_000; i++) {
      recorder.log().event(EventKind.LOCK_REQUEST, 0, random.nextInt(), 0, random.nextLong());
    }
    FORMAT.save(recording, InterleaveFormatTest.MANIFEST, file, Progress.UNHEARD);
    recording.delete();
  }

  private static int events(Recording recording) throws IOException {
    try (RecordingReader reader = recording.reader()) {
      return reader.poll(new Nothing());
    }
  }

  private void bomb(int megabytes) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      manifest(zip);
      zip.putNextEntry(new ZipEntry("segments/1-1-0.seg"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(megabyte);
      }
      zip.closeEntry();
    }
  }

  private static void manifest(ZipOutputStream zip) throws IOException {
    entry(zip, InterleaveFormat.MANIFEST, ManifestJson.write(InterleaveFormatTest.MANIFEST));
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    ((OutputStream) zip).write(bytes);
    zip.closeEntry();
  }

  private static final class Nothing implements EventSink {
    @Override
    public void segment(SegmentInfo info) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {}
  }
}
