package interleave.bench;

import interleave.event.Recording;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Follows a program for as long as one likes, as the window does, and prints every ten seconds how
 * far behind it is, what is on the heap and what is lost: a program to be run by hand. Arguments:
 * minutes, of which {@link Flood}, how many events a second, 0 for as many as can be. Ends with
 * exit code 1 where something was lost, or what was written was not all read.
 */
public final class FloodSoak {
  private static final long CAP = 64L << 30;
  private static final long EVERY_MS = 10_000;
  private static final long LOOK_MS = 50;

  private final LiveTimeline live;
  private final long began = System.nanoTime();
  private long worstBehind;
  private long worstWaiting;
  private long before;
  private long beforeAt = began;
  private long usedBefore;

  private FloodSoak(LiveTimeline live) {
    this.live = live;
  }

  public static void main(String[] arguments) throws Exception {
    long seconds = (long) (Double.parseDouble(arguments[0]) * 60);
    Path place = arguments.length > 3 ? Path.of(arguments[3]) : Recording.place();
    Recording recording = Recording.createIn(place, CAP);
    try (LiveTimeline live = LiveTimeline.follow(recording)) {
      Process program = program(recording, seconds, arguments[1], arguments[2]);
      FloodSoak soak = new FloodSoak(live);
      while (!program.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
        soak.look();
      }
      soak.print();
      long written = Long.parseLong(new String(program.getInputStream().readAllBytes()).strip());
      live.end();
      Timeline.Counters all = live.awaitFinal().counters();
      System.out.printf(
          "%,d events were written, %,d read, %,d lost%n", written, all.events(), all.lost());
      System.exit(all.lost() == 0 && all.events() == written ? 0 : 1);
    } finally {
      recording.delete();
    }
  }

  private static Process program(Recording recording, long seconds, String what, String rate)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FloodProgram.class.getName(),
            recording.folder().toString(),
            what,
            Long.toString(seconds),
            rate);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void look() {
    worstBehind = Math.max(worstBehind, live.behind());
    worstWaiting = Math.max(worstWaiting, live.bytesWaiting());
    if (System.nanoTime() - beforeAt > TimeUnit.MILLISECONDS.toNanos(EVERY_MS)) {
      print();
    }
  }

  private void print() {
    long now = System.nanoTime();
    Timeline.Counters counters = live.timeline().counters();
    long events = counters.events() - before;
    long used = used();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%4d s: %,13d events, %6.3f million/s, %4.0f ns of a processor each, at most %,d ms and %,d"
            + " MB behind, heap %,d MB, lost %,d%n",
        (now - began) / 1_000_000_000,
        counters.events(),
        events * 1e3 / (now - beforeAt),
        (double) (used - usedBefore) / Math.max(1, events),
        worstBehind / 1_000_000,
        worstWaiting >> 20,
        runtime.totalMemory() - runtime.freeMemory() >> 20,
        counters.lost());
    before = counters.events();
    beforeAt = now;
    usedBefore = used;
    worstBehind = 0;
    worstWaiting = 0;
  }

  /** What the thread that follows has taken of a processor. */
  private static long used() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      var info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().equals("interleave timeline")) {
        sum += threads.getThreadCpuTime(id);
      }
    }
    return sum;
  }
}
