package interleave.program.merge;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.tail.OpenedTimeline;
import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final long MS = 1_000_000;
  private static final String BOOT = "boot-1";

  @TempDir Path folder;

  /**
   * A process of pid 7 in which thread 1 puts message 5 into the queue of key 42, sleeps from 2 to
   * 4 ms, and ends at 10; all since {@code start}. There is a mark at 3 ms.
   */
  private Path recorded(String name, long start, Map<String, String> machine) throws IOException {
    Recording recording = Recording.createIn(folder, 1 << 24);
    SegmentWriter to = recording.segment(TracedRuntime.JAVA, 7, 1, start);
    to.write(PROCESS_NAME.code(), 0, 0, 0, 0, 0, start, "program-" + name);
    to.write(DEFINE_THREAD.code(), 0, 1, 0, 0, 1, start, "main");
    to.write(DEFINE_OBJECT.code(), ObjectType.QUEUE.code(), 0, 1, 0, 42, start, "orders");
    to.write(THREAD_BEGIN.code(), 0, 1, 0, 0, 0, start);
    to.write(PUT.code(), 0, 1, 1, 0, 5, start + MS);
    to.write(SLEEP_BEGIN.code(), 0, 1, 0, 0, 2 * MS, start + 2 * MS);
    to.write(SLEEP_END.code(), 0, 1, 0, 0, 0, start + 4 * MS);
    to.write(THREAD_END.code(), 0, 1, 0, 0, 0, start + 10 * MS);
    Annotations added =
        new Annotations(
            List.of(new TimeMark(start + 3 * MS, name)),
            List.of(),
            Optional.empty(),
            Optional.of(new TimeRange(start, start + MS)));
    Manifest manifest = Manifest.titled("run " + name, Instant.EPOCH, machine);
    Path file = folder.resolve(name + ".interleave");
    List<KeptAnnotations> beside = List.of(new KeptAnnotations(() -> added));
    KnownFormats.ALL.save(recording, manifest, beside, file, Progress.UNHEARD);
    recording.delete();
    return file;
  }

  private record Merged(Timeline timeline, Manifest manifest, Annotations added) {}

  private Merged merged(Alignment alignment, Path... files) throws IOException {
    Path to = folder.resolve("merged.interleave");
    Merge.files(List.of(files), to, Optional.of(alignment), Progress.UNHEARD);
    try (OpenedRecording opened = KnownFormats.ALL.open(to, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      return new Merged(timeline, opened.manifest(), KeptAnnotations.of(opened));
    }
  }

  private static long slept(Timeline timeline, int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.state(i) == ThreadState.SLEEPING) {
        return spans.start(i) - timeline.start();
      }
    }
    throw new AssertionError("nobody slept");
  }

  @Test
  void recordingsOfOneBootAreOnOneClockAndEachKeepsItsOwn() throws IOException {
    Path one = recorded("server", 1000 * MS, Map.of("boot", BOOT, "wall", "5000000000"));
    Path two = recorded("client", 1005 * MS, Map.of("boot", BOOT, "wall", "5000000000"));
    Merged both = merged(Alignment.BOOT, one, two);
    Timeline timeline = both.timeline();

    assertThat(timeline.hosts()).extracting(HostTrack::name).containsExactly("server", "client");
    assertThat(timeline.processes())
        .extracting(ProcessTrack::name, ProcessTrack::host)
        .contains(tuple("program-server", 0), tuple("program-client", 1));
    assertThat(timeline.lanes()).extracting(ThreadLane::name).containsExactly("main", "main");
    assertThat(slept(timeline, 0)).isEqualTo(2 * MS);
    assertThat(slept(timeline, 1)).isEqualTo(7 * MS);
    assertThat(timeline.queues()).extracting(QueueTrack::messages).containsExactly(1, 1);
    assertThat(timeline.problems()).isEmpty();
    assertThat(timeline.counters().skipped()).isZero();
    assertThat(both.manifest().host())
        .containsEntry("boot", BOOT)
        .containsEntry("wall", "5000000000");
    assertThat(both.manifest().merged()).contains("server", "client", "one clock");
    assertThat(timeline.notes()).contains(both.manifest().merged());
    assertThat(both.manifest().title()).isEqualTo("run server + run client");
    assertThat(both.added().marks())
        .containsExactly(new TimeMark(1003 * MS, "server"), new TimeMark(1008 * MS, "client"));
  }

  @Test
  void whereTheBootIsNotToldOrAnotherItIsRefused() throws IOException {
    Path one = recorded("a", 1000 * MS, Map.of("boot", BOOT));
    Path two = recorded("b", 1000 * MS, Map.of("boot", "boot-2"));
    Path old = recorded("c", 1000 * MS, Map.of());

    assertThatThrownBy(() -> merged(Alignment.BOOT, one, two))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("different boots")
        .hasMessageContaining("--align");
    assertThatThrownBy(() -> merged(Alignment.BOOT, one, old)).hasMessageContaining("c does not");
    assertThatThrownBy(() -> merged(Alignment.WALL, one, old)).hasMessageContaining("what time");
    assertThat(folder.resolve("merged.interleave")).doesNotExist();
  }

  @Test
  void allMayBeginAtOnce() throws IOException {
    Path one = recorded("a", 90_000 * MS, Map.of("boot", BOOT, "wall", "1"));
    Path two = recorded("b", 1000 * MS, Map.of());
    Merged both = merged(Alignment.START, one, two);

    assertThat(slept(both.timeline(), 0)).isEqualTo(2 * MS);
    assertThat(slept(both.timeline(), 1)).isEqualTo(2 * MS);
    assertThat(both.manifest().host()).doesNotContainKeys("boot", "wall");
    assertThat(both.added().marks())
        .extracting(TimeMark::time)
        .containsExactly(90_003 * MS, 90_003 * MS);
  }

  @Test
  void byTheClockOnTheWallAlsoWhereTheOtherIsOlderThanTheFirstClock() throws IOException {
    long day = 86_400_000 * MS;
    Path one = recorded("a", 2000 * MS, Map.of("wall", Long.toString(day)));
    Path two = recorded("b", 5000 * MS, Map.of("wall", Long.toString(day - 10_000 * MS)));
    Merged both = merged(Alignment.WALL, one, two);

    // b began 7 s before a, and is met first therefore
    assertThat(slept(both.timeline(), 0)).isEqualTo(2 * MS);
    assertThat(slept(both.timeline(), 1)).isEqualTo(7002 * MS);
    long wall = Long.parseLong(both.manifest().host().get("wall"));
    assertThat(both.timeline().start() + wall).isEqualTo(day - 5000 * MS);
  }

  @Test
  void severalAreMergedAndWhatWasMergedIsMergedAgain() throws IOException {
    Map<String, String> machine = Map.of("boot", BOOT);
    Path one = recorded("a", 1000 * MS, machine);
    Path two = recorded("b", 1000 * MS, machine);
    merged(Alignment.BOOT, one, two);
    Path both = Files.move(folder.resolve("merged.interleave"), folder.resolve("ab.interleave"));
    Timeline timeline = merged(Alignment.BOOT, recorded("c", 1000 * MS, machine), both).timeline();

    assertThat(timeline.hosts())
        .extracting(HostTrack::name)
        .containsExactly("c", "ab · a", "ab · b");
    assertThat(timeline.lanes()).hasSize(3);
    assertThat(timeline.queues()).hasSize(3);
  }

  @Test
  void aTraceOfAnotherToolKeepsItsProblemsUnderItsName() throws IOException {
    String torn = "[{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":1,\"dur\":5},{\"ph\":";
    Path trace = Files.write(folder.resolve("t.json"), torn.getBytes(StandardCharsets.UTF_8));
    Timeline timeline = merged(Alignment.START, recorded("a", MS, Map.of()), trace).timeline();

    assertThat(timeline.incomplete()).isTrue();
    assertThat(timeline.problems()).singleElement().asString().startsWith("t: ");
    assertThat(timeline.slices()).hasSize(1);
  }

  @Test
  void whereNobodySaysHowTheyAreAlignedAsMuchIsToldAsTheyTell() throws IOException {
    Map<String, String> whole = Map.of("boot", BOOT, "wall", "5000000000");
    Path one = recorded("a", 1000 * MS, whole);
    Path two = recorded("b", 1000 * MS, whole);
    Path other = recorded("c", 1000 * MS, Map.of("boot", "boot-2", "wall", "6000000000"));
    long year = 365 * 86_400_000L * MS;
    Path ago = recorded("d", 1000 * MS, Map.of("wall", Long.toString(-2 * year)));
    Path silent = recorded("e", 1000 * MS, Map.of());

    assertThat(told(one, two)).isEqualTo(Alignment.BOOT.sentence());
    assertThat(told(one, other)).isEqualTo(Alignment.WALL.sentence());
    assertThat(told(one, ago)).isEqualTo(Alignment.START.sentence());
    assertThat(told(one, silent)).isEqualTo(Alignment.START.sentence());
  }

  private String told(Path... files) throws IOException {
    Path to = folder.resolve("told.interleave");
    return Merge.files(List.of(files), to, Optional.empty(), Progress.UNHEARD);
  }

  @Test
  void whatIsMergedIsNotOverwrittenByIt() throws IOException {
    Path one = recorded("a", 1000 * MS, Map.of("boot", BOOT));
    Path two = recorded("b", 1000 * MS, Map.of("boot", BOOT));
    byte[] before = Files.readAllBytes(two);

    assertThatThrownBy(
            () -> Merge.files(List.of(one, two), two, Optional.empty(), Progress.UNHEARD))
        .hasMessageContaining("b.interleave is one of those");
    assertThat(two).hasBinaryContent(before);
  }

  @Test
  void cancellingLeavesNothingBehind() throws IOException {
    Path one = recorded("a", 1000 * MS, Map.of("boot", BOOT));
    Path two = recorded("b", 1000 * MS, Map.of("boot", BOOT));
    Path to = folder.resolve("cancelled.interleave");

    assertThatThrownBy(
            () ->
                Merge.files(
                    List.of(one, two),
                    to,
                    Optional.of(Alignment.BOOT),
                    (done, total) -> done < total / 2))
        .isInstanceOf(CancellationException.class);
    assertThat(to).doesNotExist();
  }
}
