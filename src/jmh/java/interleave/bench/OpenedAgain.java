package interleave.bench;

import com.sun.management.OperatingSystemMXBean;
import interleave.app.Main;
import interleave.app.command.Terminal;
import interleave.event.Recording;
import interleave.exchange.KnownFormats;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.tail.LiveTimeline;
import interleave.tail.OpenedTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A saved recording, which keeps what was derived of it: what its whole {@code info} takes, from
 * the start of the JVM on, and what its first picture, in a JVM that has shown another one before.
 * Arguments: {@code save}, the folder of a recording and a file; {@code info} and a file; {@code
 * picture}, another file and the file. Prints lines of {@code name=number}.
 */
final class OpenedAgain {
  /** A window that is in use has shown something. */
  private static final int WARM = 5;

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private OpenedAgain() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "save" -> save(Path.of(arguments[1]), Path.of(arguments[2]));
      case "info" -> info(arguments[1]);
      default -> {
        for (int i = 0; i < WARM; i++) {
          picture(Path.of(arguments[1]));
        }
        long before = processor();
        long began = System.nanoTime();
        picture(Path.of(arguments[2]));
        say("wall", System.nanoTime() - began);
        say("processor", processor() - before);
      }
    }
    System.exit(0);
  }

  private static void save(Path folder, Path file) throws IOException, InterruptedException {
    Recording recording = Recording.open(folder);
    LiveTimeline live = LiveTimeline.ahead(recording);
    live.end();
    live.awaitFinal();
    Manifest manifest = Manifest.titled("flood", Instant.EPOCH);
    KnownFormats.ALL.save(recording, manifest, live.entries(), file, Progress.UNHEARD);
  }

  private static void info(String file) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    if (Main.execute(new Terminal(nowhere, System.err, false), "info", file) != 0) {
      System.exit(1);
    }
    long began = ManagementFactory.getRuntimeMXBean().getStartTime();
    say("wall", (System.currentTimeMillis() - began) * 1_000_000);
    say("processor", processor());
  }

  /** Of the whole process, its compilers and collectors, too. */
  private static long processor() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void picture(Path file) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      Timeline timeline = OpenedTimeline.of(opened, Progress.UNHEARD).timeline();
      Viewport all = Viewport.of(timeline.start(), timeline.now());
      View view = View.of(timeline, all, PictureAreas.of(WIDTH, HEIGHT));
      int marks =
          new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even())
              .draw(view)
              .list()
              .marks()
              .size();
      if (marks == 0) {
        throw new IllegalStateException("nothing is drawn of " + file);
      }
    }
  }

  private static void say(String what, long number) {
    System.out.println(what + "=" + number);
  }
}
