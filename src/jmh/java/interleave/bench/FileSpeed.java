package interleave.bench;

import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How large a recording is in a file, and how fast it gets there and back. Arguments: the folder of
 * a recording, and how many events it has.
 */
public final class FileSpeed {
  private FileSpeed() {}

  /** Something that is timed. */
  private interface Work {
    void run() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    double events = Double.parseDouble(arguments[1]);
    Path file = Files.createTempFile("speed", ".interleave");
    try {
      Recording recording = Recording.open(from);
      Manifest manifest = Manifest.titled("speed", Instant.EPOCH);
      for (int round = 0; round < 3; round++) {
        time(
            "save",
            events,
            () -> KnownFormats.ALL.save(recording, manifest, file, Progress.UNHEARD));
        time("open", events, () -> KnownFormats.ALL.open(file, Progress.UNHEARD).close());
        time("unpack", events, () -> unpack(file));
      }
      say("%.2f bytes an event", Files.size(file) / events);
    } finally {
      Files.delete(file);
    }
  }

  private static void unpack(Path file) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      opened.recording();
    }
  }

  private static void time(String what, double events, Work work) throws IOException {
    long cpu = processor();
    long wall = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - wall) / (double) TimeUnit.SECONDS.toNanos(1);
    double processor = (processor() - cpu) / (double) TimeUnit.SECONDS.toNanos(1);
    say(
        "%s: %.3f s, processors %.3f s, %.1f million events a second",
        what, seconds, processor, events / seconds / 1e6);
  }

  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
