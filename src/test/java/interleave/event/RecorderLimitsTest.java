package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program under study must never notice: no room, interrupts, many threads. */
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
  void withNoRoomAtAllTheProgramGoesOnUnrecorded() throws IOException {
    ThreadLog log = recorder(0).log();
    log.event(EventKind.PUT, 0, 1, 1, 1);
    log.text(EventKind.OUTPUT, 0, 1, 1, 1, "unseen");
    assertThat(Collected.of(recording).events).isEmpty();
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
}
