package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.SavedPart;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was derived is kept in the saved file, and is believed as long as it is of that file. */
class OpenedTimelineTest {
  private static final int EACH = 20_000;
  private static final Manifest MANIFEST = Manifest.titled("locks", Instant.EPOCH);

  @TempDir private Path folder;
  private Recording recording;
  private Summary summary;

  @BeforeEach
  void record() throws IOException {
    recording = Recording.create(Recording.DEFAULT_CAP);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (int i = 0; i < EACH; i++) {
      recorder.log().event(EventKind.LOCK_ACQUIRED, 0, 1, 0, 0);
      recorder.log().event(EventKind.LOCK_RELEASED, 0, 1, 0, 0);
    }
    summary = Summaries.of(LiveTimeline.load(recording));
  }

  @AfterEach
  void delete() {
    recording.delete();
  }

  /** Saves what was recorded, with what was derived of {@code derived}. */
  private Path saved(String name, Recording derived, long worth) throws IOException {
    Path file = folder.resolve(name);
    TimelineStore store = LiveTimeline.derive(derived);
    KnownFormats.ALL.save(
        recording, MANIFEST, List.of(new KeptTimeline(() -> store, worth)), file, Progress.UNHEARD);
    return file;
  }

  private static long nanosHeld(Timeline timeline) {
    LockTrack lock = timeline.locks().getFirst();
    return lock.holds().nanosHeld(timeline.start(), timeline.now());
  }

  @Test
  void whatWasKeptIsLookedAtWithoutTheSegments() throws IOException {
    Path file = saved("kept.interleave", recording, 0);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(KeptTimeline.of(opened, () -> {})).isPresent();
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      assertThat(Summaries.of(timeline)).isEqualTo(summary);
      assertThat(nanosHeld(timeline)).isEqualTo(nanosHeld(LiveTimeline.load(opened.recording())));
    }
  }

  @Test
  void aShortRunIsDerivedAgain() throws IOException {
    Path file = saved("short.interleave", recording, 2 * EACH + 100);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(opened.part("derived")).isEmpty();
      assertThat(Summaries.of(OpenedTimeline.of(opened, Progress.UNHEARD).timeline()))
          .isEqualTo(summary);
    }
  }

  @Test
  void manyThingsThatHardlyDidAnythingAreDerivedAgain() throws IOException {
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (int lock = 2; lock < 2 * EACH / 100; lock++) {
      recorder.log().event(EventKind.LOCK_ACQUIRED, 0, lock, 0, 0);
      recorder.log().event(EventKind.LOCK_RELEASED, 0, lock, 0, 0);
    }
    Path file = saved("many.interleave", recording, 0);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(opened.part("derived")).isEmpty();
    }
  }

  @Test
  void whatWasDerivedOfOtherSegmentsIsNotBelieved() throws IOException {
    Path file = saved("kept.interleave", recording, 0);
    SavedPart part = derived(file);
    damage(file, part.offset());
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      assertThat(KeptTimeline.of(opened, () -> {})).isEmpty();
      assertThat(Summaries.of(OpenedTimeline.of(opened, Progress.UNHEARD).timeline()))
          .isEqualTo(summary);
    }
  }

  @Test
  void whatIsDamagedInsideIsDerivedAgainWhenSomebodyLooks() throws Exception {
    Path file = saved("kept.interleave", recording, 0);
    SavedPart part = derived(file);
    for (long at = 0; at < part.length() / 2; at += 64) {
      damage(file, part.offset() + 16 + at);
    }
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      OpenedTimeline derived = OpenedTimeline.of(opened, Progress.UNHEARD);
      nanosHeld(derived.timeline());
      derived.awaitNews();
      assertThat(nanosHeld(derived.timeline()))
          .isEqualTo(nanosHeld(LiveTimeline.load(opened.recording())));
    }
  }

  @Test
  void damagedSegmentsAreFoundBesideWhatIsKeptOfThem() throws IOException {
    Path file = saved("kept.interleave", recording, 0);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      opened.check(Progress.UNHEARD);
      assertThat(opened.problems()).isEmpty();
    }
    damage(file, derived(file).offset() / 2);
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      opened.check(Progress.UNHEARD);
      assertThat(opened.problems()).isNotEmpty();
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      assertThat(timeline.counters().events()).isLessThan(2 * EACH);
    }
  }

  private static SavedPart derived(Path file) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      return opened.part("derived").orElseThrow();
    }
  }

  private static void damage(Path file, long at) throws IOException {
    try (RandomAccessFile to = new RandomAccessFile(file.toFile(), "rw")) {
      to.seek(at);
      int before = to.read();
      to.seek(at);
      to.write(~before);
    }
  }

  @Test
  void savingTellsHowFarItIsAndCanBeEndedWhileWhatWasDerivedIsWritten() throws IOException {
    TimelineStore store = LiveTimeline.derive(recording);
    KeptTimeline entry = new KeptTimeline(() -> store, 0);
    Path file = folder.resolve("ended.interleave");
    List<Double> told = new ArrayList<>();
    assertThatThrownBy(
            () ->
                KnownFormats.ALL.save(
                    recording,
                    MANIFEST,
                    List.of(entry),
                    file,
                    (done, total) -> {
                      told.add((double) done / total);
                      return done <= total - entry.work();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(told).isSorted().hasSizeGreaterThan(3);
    assertThat(file).doesNotExist();
  }

  @Test
  void savedAgainItIsKeptAgain() throws IOException {
    Path file = saved("kept.interleave", recording, 0);
    Path again = folder.resolve("again.interleave");
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      opened.save(
          KnownFormats.ALL,
          again,
          OpenedTimeline.of(opened, Progress.UNHEARD).entries(),
          Progress.UNHEARD);
    }
    assertThat(Files.size(again)).isEqualTo(Files.size(file));
    try (OpenedRecording opened = KnownFormats.ALL.open(again, Progress.UNHEARD)) {
      assertThat(KeptTimeline.of(opened, () -> {})).isPresent();
    }
  }
}
