package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What the status line says a recorded event costs. */
class CostHistogramTest {
  private static ByteBuffer header() {
    return ByteBuffer.allocate(SlotFormat.HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static double median(long... samples) {
    ByteBuffer header = header();
    for (long each : samples) {
      CostHistogram.count(header, each);
    }
    CostHistogram costs = new CostHistogram();
    costs.add(header, samples.length);
    return costs.median();
  }

  @Example
  void aThreadThatWasPreemptedSaysNothingOfTheCost() {
    long[] samples = new long[200];
    Arrays.fill(samples, 0, 120, 50);
    Arrays.fill(samples, 120, 200, 9_000);
    assertThat(Arrays.stream(samples).average().orElseThrow()).isGreaterThan(3_600);
    assertThat(median(samples)).isBetween(48.0, 64.0);
  }

  @Property(tries = 200)
  void theMedianIsThatOfTheSamplesUpToTheWidthOfItsClass(
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 300_000) Long> all) {
    long[] samples = all.stream().mapToLong(Long::longValue).toArray();
    long[] sorted = samples.clone();
    Arrays.sort(sorted);
    long middle = Math.max(8, sorted[(sorted.length - 1) / 2]);
    assertThat(median(samples)).isBetween(middle / 1.5, middle * 1.5);
  }

  @Example
  void aLongRunFillsTheCountersAndTheMedianStays() {
    Random random = new Random(11);
    long[] samples = new long[100_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          random.nextInt(10) == 0 ? 5_000 + random.nextInt(100_000) : 100 + random.nextInt(28);
    }
    assertThat(median(samples)).isBetween(96.0, 128.0);
  }

  @Example
  void costsOfAnyLengthHaveAClass() {
    assertThat(CostHistogram.classOf(0)).isZero();
    assertThat(CostHistogram.classOf(11)).isZero();
    assertThat(CostHistogram.classOf(12)).isEqualTo(1);
    assertThat(CostHistogram.classOf(16)).isEqualTo(2);
    assertThat(CostHistogram.classOf(47)).isEqualTo(4);
    assertThat(CostHistogram.classOf(Long.MAX_VALUE)).isEqualTo(SlotFormat.COST_CLASSES - 1);
  }

  @Example
  void segmentsCountByTheirSamplesAndNotByTheirCounters() {
    ByteBuffer quick = header();
    CostHistogram.count(quick, 50);
    ByteBuffer slow = header();
    for (int i = 0; i < 20; i++) {
      CostHistogram.count(slow, 1_000);
    }
    CostHistogram costs = new CostHistogram();
    costs.add(quick, 1_000);
    costs.add(slow, 20);
    assertThat(costs.median()).isBetween(48.0, 64.0);
  }

  @Example
  void theFirstEventOfAPageDoesNotStandForAll() throws IOException {
    Recording recording = Recording.create(16 << 20);
    SegmentWriter.Header header =
        new SegmentWriter.Header(TracedRuntime.JAVA, 1, 0, System.nanoTime(), false);
    SegmentWriter writer =
        new SegmentWriter(
            recording.folder().resolve("1.seg"), new Budget(recording.folder()), header);
    int slotsOfPage = 4096 / SlotFormat.SLOT_BYTES;
    int first = SlotFormat.HEADER_BYTES / SlotFormat.SLOT_BYTES;
    for (int slot = first; slot < 100_000; slot++) {
      // To touch a page takes that long; an event says when it began.
      long touched = slot % slotsOfPage == 0 ? 9_000 : 0;
      writer.write(EventKind.GET.code(), 0, 1, 1, 1, slot, System.nanoTime() - touched);
    }
    try (RecordingReader reader = recording.reader()) {
      reader.poll(new Collected());
      assertThat(reader.nanosPerEvent()).isLessThan(4_000);
    }
    recording.delete();
  }

  @Example
  void withoutASampleThereIsNoMedian() {
    CostHistogram costs = new CostHistogram();
    costs.add(header(), 0);
    assertThat(costs.median()).isNaN();
  }

  @Example
  void ofARecordingThatTellsOnlySumsTheMeanIsShown() throws IOException {
    Recording recording = Recording.create(16 << 20);
    ThreadLog log = Recorder.open(recording.folder(), TracedRuntime.JAVA).log();
    for (int i = 0; i < 1_000; i++) {
      log.event(EventKind.GET, 0, 1, 1, i);
    }
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(recording.folder(), "*.seg")) {
      for (Path segment : segments) {
        ByteBuffer bytes =
            ByteBuffer.wrap(Files.readAllBytes(segment)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(SlotFormat.SAMPLED_NS_AT, 8_960).putLong(SlotFormat.SAMPLED_EVENTS_AT, 10);
        bytes.put(SlotFormat.COSTS_AT, new byte[SlotFormat.COST_CLASSES]);
        Files.write(segment, bytes.array());
      }
    }
    try (RecordingReader reader = recording.reader()) {
      reader.poll(new Collected());
      assertThat(reader.nanosPerEvent()).isCloseTo(896, within(0.01));
    }
    recording.delete();
  }
}
