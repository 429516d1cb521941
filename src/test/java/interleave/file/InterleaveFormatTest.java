package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.ThreadLog;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThatThrownBy(() -> FORMAT.open(file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    assertThat(recordings()).isEqualTo(before);
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
