package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class RecordingRoundTripTest {
  record Written(
      EventKind kind, int flags, int object, int site, long value, @Nullable String text) {}

  @Property(tries = 60)
  void whatIsWrittenIsReadBackInOrder(@ForAll("writings") List<Written> writings)
      throws IOException {
    Recording recording = Recording.create(64 << 20);
    try {
      ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.JAVA).log();
      for (Written each : writings) {
        if (each.text() == null) {
          log.event(each.kind(), each.flags(), each.object(), each.site(), each.value());
        } else {
          log.text(
              each.kind(), each.flags(), each.object(), each.site(), each.value(), each.text());
        }
      }
      List<Event> read = Collected.of(recording).events;
      // After what the thread is called, and which of the system's it is.
      List<Event> own = read.subList(read.size() - writings.size(), read.size());
      assertThat(own.stream().map(RecordingRoundTripTest::asWritten).toList()).isEqualTo(writings);
      assertThat(own).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    } finally {
      recording.delete();
    }
  }

  private static Written asWritten(Event event) {
    return new Written(
        event.kind(), event.flags(), event.object(), event.site(), event.value(), event.text());
  }

  @Provide
  Arbitrary<List<Written>> writings() {
    Arbitrary<EventKind> kinds =
        Arbitraries.of(EventKind.class).filter(kind -> kind != EventKind.CONTINUATION);
    Arbitrary<String> texts =
        Arbitraries.strings()
            .all()
            .ofMinLength(1)
            .ofMaxLength(700)
            .filter(RecordingRoundTripTest::isUnicode);
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 0x3FFF),
            Arbitraries.integers(),
            Arbitraries.integers(),
            Arbitraries.longs(),
            texts.injectNull(0.6))
        .as(Written::new)
        .list()
        .ofMaxSize(1500);
  }

  private static boolean isUnicode(String text) {
    return text.equals(
        new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8));
  }

  @Example
  void aReaderThatPollsWhileItIsWrittenMissesNothing() throws Exception {
    Recording recording = Recording.create(256 << 20);
    int events = 300_000;
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.JAVA).log();
                  for (int i = 0; i < events; i++) {
                    if (i % 97 == 0) {
                      log.text(EventKind.OUTPUT, 0, 0, 0, i, "line " + i + " with some more words");
                    } else {
                      log.event(EventKind.FIELD_WRITE, 1, i, i, i);
                    }
                  }
                });
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      boolean running;
      do {
        running = writer.isAlive();
        reader.poll(all);
      } while (running);
      assertThat(reader.problems()).isEmpty();
    }
    List<Long> values = new ArrayList<>();
    for (Event event : all.events.subList(all.events.size() - events, all.events.size())) {
      values.add(event.value());
      boolean torn =
          event.kind() == EventKind.OUTPUT
              ? !("line " + event.value() + " with some more words").equals(event.text())
              : event.object() != event.value() || event.site() != event.value();
      assertThat(torn).as("event %s is torn", event).isFalse();
    }
    assertThat(values).hasSize(events).isSorted().doesNotHaveDuplicates();
    recording.delete();
  }

  @Example
  void onlyTheOwnerMayEnterTheFolder() throws IOException {
    Recording recording = Recording.create(1 << 20);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recording.folder())))
        .isEqualTo("rwx------");
    recording.delete();
    assertThat(recording.folder()).doesNotExist();
  }

  @Example
  void aTextThatIsTooLongIsCutAtAWholeCharacterAndSaysSo() throws IOException {
    Recording recording = Recording.create(1 << 20);
    ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.JAVA).log();
    log.text(EventKind.OUTPUT, 0, 0, 0, 0, "€".repeat(5000));
    Event line = Collected.of(recording).of(EventKind.OUTPUT).getFirst();
    assertThat(line.has(Flags.TRUNCATED)).isTrue();
    assertThat(line.text()).isEqualTo("€".repeat(SlotFormat.LONGEST_TEXT / 3));
    recording.delete();
  }

  @Example
  void theHeaderTellsWhoWroteAndWhatRecordingCosts() throws IOException {
    Recording recording = Recording.create(16 << 20);
    ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.PYTHON).log();
    for (int i = 0; i < 5000; i++) {
      log.event(EventKind.GET, 0, 1, 1, i);
    }
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(all);
      assertThat(reader.nanosPerEvent()).isPositive();
    }
    SegmentInfo segment = all.segments.getFirst();
    assertThat(segment.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(segment.parentPid()).isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
    assertThat(segment.runtime()).isEqualTo(TracedRuntime.PYTHON);
    recording.delete();
  }

  @Example
  void aCommandWithSpacesAndBracketsDoesNotConfuseTheProcessIds() {
    assertThat(ProcessIds.parse("77 (my (odd) cmd) S 12 77 77 0"))
        .isEqualTo(new ProcessIds(77, 12));
  }

  @Example
  void theThreadOfTheJdkThatReapsAProcessServesOnlyWhatsoeverItRuns() throws Exception {
    Recording recording = Recording.create(1 << 20);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (String name : List.of("process reaper (pid 7)", "worker")) {
      Thread thread =
          Thread.ofPlatform()
              .name(name)
              .daemon()
              .start(() -> recorder.log().event(EventKind.THREAD_BEGIN, 0, 0, 0, 0));
      thread.join();
    }
    assertThat(Collected.of(recording).of(EventKind.DEFINE_THREAD))
        .filteredOn(event -> (event.flags() & Flags.SERVICE) != 0)
        .extracting(Event::text)
        .containsExactly("process reaper (pid 7)");
    recording.delete();
  }
}
