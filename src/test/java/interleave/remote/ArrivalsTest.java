package interleave.remote;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.ThreadLog;
import interleave.file.block.SegmentBlock;
import interleave.timeline.OutputTrack;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What workers on other machines record comes to be here as it was there, and nothing else does.
 */
class ArrivalsTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final long WORKER = 77;

  @TempDir Path place;

  private RemoteRun run;
  private Recording there;
  private long number;

  @BeforeEach
  void begin() throws IOException {
    run = new RemoteRun(place, 64 << 20);
    there = run.worker();
  }

  @AfterEach
  void end() {
    there.delete();
    run.close();
  }

  /** Lines that a worker prints, each its number. */
  private void print(int from, int to) {
    Recorder recorder = RemoteRun.recorder(there);
    ThreadLog log = recorder.log();
    for (int i = from; i < to; i++) {
      log.text(EventKind.OUTPUT, 0, 0, 0, 0, "line " + i + " " + "x".repeat(i % 90));
    }
  }

  private void ship(long ahead, boolean last) throws IOException {
    try (BatchPacking packing = new BatchPacking(there, ahead)) {
      byte[] parts = packing.pack(4096, 0, last);
      while (parts.length > 0) {
        run.now = Math.max(run.now, System.nanoTime());
        run.heard(new Message.Batch(WORKER, number++, parts));
        parts = packing.pack(4096, 2 * HOUR, last);
      }
    }
  }

  private static List<OutputTrack.Line> lines(Timeline timeline) {
    OutputTrack output = timeline.output();
    return IntStream.range(0, output.size()).mapToObj(output::line).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9 * HOUR, -9 * HOUR})
  void whatWasRecordedThereIsHereWithTheTimesOfHere(long ahead) throws IOException {
    long before = System.nanoTime();
    print(0, 3000);
    long after = System.nanoTime();
    run.now = after;
    run.join(WORKER, "far", ahead);
    ship(ahead, true);

    Timeline timeline = run.timeline();
    assertThat(run.problems).isEmpty();
    assertThat(timeline.hosts().get(1).uncertainty(timeline.now())).isLessThan(RemoteRun.MS);
    List<OutputTrack.Line> lines = lines(timeline);
    assertThat(lines).hasSize(3000);
    assertThat(lines.get(2999).text()).startsWith("line 2999 xx");
    assertThat(lines)
        .allMatch(line -> line.time() >= before - RemoteRun.MS)
        .allMatch(line -> line.time() <= after + RemoteRun.MS);
    assertThat(timeline.counters().skipped()).isZero();
  }

  @Test
  void beforeTheClocksAreRelatedNothingMayCome() throws IOException {
    print(0, 10);
    run.heard(new Message.Hello(WORKER, "far", "far"));
    assertThat(run.said())
        .singleElement()
        .isInstanceOfSatisfying(Message.Grant.class, it -> assertThat(it.credit()).isZero());
    ship(0, true);
    assertThat(lines(run.timeline())).isEmpty();
  }

  @Test
  void whatComesTwiceOrOutOfTurnIsTakenOnceAndInTurn() throws IOException {
    print(0, 500);
    run.join(WORKER, "far", 0);
    try (BatchPacking packing = new BatchPacking(there, 0)) {
      Message first = new Message.Batch(WORKER, 0, packing.pack(2048, 0, true));
      Message second = new Message.Batch(WORKER, 1, packing.pack(1 << 20, 0, true));
      run.said();
      run.heard(second);
      assertThat(run.said())
          .singleElement()
          .isInstanceOfSatisfying(Message.Grant.class, it -> assertThat(it.next()).isZero());
      run.heard(first);
      run.heard(first);
      run.heard(second);
      run.heard(second);
    }
    List<OutputTrack.Line> lines = lines(run.timeline());
    assertThat(lines).hasSize(500);
    assertThat(lines.get(499).text()).startsWith("line 499 ");
  }

  @Test
  void aReaderSeesWholeEventsOnlyWhileTheyArrive() throws IOException {
    print(0, 2000);
    run.join(WORKER, "far", 0);
    try (BatchPacking packing = new BatchPacking(there, 0);
        var reader = run.recording.reader()) {
      int lines = 0;
      TimelineStore told = new TimelineStore();
      for (byte[] parts = packing.pack(512, 0, false);
          parts.length > 0;
          parts = packing.pack(512, 0, false)) {
        run.heard(new Message.Batch(WORKER, number++, parts));
        lines += reader.poll(told);
      }
      assertThat(lines).isGreaterThanOrEqualTo(2000);
      assertThat(reader.problems()).isEmpty();
    }
  }

  @Test
  void namesOfFilesAreOurs() throws IOException {
    print(0, 10);
    run.join(WORKER, "../../etc/passwd", 0);
    ship(0, true);
    try (var files = Files.list(run.recording.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".seg"))
          .allMatch(name -> name.matches("remote-1-0-\\d+\\.seg|\\d+-[0-9a-f]+(-\\d+)?\\.seg"));
    }
  }

  @Test
  void whatHasNoRoomIsCountedAsLost() throws IOException {
    RemoteRun small = new RemoteRun(place, 128 << 10);
    try (small) {
      print(0, 4000);
      small.join(WORKER, "far", 0);
      long next = 0;
      try (BatchPacking packing = new BatchPacking(there, 0)) {
        for (byte[] parts = packing.pack(4096, 0, true);
            parts.length > 0;
            parts = packing.pack(4096, HOUR, true)) {
          small.heard(new Message.Batch(WORKER, next++, parts));
        }
      }
      Timeline timeline = small.timeline();
      assertThat(timeline.counters().lost()).isPositive();
      assertThat(timeline.output().size() + timeline.counters().lost())
          .isGreaterThanOrEqualTo(4000);
      try (var files = Files.list(small.recording.folder())) {
        long bytes =
            files.filter(file -> file.toString().endsWith(".seg")).mapToLong(this::size).sum();
        assertThat(bytes).isLessThan(256 << 10);
      }
    }
  }

  private long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  @Test
  void damagedBatchesAreRefusedWithASentenceAndHarmNothing() throws IOException {
    print(0, 1000);
    run.join(WORKER, "far", 0);
    Random random = new Random(4);
    try (BatchPacking packing = new BatchPacking(there, 0)) {
      byte[] parts = packing.pack(1 << 20, 0, true);
      for (int i = 0; i < 300; i++) {
        byte[] damaged = parts.clone();
        for (int hit = 0; hit <= i % 3; hit++) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length));
        run.heard(new Message.Batch(WORKER, number++, i % 2 == 0 ? damaged : cut));
      }
      run.heard(new Message.Batch(WORKER, number, parts));
    }
    Timeline timeline = run.timeline();
    assertThat(lines(timeline)).hasSizeGreaterThanOrEqualTo(1000);
    assertThat(timeline.notes())
        .filteredOn(note -> note.contains("far"))
        .singleElement()
        .asString()
        .startsWith("What far sent of its recording was not taken:");
  }

  @Test
  void slotsThatWouldHideWhatFollowsAreRefused() throws IOException {
    run.join(WORKER, "far", 0);
    byte[] header = new byte[128];
    try (SegmentBlock.Coder coder = new SegmentBlock.Coder()) {
      send(SegmentBlock.plain(SegmentBlock.Form.HEAD, header, 0));
      byte[] zeros = new byte[32 * 100];
      send(coder.pack(zeros, 100, 0));
      send(coder.pack(zeros, 100, Long.MAX_VALUE - 5));
    }
    assertThat(run.timeline().notes()).anyMatch(note -> note.contains("is of no segment"));
    assertThat(run.timeline().processes()).isEmpty();
  }

  private void send(ByteBuffer block) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(4 + block.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    part.putInt(0).put(block.duplicate());
    run.heard(new Message.Batch(WORKER, number++, part.array()));
  }

  @Test
  void nonsenseIsNoMessage() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      if (bytes.length > 1) {
        bytes[0] = (byte) (1 + i % 6);
        bytes[1] = Message.VERSION;
      }
      run.heardBytes(bytes);
    }
    run.heard(new Message.Question(WORKER, 5));
    assertThat(lines(run.timeline())).isEmpty();
  }

  @Test
  void messagesComeBackAsTheyWere() {
    List<Message> all =
        List.of(
            new Message.Hello(-1, "place", "näme"),
            new Message.Answer(2, 3, 4, 5),
            new Message.Farewell(6, 7),
            new Message.Question(8, -9),
            new Message.Grant(10, 11, 12, 13));
    assertThat(all).allSatisfy(it -> assertThat(Message.parse(it.encode())).isEqualTo(it));
  }
}
