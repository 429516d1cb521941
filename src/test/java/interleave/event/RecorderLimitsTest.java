package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program under study must never notice: no room, interrupts, many threads. */
@BesideOthers
class RecorderLimitsTest {
  private Recording recording;

  private Recorder recorder(long cap) throws IOException {
    recording = Recording.create(cap);
    return Recorder.open(recording.folder(), TracedRuntime.JAVA);
  }

  @AfterEach
  void delete() {
    recording.delete();
  }

  @Test
  void beyondTheCapEventsAreCountedAsLost() throws IOException {
    ThreadLog log = recorder(100_000).log();
    for (int i = 0; i < 10_000; i++) {
      log.event(EventKind.PUT, 0, 1, 1, i);
    }
    Collected all = Collected.of(recording);
    assertThat(all.lost).isPositive();
    assertThat(all.of(EventKind.PUT).size() + all.lost).isEqualTo(10_000);
    long bytes = 0;
    for (SegmentInfo segment : all.segments) {
      bytes += Files.size(segment.file());
    }
    assertThat(bytes).isLessThanOrEqualTo(100_000);
  }

  @Test
  void withNoRoomAtAllItIsCountedWhatIsLost() throws IOException {
    ThreadLog log = recorder(0).log();
    for (int i = 0; i < 10_000; i++) {
      log.event(EventKind.PUT, 0, 1, 1, i);
    }
    log.text(EventKind.OUTPUT, 0, 1, 1, 1, "unseen");
    Collected all = Collected.of(recording);
    assertThat(all.of(EventKind.DEFINE_THREAD)).as("who loses something").hasSize(1);
    assertThat(all.of(EventKind.PUT).size() + all.lost).isEqualTo(10_001);
    assertThat(Files.size(all.segments.getFirst().file())).isLessThanOrEqualTo(4096);
  }

  @Test
  void withoutRoomForASegmentAThreadCountsInAnother() throws Exception {
    Recorder recorder = recorder(64 << 10);
    recorder.log().event(EventKind.PUT, 0, 1, 1, 1);
    String first = Collected.of(recording).segments.getFirst().file().getFileName().toString();
    Path inTheWay = recording.folder().resolve(first.replace("-0.", "-1.")).resolve("a folder");
    Files.createDirectories(inTheWay);
    Thread thread = new Thread(() -> recorder.log().event(EventKind.PUT, 0, 1, 1, 2));
    thread.start();
    thread.join();
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    Collected all = Collected.of(recording);
    assertThat(all.of(EventKind.PUT)).hasSize(1);
    assertThat(all.lost).as("the event, and the thread's name").isEqualTo(2);
  }

  @Test
  void aBusyThreadLeavesRoomForWhoComesLater() throws Exception {
    Recorder recorder = recorder(4 << 20);
    for (int i = 0; i < 50_000; i++) {
      recorder.log().event(EventKind.PUT, 0, 1, 1, i);
    }
    Thread late = new Thread(() -> recorder.log().event(EventKind.PUT, 0, 1, 1, -1));
    late.start();
    late.join();
    Collected all = Collected.of(recording);
    assertThat(all.lost).isZero();
    assertThat(all.of(EventKind.PUT)).hasSize(50_001);
  }

  @Test
  void anInterruptedThreadRecordsOnAndStaysInterrupted() throws Exception {
    Recorder recorder = recorder(64 << 20);
    List<Boolean> interrupted = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              for (int i = 0; i < 100_000; i++) {
                recorder.log().event(EventKind.PUT, 0, 1, 1, i);
              }
              interrupted.add(Thread.interrupted());
            });
    thread.start();
    thread.join();
    assertThat(interrupted).containsExactly(true);
    assertThat(Collected.of(recording).of(EventKind.PUT)).hasSize(100_000);
  }

  @Test
  void aThreadLeavesItsSegmentToTheNextOne() throws Exception {
    Recorder recorder = recorder(64 << 20);
    for (int i = 0; i < 200; i++) {
      Thread thread =
          new Thread(
              () -> {
                ThreadLog log = recorder.log();
                log.event(EventKind.THREAD_BEGIN, 0, 0, 0, 0);
                recorder.release(log);
              });
      thread.start();
      thread.join();
    }
    assertThat(recorder.segmentsOpened()).isEqualTo(1);
    Collected all = Collected.of(recording);
    assertThat(all.of(EventKind.THREAD_BEGIN).stream().map(Event::thread).distinct()).hasSize(200);
  }

  @Test
  void threadsThatEndWithoutAWordLeaveTheirSegmentsTheSame() throws Exception {
    Recorder recorder = recorder(64 << 20);
    for (int i = 0; i < 300; i++) {
      Thread thread = new Thread(() -> recorder.log().event(EventKind.PUT, 0, 0, 0, 0));
      thread.start();
      thread.join();
    }
    assertThat(recorder.segmentsOpened()).isLessThan(70);
  }

  @Test
  void tenThousandVirtualThreadsShareAFewSegments() throws Exception {
    Recorder recorder = recorder(256 << 20);
    CountDownLatch all = new CountDownLatch(10_000);
    for (int i = 0; i < 10_000; i++) {
      Thread.startVirtualThread(
          () -> {
            recorder.log().event(EventKind.THREAD_BEGIN, 0, 0, 0, 0);
            recorder.log().text(EventKind.OUTPUT, 0, 0, 0, 0, "I am one of a great many threads");
            all.countDown();
          });
    }
    all.await();
    Collected read = Collected.of(recording);
    assertThat(read.of(EventKind.THREAD_BEGIN).stream().map(Event::thread).distinct())
        .hasSize(10_000);
    assertThat(read.of(EventKind.OUTPUT)).hasSize(10_000);
    assertThat(recorder.segmentsOpened())
        .isLessThanOrEqualTo(2 * 2 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void aFullDiskCostsEventsAndNotTheProgram() throws Exception {
    recording = Recording.create(Recording.DEFAULT_CAP);
    // The shell's file size limit makes writing fail in mid-file, as a full disk does.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 256; exec \"$@\"", "sh"));
    command.addAll(ChildJvm.command(Chatterbox.class, "200000"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(recording.environment());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines().toList()).endsWith("200000");
    Collected all = Collected.of(recording);
    assertThat(all.lost).isPositive();
    assertThat(all.of(EventKind.PUT).size() + all.lost).isEqualTo(200_000);
  }

  @Test
  void aProcessThatIsKilledLosesNothingThatItHadFinishedWriting() throws Exception {
    recording = Recording.create(Recording.DEFAULT_CAP);
    Process process = ChildJvm.builder(recording, Chatterbox.class).start();
    long told = -1;
    try (var lines = process.inputReader()) {
      while (told < 50_000) {
        told = Long.parseLong(lines.readLine());
      }
      process.toHandle().destroyForcibly(); // leaves what it printed readable
      String line;
      while ((line = lines.readLine()) != null && !line.isBlank()) {
        told = Math.max(told, Long.parseLong(line));
      }
    } catch (NumberFormatException e) {
      // the line during which it died
    }
    process.waitFor();
    List<Event> puts = Collected.of(recording).of(EventKind.PUT);
    assertThat(puts.size()).isGreaterThanOrEqualTo((int) told);
    for (int i = 0; i < puts.size(); i++) {
      assertThat(puts.get(i).value()).isEqualTo(i);
      assertThat(puts.get(i).object()).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 24000000", "60, 2000000", "200, 100000"})
  void ofManyThreadsThatAreKilledEachEventIsThereOrCounted(int threads, long cap) throws Exception {
    recording = Recording.create(cap);
    Path counts = recording.folder().resolve("counts");
    Process process =
        ChildJvm.builder(recording, Crowd.class, counts.toString(), "" + threads).start();
    try (var lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("busy");
    }
    process.destroyForcibly().waitFor();
    ByteBuffer done = ByteBuffer.wrap(Files.readAllBytes(counts)).order(ByteOrder.nativeOrder());
    long told = 0;
    for (int i = 0; i < threads; i++) {
      told += done.getLong(i * Crowd.LINE);
    }
    Collected all = Collected.of(recording);
    long known = all.of(EventKind.PUT).size() + all.lost;
    long names = threads + 1;
    assertThat(known).as("recorded or lost").isBetween(told, told + threads + names);
  }

  @Test
  void withoutARecordingTheRecorderIsOff() throws IOException {
    recording = Recording.create(1000);
    Recorder off = Recorder.current();
    assertThat(off.on()).isFalse();
    off.log().event(EventKind.PUT, 0, 0, 0, 0);
    off.note("nobody hears this");
    assertThat(off.callerSite()).isZero();
  }

  /** Records without pause, and tells from time to time how far it is. */
  static final class Chatterbox {
    public static void main(String[] args) {
      ChildJvm.endWithTest();
      long events = args.length == 0 ? Long.MAX_VALUE : Long.parseLong(args[0]);
      ThreadLog log = Recorder.current().log();
      for (long i = 0; i < events; i++) {
        log.event(EventKind.PUT, 0, (int) i, 0, i);
        if ((i + 1) % 1000 == 0) {
          System.out.println(i + 1);
        }
      }
    }
  }

  /** Many threads that record without pause, and count what they did where it outlives them. */
  static final class Crowd {
    /** Each thread's count in a cache line of its own. */
    static final int LINE = 64;

    private static final int EACH = 1_000;

    public static void main(String[] args) throws Exception {
      ChildJvm.endWithTest();
      int threads = Integer.parseInt(args[1]);
      MappedByteBuffer counts;
      try (FileChannel file =
          FileChannel.open(
              Path.of(args[0]),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE)) {
        counts = file.map(FileChannel.MapMode.READ_WRITE, 0, (long) threads * LINE);
      }
      counts.order(ByteOrder.nativeOrder());
      Recorder recorder = Recorder.current();
      // Whoever starts hundreds of busy threads one by one hardly gets a processor for the next.
      CountDownLatch go = new CountDownLatch(1);
      CountDownLatch busy = new CountDownLatch(threads);
      for (int i = 0; i < threads; i++) {
        int at = i * LINE;
        new Thread(
                () -> {
                  await(go);
                  for (long done = 1; ; done++) {
                    recorder.log().event(EventKind.PUT, 0, 1, 1, done);
                    counts.putLong(at, done);
                    if (done == EACH) {
                      busy.countDown();
                      await(busy); // else the last ones hardly get a processor
                    }
                  }
                })
            .start();
      }
      go.countDown();
      busy.await();
      System.out.println("busy");
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e); // nobody interrupts here
      }
    }
  }
}
