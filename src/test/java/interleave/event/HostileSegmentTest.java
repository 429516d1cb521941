package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody puts into a recording, reading ends, keeps what is sound and says what it left
 * out.
 */
class HostileSegmentTest {
  private Recording recording;

  @BeforeEach
  void create() throws IOException {
    recording = Recording.create(64 << 20);
  }

  @AfterEach
  void delete() {
    recording.delete();
  }

  /** A sound segment: 1000 events, every tenth with a text. */
  private Path sound() throws IOException {
    ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.JAVA).log();
    for (int i = 0; i < 1000; i++) {
      if (i % 10 == 0) {
        log.text(EventKind.OUTPUT, 0, 0, 0, i, "a line of text that needs more than one slot " + i);
      } else {
        log.event(EventKind.PUT, 0, 3, 4, i);
      }
    }
    try (var files = Files.newDirectoryStream(recording.folder(), "*.seg")) {
      return files.iterator().next();
    }
  }

  private Collected read() {
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(all);
      reader.poll(all);
      problems = String.join("\n", reader.problems());
    }
    return all;
  }

  private String problems = "";

  @Test
  void aThreadThatWasStoppedAtASlotHidesNothingOfThoseItSharesTheSegmentWith() throws IOException {
    Path segment = sound();
    int whole = read().events.size();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[14] = 1;
    // One event, and the first slot of one with a text.
    int hole = 128 + 32 * 200;
    for (int at = hole; (bytes[at] & 0xFF) == EventKind.CONTINUATION.code(); ) {
      at += 32;
      hole = at;
    }
    Arrays.fill(bytes, hole, hole + 32, (byte) 0);
    Files.write(segment, bytes);
    int polled = read().events.size();
    assertThat(polled).isLessThan(300);
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(all, _ -> {});
      assertThat(reader.problems()).isEmpty();
    }
    assertThat(all.events).hasSize(whole - 1);
  }

  @Test
  void holdsThatWereSummedUpAndNeverToldAreLost() throws IOException {
    Path segment = sound();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[88] = 7;
    Files.write(segment, bytes);
    try (RecordingReader reader = recording.reader()) {
      reader.poll(new Collected());
      assertThat(reader.lost()).isZero();
      reader.finish(new Collected(), _ -> {});
      assertThat(reader.lost()).isEqualTo(7);
    }
  }

  @Test
  void aTruncatedSegmentGivesAllThatCameBeforeTheCut() throws IOException {
    Path file = sound();
    byte[] bytes = Files.readAllBytes(file);
    int whole = read().events.size();
    for (int length : new int[] {0, 1, 127, 128, 159, 160, 1000, 16_384, 20_001}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(read().events.size())
          .isLessThan(whole)
          .isLessThanOrEqualTo(Math.max(0, length - 128) / 32);
    }
  }

  @Test
  void aSegmentThatShrinksWhileItIsReadDoesNoHarm() throws IOException {
    Path file = sound();
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.poll(all);
      int before = all.events.size();
      Files.write(file, new byte[40]);
      reader.poll(all);
      assertThat(all.events).hasSize(before);
    }
  }

  @Test
  void anAbsurdCountOfLostEventsIsAProblemAndNoCount() throws IOException {
    for (long count : new long[] {Long.MAX_VALUE, -1, 1L << 60}) {
      patch(sound(), bytes -> bytes.putLong(48, count));
      Collected all = read();
      assertThat(all.events).isNotEmpty();
      assertThat(all.lost).isZero();
      assertThat(problems).contains("lost " + Long.toUnsignedString(count), "cannot be");
      assertThat(new LossMeter(recording).lost()).isZero();
    }
  }

  @Test
  void aSegmentThatEndsInItsHeaderIsAProblemWhereNothingMoreCanCome() throws IOException {
    Files.writeString(recording.folder().resolve("9-1-0.seg"), "/etc/passwd");
    try (RecordingReader reader = recording.reader()) {
      reader.poll(new Collected());
      assertThat(reader.problems()).isEmpty();
      reader.finish(new Collected(), _ -> {});
      assertThat(reader.problems()).singleElement().asString().contains("9-1-0.seg ends in the");
    }
  }

  @Test
  void ofVeryManySegmentsAllAreReadAndFewAreOpen() throws IOException {
    byte[] bytes = Files.readAllBytes(sound());
    for (int i = 0; i < 400; i++) {
      Files.write(recording.folder().resolve("9-1-" + i + ".seg"), bytes);
    }
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(all, _ -> {});
      try (var open = Files.list(Path.of("/proc/self/fd"))) {
        assertThat(open.filter(HostileSegmentTest::isSegment)).isEmpty();
      }
    }
    assertThat(all.segments).hasSize(401);
    assertThat(all.events).hasSizeGreaterThan(401 * 1000);
  }

  private static boolean isSegment(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("/9-1-");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void randomBytesAreRefusedWithAReason() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    Files.write(recording.folder().resolve("1-1-0.seg"), noise);
    assertThat(read().events).isEmpty();
    assertThat(problems).contains("1-1-0.seg is no segment");
  }

  @Test
  void aNewerVersionIsRefusedWithAReason() throws IOException {
    Path file = sound();
    patch(file, bytes -> bytes.putShort(SlotFormat.VERSION_AT, (short) 99));
    assertThat(read().events).isEmpty();
    assertThat(problems).contains("version 99").contains("reads version 1");
  }

  @Test
  void anAbsurdHeaderSizeIsRefused() throws IOException {
    Path file = sound();
    for (short size : new short[] {0, 1, 96, 130, -1}) {
      patch(file, bytes -> bytes.putShort(SlotFormat.HEADER_BYTES_AT, size));
      assertThat(read().events).isEmpty();
      assertThat(problems).contains("which cannot be");
    }
  }

  @Test
  void aFolderOrALinkNamedAsASegmentIsLeftAlone() throws IOException {
    Files.createDirectory(recording.folder().resolve("d.seg"));
    Files.createSymbolicLink(recording.folder().resolve("l.seg"), Path.of("/dev/zero"));
    assertThat(read().events).isEmpty();
    assertThat(problems).contains("d.seg is no plain file").contains("l.seg is no plain file");
  }

  @Test
  void aTextWithoutEndIsBounded() throws IOException {
    Path file = sound();
    int slots = 60_000;
    ByteBuffer bytes =
        ByteBuffer.allocate(SlotFormat.HEADER_BYTES + slots * SlotFormat.SLOT_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(Files.readAllBytes(file), 0, SlotFormat.HEADER_BYTES);
    long time = bytes.getLong(SlotFormat.OPENED_AT);
    for (int i = 0; i < slots; i++) {
      int at = SlotFormat.HEADER_BYTES + i * SlotFormat.SLOT_BYTES;
      int kind = i == 0 ? EventKind.OUTPUT.code() : EventKind.CONTINUATION.code();
      bytes.putShort(at, (short) kind);
      bytes.putShort(at + 2, (short) (i == 0 ? Flags.HAS_TEXT : SlotFormat.TEXT_PER_SLOT));
      bytes.putLong(at + SlotFormat.TIME_AT, time);
    }
    Files.write(file, bytes.array());
    Event line = read().events.getFirst();
    assertThat(line.text()).hasSizeLessThanOrEqualTo(SlotFormat.LONGEST_TEXT + 20);
    assertThat(problems).contains("a text without its end").contains("make no sense");
  }

  @Test
  void flippedBytesNeverThrowAndNeverAddEvents() throws IOException {
    Path file = sound();
    byte[] sound = Files.readAllBytes(file);
    int most = (sound.length - SlotFormat.HEADER_BYTES) / SlotFormat.SLOT_BYTES;
    Random random = new Random(20261122);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = sound.clone();
      int flips = 1 + random.nextInt(200);
      for (int i = 0; i < flips; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Files.write(file, bytes);
      assertThat(read().events.size()).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void kindsAndTimesThatMakeNoSenseAreSkippedAndCounted() throws IOException {
    Path file = sound();
    int whole = read().events.size();
    int first = SlotFormat.HEADER_BYTES;
    patch(file, bytes -> bytes.putLong(first + SlotFormat.TIME_AT, Long.MAX_VALUE - 1));
    assertThat(read().events).hasSize(whole - 1);
    patch(file, bytes -> bytes.putShort(first, (short) 12_345));
    assertThat(read().events).hasSize(whole - 1);
    assertThat(problems).contains("slots that make no sense");
  }

  private interface Patch {
    void apply(ByteBuffer bytes);
  }

  private static void patch(Path file, Patch patch) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    patch.apply(bytes);
    Files.write(file, bytes.array());
  }
}
