package interleave.file;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.exchange.KnownFormats;
import interleave.tail.LiveTimeline;
import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.VariableTrack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recordings that a version of long ago made are read as that version read them. The files are
 * never made anew, see their {@code README.md}.
 */
class Format1Test {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/file/format-1");

  private static final Map<String, Read> ALL = new HashMap<>();

  /** What was read of a file. */
  private record Read(
      Manifest manifest, Timeline timeline, List<String> problems, Map<EventKind, Kind> events) {
    long count(EventKind kind) {
      Kind events = events().get(kind);
      return events == null ? 0 : events.count;
    }
  }

  @BeforeAll
  static void readAll() throws IOException {
    for (String name : List.of("java", "python", "sums", "lost", "scenario")) {
      OpenedRecording opened =
          KnownFormats.ALL.open(FOLDER.resolve(name + ".interleave"), Progress.UNHEARD);
      List<String> problems = new ArrayList<>(opened.problems());
      Events events = new Events();
      try (RecordingReader reader = opened.recording().reader()) {
        reader.poll(events);
        problems.addAll(reader.problems());
      }
      Timeline timeline = LiveTimeline.load(opened.recording());
      opened.recording().delete();
      ALL.put(name, new Read(opened.manifest(), timeline, problems, events.kinds));
    }
  }

  private static Read read(String name) {
    return Objects.requireNonNull(ALL.get(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "python", "sums", "lost", "scenario"})
  void whatItHoldsIsWhatItHeldOnTheDayThatItWasMade(String name) throws IOException {
    Read read = read(name);
    List<String> told = new ArrayList<>(ToldTimeline.of(read.timeline()));
    read.events().forEach((kind, events) -> told.add("event " + kind + " " + events));
    assertThat(read.problems()).isEmpty();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(FOLDER.resolve(name + ".txt")));
  }

  @Test
  void togetherTheyHaveEachKindOfEventThatThereWas() {
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    ALL.values().forEach(read -> kinds.addAll(read.events().keySet()));
    assertThat(kinds).hasSize(87).doesNotContain(CONTINUATION);
  }

  @Test
  void theManifestSaysWhatWasRun() {
    assertThat(read("scenario").manifest())
        .isEqualTo(
            new Manifest(
                1,
                Instant.parse("2026-11-29T08:08:40Z"),
                "Lock and lost updates",
                "lock-and-lost-updates",
                Map.of("loops", "3"),
                "java",
                null,
                read("scenario").manifest().command(),
                "exit 0",
                Map.of("arch", "amd64", "cpus", "2", "java", "25.0.3", "os", "Linux 6")));
    assertThat(read("scenario").manifest().command())
        .hasSize(11)
        .endsWith("interleave.scenario.LockAndLostUpdates", "threads=2", "loops=3", "lock=on");
    Manifest python = read("python").manifest();
    assertThat(python.format()).isEqualTo(1);
    assertThat(python.title()).isEqualTo("each_kind.py");
    assertThat(python.scenario()).isNull();
    assertThat(python.parameters()).isEmpty();
    assertThat(python.language()).isEqualTo("python");
    assertThat(python.runtime()).isEqualTo("CPython 3.13.0 (/tmp/python/bin/python3)");
    assertThat(python.command()).containsExactly("/tmp/python/bin/python3", "each_kind.py");
    assertThat(python.exit()).isEqualTo("exit 3");
    Manifest java = read("java").manifest();
    assertThat(java.command())
        .containsExactly("/tmp/interleave/lib/runtime/bin/java", "-cp", ".", "EachKind");
    assertThat(java.language()).isEqualTo("java");
    assertThat(java.runtime()).isNull();
  }

  @Test
  void theJavaRunHasItsLocksQueuesPoolsAndItsLostUpdate() {
    Timeline run = read("java").timeline();
    assertThat(run.processes()).hasSize(4);
    assertThat(run.locks())
        .extracting(LockTrack::acquires)
        .containsExactly(4L, 2L, 3L, 1L, 1L, 2L, 1L);
    assertThat(run.locks().getFirst().waitNs()).isEqualTo(7_252_902);
    assertThat(run.synchronizers()).hasSize(7);
    assertThat(run.queues()).extracting(QueueTrack::puts).containsExactly(5L, 1L);
    assertThat(run.queues()).extracting(QueueTrack::gets).containsExactly(5L, 0L);
    assertThat(run.pools()).extracting(it -> it.tasks().size()).containsExactly(2, 2, 4);
    VariableTrack sold = run.variables().getFirst();
    assertThat(sold.lostUpdates()).isEqualTo(1);
    assertThat(IntStream.range(0, sold.size()).mapToObj(sold::bits))
        .containsExactly(0L, 0L, 1L, 1L, 2L, 2L, 3L, 1L, 1L);
    assertThat(run.locals()).extracting(it -> it.value(0)).containsExactly("Ana", "Ben", "Cleo");
    assertThat(run.pipes()).hasSize(6);
    assertThat(run.deadlocks()).hasSize(1).allMatch(Deadlock::resolved);
    assertThat(run.output().size()).isEqualTo(18);
    assertThat(read("java").count(LOCK_ACQUIRED)).isEqualTo(14);
  }

  @Test
  void thePythonRunHasItsTasksPhasesCallsAndTheInterpretersLock() {
    Timeline run = read("python").timeline();
    assertThat(run.processes()).hasSize(10);
    assertThat(run.lanes()).filteredOn(it -> it.kind() == ThreadLane.Kind.TASK).hasSize(7);
    assertThat(run.queues()).extracting(QueueTrack::puts).containsExactly(3L, 1L, 1L, 3L, 2L, 0L);
    assertThat(run.pools()).extracting(it -> it.tasks().size()).containsExactly(2, 1, 2);
    assertThat(run.variables()).extracting(VariableTrack::lostUpdates).containsExactly(1, 0);
    assertThat(run.phases()).extracting(ProgramPhase::name).containsExactly("together", "apart");
    assertThat(run.phases()).extracting(ProgramPhase::work).containsExactly(3L, 4L);
    assertThat(run.arrows()).filteredOn(it -> it.kind() == Arrow.Kind.CALL).hasSize(2);
    assertThat(run.arrows()).filteredOn(it -> it.kind() == Arrow.Kind.FORK).hasSize(5);
    assertThat(run.gils()).extracting(GilTrack::handovers).containsExactly(94L, 22L);
    assertThat(run.output().size()).isEqualTo(16);
    assertThat(run.notes()).hasSize(1);
  }

  @Test
  void whatWasSummedUpAndWhatWasLostCounts() {
    LockTrack often = read("sums").timeline().locks().getFirst();
    assertThat(often.acquires()).isEqualTo(6002);
    assertThat(often.holds().size()).isLessThan(2000);
    assertThat(often.sums()).isEqualTo(2);
    Timeline lost = read("lost").timeline();
    assertThat(lost.counters().lost()).isEqualTo(84);
    assertThat(lost.gaps()).extracting(Timeline.Gap::events).containsExactly(30L, 54L);
    assertThat(lost.output().size()).isEqualTo(90);
  }

  /** The events of one kind: how many, and the sum of their checksums, which knows no order. */
  private static final class Kind {
    long count;
    long sum;

    @Override
    public String toString() {
      return count + " " + Long.toHexString(sum);
    }
  }

  /** Adds up all that is said of each event. */
  private static final class Events implements EventSink {
    final Map<EventKind, Kind> kinds = new EnumMap<>(EventKind.class);

    @Override
    public void segment(SegmentInfo segment) {}

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
      CRC32 crc = new CRC32();
      String all =
          List.of(from.pid(), flags, thread, object, site, value, time, String.valueOf(text))
              .toString();
      crc.update(all.getBytes(StandardCharsets.UTF_8));
      Kind events = kinds.computeIfAbsent(kind, _ -> new Kind());
      events.count++;
      events.sum += crc.getValue();
    }
  }
}
