package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.jfr.Heard.Said;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real JDKs and async-profiler have written; the counts are those of jfr summary. */
class FlightFilesTest {
  private static final long MS = 1_000_000;

  @TempDir Path folder;

  private Heard heard(String name) throws IOException {
    try (OpenedRecording opened = FlightFiles.open(folder, FlightFiles.bytes(name))) {
      return Heard.of(opened);
    }
  }

  private List<String> problems(String name) throws IOException {
    try (OpenedRecording opened = FlightFiles.open(folder, FlightFiles.bytes(name))) {
      return opened.problems();
    }
  }

  private static long took(Heard heard, String thread, EventKind begin, EventKind end) {
    return heard.of(thread, end).getFirst().time() - heard.of(thread, begin).getFirst().time();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25"})
  void asManyThreadsWaitAsTheFileHasEvents(String name) throws IOException {
    Heard heard = heard(name);
    boolean older = name.equals("waits-17");
    assertThat(heard.count(EventKind.THREAD_BEGIN)).isEqualTo(14);
    assertThat(heard.count(EventKind.THREAD_END)).isEqualTo(11);
    assertThat(heard.count(EventKind.SLEEP_BEGIN)).isEqualTo(9);
    assertThat(heard.count(EventKind.SLEEP_END)).isEqualTo(9);
    // One monitor and one lock were waited for; four of five waits to be notified are joins or not.
    assertThat(heard.count(EventKind.LOCK_REQUEST)).isEqualTo(2);
    assertThat(heard.count(EventKind.JOIN_BEGIN) + heard.count(EventKind.WAIT_BEGIN)).isEqualTo(5);
    assertThat(heard.count(EventKind.PARK_BEGIN)).isEqualTo(older ? 3 : 2);
    assertThat(heard.count(EventKind.IO_BEGIN)).isEqualTo(older ? 14 + 2 + 4 : 25 + 2 + 4);
    assertThat(heard.count(EventKind.STACK_SAMPLE)).isEqualTo(older ? 4 + 3 : 5 + 4);
    assertThat(heard.of("Events", EventKind.INSTANT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25"})
  void aMonitorGoesFromWhoHadItToWhoWaitedForIt(String name) throws IOException {
    Heard heard = heard(name);
    Said request = heard.of("monitor-2", EventKind.LOCK_REQUEST).getFirst();
    List<Said> had = heard.of(EventKind.LOCK_ACQUIRED);
    assertThat(had)
        .filteredOn(each -> each.object().equals(request.object()))
        .extracting(Said::thread)
        .containsExactly("monitor-1", "monitor-2");
    assertThat(had).allMatch(each -> (each.flags() & Flags.UNTOLD) != 0);
    assertThat(took(heard, "monitor-2", EventKind.LOCK_REQUEST, EventKind.LOCK_ACQUIRED))
        .isGreaterThan(50 * MS);
    assertThat(heard.of("lock-2", EventKind.LOCK_REQUEST).getFirst().object())
        .startsWith("ReentrantLock@");
    assertThat(heard.of("lock-2", EventKind.LOCK_ABANDONED).getFirst().flags())
        .isEqualTo(Flags.UNTOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25"})
  void aWaitEndsByWhoNotifiesOrByItself(String name) throws IOException {
    Heard heard = heard(name);
    assertThat(heard.of(EventKind.NOTIFY)).extracting(Said::thread).containsExactly("wait-2");
    Said vain = heard.of("in-vain", EventKind.WAIT_END).getFirst();
    assertThat(vain.flags()).isEqualTo(Flags.UNTOLD | Flags.TIMED_OUT);
    Said begin = heard.of("in-vain", EventKind.WAIT_BEGIN).getFirst();
    assertThat(begin.value() >>> 32).as("µs").isEqualTo(40_000);
    assertThat(heard.of("main", EventKind.JOIN_BEGIN)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25"})
  void ownEventsAreSlicesAndMoments(String name) throws IOException {
    Heard heard = heard(name);
    assertThat(heard.of(EventKind.SLICE))
        .filteredOn(each -> each.object().equals("Order"))
        .extracting(Said::text)
        .containsExactly("Number: 7, Customer: Ann & Søn", "Number: 8, Customer: Ann & Søn");
    assertThat(heard.of(EventKind.INSTANT))
        .filteredOn(each -> each.object().equals("Stock Low"))
        .extracting(Said::text)
        .containsExactly("Left: 3", "Left: 3");
    assertThat(heard.of("main", EventKind.INSTANT))
        .filteredOn(each -> each.object().equals("java.lang.NumberFormatException"))
        .extracting(Said::text)
        .containsExactly("message: For input string: \"seven\"");
    assertThat(heard.of(EventKind.SLICE))
        .filteredOn(each -> each.object().equals("Socket Read") && each.thread().equals("main"))
        .extracting(Said::text)
        .singleElement()
        .asString()
        .startsWith("host: ")
        .endsWith("bytes: 1000");
  }

  @Test
  void theCollectorHasARowOfItsOwn() throws IOException {
    Heard heard = heard("waits-25");
    assertThat(heard.of("Garbage Collection G1Full", EventKind.SLICE))
        .extracting(Said::text)
        .containsExactly("cause: System.gc(), gcId: 1");
    assertThat(heard.of("GC Pauses", EventKind.SLICE)).hasSize(1);
    assertThat(heard.of("Safepoints", EventKind.SLICE)).hasSize(2);
    assertThat(heard.of("VM Operations", EventKind.SLICE))
        .extracting(Said::object)
        .containsExactly("G1CollectFull");
    assertThat(heard.of(EventKind.COUNTER))
        .filteredOn(each -> each.object().equals("Heap used, bytes"))
        .hasSize(2);
  }

  @Test
  void virtualThreadsBeginEndAndArePinned() throws IOException {
    Heard heard = heard("virtual-25");
    List<String> virtuals = List.of("v-0", "v-1", "v-2", "v-3", "v-4", "v-5", "v-6", "v-7");
    assertThat(heard.of(EventKind.THREAD_BEGIN))
        .extracting(Said::thread)
        .containsAll(virtuals)
        .hasSize(8 + 8);
    assertThat(heard.of(EventKind.THREAD_END)).extracting(Said::thread).containsAll(virtuals);
    assertThat(heard.of("v-0", EventKind.SLICE))
        .filteredOn(each -> each.object().equals("Virtual Thread Pinned"))
        .extracting(Said::text)
        .singleElement()
        .asString()
        .contains("blockingOperation: LockSupport.park", "carrierThread: ForkJoinPool-1-worker-1");
    // It sleeps, and that its carrier is parked meanwhile is a part of that.
    assertThat(heard.of("v-0", EventKind.SLEEP_BEGIN)).hasSize(1);
    assertThat(heard.of("v-0", EventKind.PARK_BEGIN)).isEmpty();
    assertThat(heard.of(EventKind.SLICE))
        .filteredOn(each -> each.object().startsWith("Virtual."))
        .extracting(Said::object)
        .containsExactlyInAnyOrder(
            "Virtual.busy", "Virtual.locked", "Virtual.locked", "Virtual.locked");
    assertThat(heard.of("main", EventKind.SYNC_WAIT_BEGIN).getFirst().object())
        .startsWith("CountDownLatch@");
    assertThat(heard.count(EventKind.STACK_SAMPLE)).isEqualTo(2 + 2);
    assertThat(heard.of(EventKind.STACK_SAMPLE))
        .extracting(each -> each.value() / MS)
        .contains(10L, 20L);
  }

  @Test
  void chunksOfOneProgramAreOneRecording() throws IOException {
    Heard heard = heard("chunks-17");
    assertThat(heard.processes).containsValue("Rounds").hasSize(1);
    assertThat(heard.count(EventKind.LOCK_REQUEST) + heard.count(EventKind.PARK_BEGIN))
        .isEqualTo(81);
    assertThat(heard.of("round-1", EventKind.LOCK_REQUEST)).isNotEmpty();
    assertThat(problems("chunks-17"))
        .containsExactly(
            "Waits below 10 ms are not in the file: Java Monitor Blocked, Java Thread Park.",
            "Such events were switched off, and none of them is in the file: File Read, File"
                + " Write, Java Monitor Wait, Java Thread Sleep, Socket Read, Socket Write.");
  }

  @Test
  void filesInARowAreAProcessEach() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(FlightFiles.bytes("waits-17"));
    both.write(FlightFiles.bytes("virtual-25"));
    try (OpenedRecording opened = FlightFiles.open(folder, both.toByteArray())) {
      Heard heard = Heard.of(opened);
      assertThat(heard.processes.values()).containsExactlyInAnyOrder("Waits", "Virtual");
      assertThat(heard.count(EventKind.SLEEP_BEGIN)).isEqualTo(9 + 7);
    }
  }

  @Test
  void whatIsStillWrittenIsReadThoughTheJdkRefusesIt() throws IOException {
    byte[] open = FlightFiles.bytes("open-25");
    Path file = FlightFiles.file(folder, open);
    assertThatThrownBy(() -> RecordingFile.readAllEvents(file)).isInstanceOf(IOException.class);
    Heard heard = heard("open-25");
    assertThat(heard.of(EventKind.LOCK_REQUEST))
        .extracting(Said::thread)
        .contains("round-0", "round-1", "round-2");
    assertThat(problems("open-25"))
        .contains(
            "The recording was still being written when this copy of it was made: it ends at byte "
                + open.length
                + ", and names may be missing.");
  }

  @Test
  void aProfilersSamplesStandForTheTimesThatItWasSetTo() throws IOException {
    Heard heard = heard("profiled-25");
    List<Said> samples = heard.of(EventKind.STACK_SAMPLE);
    assertThat(samples).hasSize(226 + 67);
    assertThat(samples).filteredOn(each -> each.value() == 5 * MS).hasSize(67);
    assertThat(samples)
        .filteredOn(each -> each.value() != 5 * MS)
        .allMatch(each -> each.value() % (20 * MS) == 0);
    assertThat(heard.of("monitor-2", EventKind.LOCK_REQUEST)).hasSize(1);
    assertThat(problems("profiled-25"))
        .contains("Waits below 1 ms are not in the file: Java Monitor Blocked, Java Thread Park.")
        .anySatisfy(
            each ->
                assertThat(each).startsWith("35 events are not drawn: jdk.NativeLibrary × 18, "));
  }

  /** Where it looks at all threads alone, it says how often in another setting. */
  @Test
  void samplesOfAllThreadsAloneStandForTheIntervalOfTheirEvent() throws IOException {
    List<Said> samples = heard("wall-25").of(EventKind.STACK_SAMPLE);
    assertThat(samples).hasSize(356).allMatch(each -> each.value() % (40 * MS) == 0);
    assertThat(samples.stream().mapToLong(Said::value).sum()).isEqualTo(1495 * 40 * MS);
  }

  @Test
  void whatRanIsToldAlsoOfAPackedFile() throws IOException {
    Path packed = folder.resolve("packed.jfr.gz");
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("waits-25.jfr.gz"))) {
      Files.copy(in, packed);
    }
    try (OpenedRecording opened = new JfrFormat().open(packed, Progress.UNHEARD)) {
      assertThat(opened.manifest().title()).isEqualTo("packed.jfr.gz");
      assertThat(opened.manifest().command()).startsWith("java", "-Xmx64m").endsWith("Waits");
      assertThat(opened.manifest().runtime()).contains("25.0.3");
      assertThat(Heard.of(opened).count(EventKind.SLEEP_BEGIN)).isEqualTo(9);
    }
  }
}
