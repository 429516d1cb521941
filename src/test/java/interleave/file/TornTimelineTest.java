package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.Alone;
import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.tail.OpenedTimeline;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a recording that was cut off nothing is claimed that only follows from what is missing. */
@Alone
public class TornTimelineTest {
  private static final int MESSAGES = 20_000;
  private static final long OPENED = 1_000_000_000;
  private static final int QUEUE = 1;
  private static final int LOCK = 2;
  private static final int POOL = 3;

  @TempDir Path folder;
  private String usualTemporary;
  private Path file;

  @BeforeEach
  void save() throws IOException {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
    file = folder.resolve("run.interleave");
    TornTimelineTest.save(folder, file);
  }

  @AfterEach
  void usualTemporaryFolder() {
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  /** A program whose second thread gets what the first puts, and holds a lock meanwhile. */
  public static void save(Path folder, Path file) throws IOException {
    Recording recording = Recording.createIn(folder, 1 << 28);
    SegmentWriter first = thread(recording, 1);
    SegmentWriter second = thread(recording, 2);
    long time = OPENED + 1000;
    second.write(code(EventKind.LOCK_ACQUIRED), 0, 2, LOCK, 0, 0, time);
    second.write(code(EventKind.TASK_STARTED), 0, 2, POOL, 0, 5, time);
    for (int i = 1; i <= MESSAGES; i++) {
      time += 100;
      first.write(code(EventKind.PUT), 0, 1, QUEUE, 0, i, time);
      second.write(code(EventKind.GET), 0, 2, QUEUE, 0, i, time + 50);
    }
    second.write(code(EventKind.TASK_ENDED), 0, 2, POOL, 0, 5, time + 60);
    second.write(code(EventKind.LOCK_RELEASED), 0, 2, LOCK, 0, 0, time + 70);
    second.write(code(EventKind.THREAD_END), 0, 2, 0, 0, 0, time + 80);
    first.write(code(EventKind.PROCESS_END), 0, 1, 0, 0, 0, time + 90);
    KnownFormats.ALL.save(recording, InterleaveFormatTest.MANIFEST, file, Progress.UNHEARD);
    recording.delete();
  }

  private static SegmentWriter thread(Recording recording, int thread) throws IOException {
    SegmentWriter out = recording.segment(TracedRuntime.PYTHON, 7, 1, OPENED + thread);
    out.write(code(EventKind.DEFINE_THREAD), 0, thread, 0, 0, thread, OPENED + 10, "T" + thread);
    define(out, ObjectType.QUEUE, QUEUE, "inbox");
    define(out, ObjectType.LOCK, LOCK, "door");
    define(out, ObjectType.POOL, POOL, "pool");
    out.write(code(EventKind.THREAD_BEGIN), 0, thread, 0, 0, 0, OPENED + 12);
    return out;
  }

  private static void define(SegmentWriter out, ObjectType type, int id, String name) {
    out.write(code(EventKind.DEFINE_OBJECT), type.code(), 0, id, 0, 0, OPENED + 11, name);
  }

  private static int code(EventKind kind) {
    return kind.code();
  }

  private Timeline opened(int percent) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * (long) percent / 100)));
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      return OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
    }
  }

  @Test
  void theWholeRunLosesNothing() throws IOException {
    Timeline run = opened(100);
    assertThat(run.incomplete()).isFalse();
    assertThat(run.queues().getFirst().gets()).isEqualTo(MESSAGES);
    assertThat(run.queues().getFirst().lost()).isZero();
    assertThat(run.pools().getFirst().tasks().getFirst().outcome()).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(ints = {66, 75, 85, 92})
  void whatIsMissingIsNotTakenForLost(int percent) throws IOException {
    Timeline run = opened(percent);
    assertThat(run.incomplete()).isTrue();
    assertThat(run.live()).isFalse();
    assertThat(run.problems()).singleElement().asString().contains("ends too early");
    assertThat(run.notes()).containsAll(run.problems());
    QueueTrack queue = run.queues().getFirst();
    assertThat(queue.puts()).isEqualTo(MESSAGES);
    assertThat(queue.gets()).isLessThan(MESSAGES);
    assertThat(queue.lost()).isZero();
    QueueTrack.Message last = queue.message(MESSAGES - 1);
    assertThat(last.lost()).isFalse();
    assertThat(run.pools().getFirst().tasks().getFirst().outcome()).isNull();
    for (ThingRef thing :
        new ThingRef[] {
          new ThingRef.Message(0, MESSAGES - 1),
          new ThingRef.Task(0, 0),
          new ThingRef.Hold(0, run.locks().getFirst().holds().start(0))
        }) {
      assertThat(Explanation.sentence(run, thing))
          .endsWith("The rest is missing from the recording.")
          .doesNotContain("lost")
          .doesNotContain("without releasing");
    }
    assertThat(Explanation.sentence(run, new ThingRef.Queue(0))).doesNotContain("lost");
  }
}
