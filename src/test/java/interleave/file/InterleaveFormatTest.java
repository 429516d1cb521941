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
import interleave.event.ThreadLog;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.block.SegmentBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alone
class InterleaveFormatTest {
  private static final InterleaveFormat FORMAT = new InterleaveFormat();

  static final Manifest MANIFEST =
      Manifest.of(
          Instant.parse("2026-03-01T10:00:00.123Z"),
          "Lock and lost updates",
          "lock-and-lost-updates",
          Map.of("loops", "1000", "lock", "off"),
          "java",
          "Java 25 (/opt/java)",
          List.of("java", "interleave.scenario.program.LockAndLostUpdates", "lock=off"),
          "exit 0");

  @TempDir Path folder;
  private Recording recording;
  private Path file;
  private String usualTemporary;

  @BeforeEach
  void record() throws IOException {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
    recording = Recording.createIn(folder, 1 << 28);
    file = folder.resolve("run.interleave");
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    ThreadLog log = recorder.log();
    for (int i = 1; i <= 5000; i++) {
      log.event(EventKind.LOCK_REQUEST, 0, i, 0, 0);
      log.text(EventKind.OUTPUT, 0, 0, 0, 0, "line " + "é".repeat(i % 40));
    }
  }

  @AfterEach
  void delete() {
    recording.delete();
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  @Test
  void whatARunWasGivenIsToldInTheOrderOfItsNames() throws IOException {
    Map<String, String> given =
        Map.of("h", "1", "c", "2", "f", "3", "a", "4", "g", "5", "b", "6", "e", "7", "d", "8");
    Manifest manifest = Manifest.of(Instant.EPOCH, "Any", null, given, null, null, List.of(), null);
    assertThat(manifest.parameters().keySet())
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(List.copyOf(manifest.host().keySet())).isSorted();
    FORMAT.save(recording, manifest, file, Progress.UNHEARD);
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(opened.manifest().parameters()).hasToString(manifest.parameters().toString());
    }
  }

  @Test
  void whatIsReadBackIsWhatWasSaved() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD);
    assertThat(opened.manifest()).isEqualTo(MANIFEST);
    assertThat(opened.problems()).isEmpty();
    List<String> events = events(opened.recording());
    assertThat(events).hasSizeGreaterThan(10_000).isEqualTo(events(recording));
    opened.recording().delete();
  }

  @Test
  void roomThatIsNotUsedYetIsNotSaved() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD);
    assertThat(segmentBytes(opened.recording())).isLessThan(segmentBytes(recording));
    opened.recording().delete();
  }

  @Test
  void savingAgainReplacesTheFileAndLeavesNothingElse() throws IOException {
    Files.writeString(file, "old");
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    assertThat(Files.size(file)).isGreaterThan(1000);
    assertThat(files(folder)).containsExactly(file);
  }

  @Test
  void aCancelledSaveLeavesTheOldFile() throws IOException {
    Files.writeString(file, "old");
    assertThatThrownBy(() -> FORMAT.save(recording, MANIFEST, file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("old");
    assertThat(files(folder)).containsExactly(file);
  }

  @Test
  void aCancelledOpeningLeavesNothing() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    long before = recordings();
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThatThrownBy(() -> opened.recording((_, _) -> false))
          .isInstanceOf(CancellationException.class);
      assertThat(recordings()).isEqualTo(before);
      assertThat(events(opened.recording())).hasSizeGreaterThan(10_000);
    }
    assertThat(recordings()).isEqualTo(before);
  }

  @Test
  void itIsKnownWhatIsInItBeforeAnythingIsUnpacked() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    long before = recordings();
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      assertThat(opened.manifest()).isEqualTo(MANIFEST);
      assertThat(recordings()).isEqualTo(before);
      assertThat(opened.recording()).isSameAs(opened.recording());
    }
  }

  @Test
  void whatIsKeptBesideItIsFoundInTheFileAsItIs() throws IOException {
    byte[] beside = "beside it".repeat(1000).getBytes(StandardCharsets.UTF_8);
    List<Long> told = new ArrayList<>();
    FORMAT.save(recording, MANIFEST, List.of(entry(beside, told)), file, Progress.UNHEARD);
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      SavedPart part = opened.part("beside").orElseThrow();
      assertThat(told).containsExactly(opened.segments());
      assertThat(part.offset() % 4096).isZero();
      assertThat(part.length()).isEqualTo(beside.length);
      byte[] there = new byte[beside.length];
      part.file().map(MapMode.READ_ONLY, part.offset(), part.length()).get(there);
      assertThat(there).isEqualTo(beside);
      assertThat(opened.part("other")).isEmpty();
      assertThat(events(opened.recording())).isEqualTo(events(recording));
    }
  }

  private static FurtherEntry entry(byte[] bytes, List<Long> told) {
    return new FurtherEntry() {
      @Override
      public String name() {
        return "beside";
      }

      @Override
      public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
        told.add(segments);
        to.write(ByteBuffer.wrap(bytes));
      }
    };
  }

  @Test
  void otherToolsReadTheArchive() throws IOException {
    byte[] beside = {1, 2, 3};
    FORMAT.save(
        recording, MANIFEST, List.of(entry(beside, new ArrayList<>())), file, Progress.UNHEARD);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getInputStream(zip.getEntry("beside")).readAllBytes()).isEqualTo(beside);
      assertThat(zip.getInputStream(zip.getEntry("interleave.json")).readAllBytes())
          .isEqualTo(ManifestJson.write(MANIFEST));
      assertThat(zip.size()).isEqualTo(3);
    }
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("interleave.json");
      assertThat(zip.getNextEntry().getName()).startsWith("segments/").endsWith(".seg.blocks");
      assertThat(zip.getNextEntry().getName()).isEqualTo("beside");
      assertThat(zip.readAllBytes()).isEqualTo(beside);
      assertThat(zip.getNextEntry()).isNull();
    }
  }

  @Test
  void whatAnotherToolPackedAnewIsReadToo() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    Path anew = folder.resolve("anew.interleave");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(anew))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
    }
    try (OpenedRecording opened = FORMAT.open(anew, Progress.UNHEARD)) {
      assertThat(opened.problems()).isEmpty();
      assertThat(events(opened.recording())).isEqualTo(events(recording));
    }
  }

  @Test
  void whatAnotherToolPackedAnewIsReadToItsEndAlsoWhereThatIsABlockOfZeros() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    Path anew = folder.resolve("anew.interleave");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(anew))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().startsWith("segments/")) {
          assertThat(Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length)).containsOnly(0);
          to.write(more((8 - bytes.length) & 0xFFF));
        }
        to.write(bytes);
      }
    }
    try (OpenedRecording opened = FORMAT.open(anew, Progress.UNHEARD)) {
      assertThat(opened.problems()).isEmpty();
      assertThat(events(opened.recording())).isEqualTo(events(recording));
    }
  }

  /** Blocks that another replaces, so many bytes of them. */
  private static byte[] more(int bytes) {
    ByteBuffer all = ByteBuffer.allocate(bytes < 2 * SegmentBlock.HEADER ? bytes + 4096 : bytes);
    while (all.hasRemaining()) {
      int left = all.remaining() - SegmentBlock.HEADER;
      int next = left < 2 * SegmentBlock.HEADER ? left : Math.min(left - SegmentBlock.HEADER, 100);
      all.put(SegmentBlock.plain(SegmentBlock.Form.HEAD, new byte[next], 0));
    }
    return all.array();
  }

  @Test
  void whatWasOpenedIsSavedAgainAlsoWhenItsFileIsGoneOrIsAnother() throws IOException {
    FORMAT.save(recording, MANIFEST, file, Progress.UNHEARD);
    byte[] saved = Files.readAllBytes(file);
    Path again = folder.resolve("again.interleave");
    try (OpenedRecording opened = FORMAT.open(file, Progress.UNHEARD)) {
      opened.save(KnownFormats.ALL, file, List.of(), Progress.UNHEARD);
      Files.delete(file);
      opened.save(KnownFormats.ALL, again, List.of(), Progress.UNHEARD);
      Files.writeString(file, "another");
      assertThat(events(opened.recording())).isEqualTo(events(recording));
      assertThatThrownBy(() -> opened.save(KnownFormats.ALL, again, List.of(), (_, _) -> false))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(again).hasBinaryContent(saved);
  }

  @Test
  void progressGoesFromNothingToEverything() throws IOException {
    List<Long> heard = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    FORMAT.save(
        recording,
        MANIFEST,
        file,
        (done, total) -> {
          totals.add(total);
          return heard.add(done);
        });
    assertThat(heard).isSorted();
    assertThat(heard.getLast()).isEqualTo(totals.getLast());
  }

  @Test
  void whereItCannotBeSavedIsSaid() {
    assertThatThrownBy(() -> FORMAT.save(recording, MANIFEST, folder, Progress.UNHEARD))
        .hasMessageContaining("is a folder");
    Path nowhere = folder.resolve("no/such/run.interleave");
    assertThatThrownBy(() -> FORMAT.save(recording, MANIFEST, nowhere, Progress.UNHEARD))
        .hasMessageContaining("is not there");
  }

  static List<String> events(Recording recording) throws IOException {
    List<String> events = new ArrayList<>();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(
          new EventSink() {
            @Override
            public void segment(SegmentInfo info) {
              events.add(info.runtime() + " " + info.pid() + " " + info.opened());
            }

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
                @Nullable String text) {
              events.add(
                  List.of(kind, flags, thread, object, site, value, time, String.valueOf(text))
                      .toString());
            }
          });
      assertThat(reader.problems()).isEmpty();
    }
    return events;
  }

  private static long segmentBytes(Recording recording) throws IOException {
    long sum = 0;
    try (var segments = Files.newDirectoryStream(recording.folder(), "*.seg")) {
      for (Path segment : segments) {
        sum += Files.size(segment);
      }
    }
    return sum;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** How many recordings there are in the temporary folder, which is the test's own. */
  static long recordings() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(each -> each.getFileName().toString().startsWith("interleave-")).count();
    }
  }
}
