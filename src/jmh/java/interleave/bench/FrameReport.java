package interleave.bench;

import interleave.event.Recording;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What frames cost: 200 lanes at 1920 × 1080 in the toolkit's software pipeline, from ten thousand
 * events on, at every zoom, while panning, and while a million events a second come in; and how
 * long it takes from an event to its pixel. Prints a table, and ratios with their limits.
 *
 * <p>The window needs a screen of that size. Where there is none, and no X server in memory either,
 * nothing is measured, and it says so.
 */
public final class FrameReport {
  private static final long[] SIZES = {10_000, 1_000_000, 10_000_000};
  private static final double MS = 1e6;
  private static final long A_SECOND = 1_000_000;
  private static final double SINGLE_EVENTS = 40_000;

  private final Path folder;
  private final FrameWindow window;
  private final Limits limits;
  private final List<FrameWindow.Cost> all = new ArrayList<>();

  private FrameReport(Path folder, FrameWindow window, Limits limits) {
    this.folder = folder;
    this.window = window;
    this.limits = limits;
  }

  /** Arguments: how many events the recordings have. */
  public static void main(String[] arguments) throws Exception {
    long[] sizes = new long[arguments.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Long.parseLong(arguments[i]);
    }
    Limits limits = new Limits(System.out);
    print(limits, sizes.length > 0 ? sizes : SIZES);
    System.exit(limits.kept() ? 0 : 1);
  }

  private static void print(Limits limits, long[] sizes) throws Exception {
    Path folder = Files.createTempDirectory("interleave-frames-");
    try {
      new FrameReport(folder, FrameWindow.open(), limits).measure(sizes);
    } finally {
      Recording.open(folder).delete();
    }
  }

  private void measure(long[] sizes) throws Exception {
    System.out.printf(
        "%n%-26s %6s | %7s %7s %7s | %7s %7s | %7s %7s %7s%n",
        "events, share in sight",
        "1/s",
        "lay out",
        "draw",
        "paint",
        "median",
        "p99",
        "app",
        "drawing",
        "render");
    double few = 0;
    double many = 0;
    for (long size : sizes) {
      many = recording(size);
      few = few == 0 ? many : few;
    }
    FrameWindow.Live live = live();
    limits.title();
    limits.line(
        "application thread a frame / 4 ms",
        worst(cost -> cost.processor().application()) / 4 / MS,
        1);
    limits.line(
        "frame to frame / 16.7 ms, median",
        worst(cost -> cost.interval().median()) / 16.7 / MS,
        1.02);
    limits.line(
        "frame to frame / 33.4 ms, p99",
        worst(cost -> cost.interval().ninetyNinth()) / 33.4 / MS,
        1.02);
    limits.line(
        "a frame of %,d events / of %,d".formatted(sizes[sizes.length - 1], sizes[0]),
        many / few,
        1.3);
    limits.line("from an event to its picture / 50 ms, p99", live.part(99) / 50 / MS, 1);
  }

  private double worst(ToDoubleFunction<FrameWindow.Cost> figure) {
    return all.stream().mapToDouble(figure).max().orElse(0);
  }

  /** The mean processor time of a frame, at every zoom. */
  private double recording(long size) throws Exception {
    Recording recording = LaneRecording.of(folder, size);
    try {
      Timeline timeline = LiveTimeline.load(recording);
      window.show(timeline);
      double length = timeline.now() - timeline.start();
      double sum = 0;
      int count = 0;
      for (double share = 1; length * share > SINGLE_EVENTS; share /= 10) {
        FrameWindow.Cost cost = window.pan(share);
        print("%,d, %.0e".formatted(size, share), cost);
        sum += cost.processor().all();
        count++;
      }
      return sum / count;
    } finally {
      window.show(null);
      recording.delete();
    }
  }

  /** A million events a second come in. */
  private FrameWindow.Live live() throws Exception {
    Recording recording = Recording.createIn(folder, 1L << 40);
    try (LiveTimeline live = LiveTimeline.follow(recording);
        StreamingLanes lanes = StreamingLanes.into(recording, A_SECOND)) {
      FrameWindow.Live measured = window.follow(live);
      print("live, %,d a second".formatted(A_SECOND), measured.cost());
      System.out.printf(
          Locale.ROOT,
          "from an event to its picture: median %.1f ms, p99 %.1f ms%n",
          measured.part(50) / MS,
          measured.part(99) / MS);
      return measured;
    } finally {
      window.show(null);
      recording.delete();
    }
  }

  private void print(String what, FrameWindow.Cost cost) {
    all.add(cost);
    System.out.printf(
        Locale.ROOT,
        "%-26s %6.1f | %7.2f %7.2f %7.2f | %7.2f %7.2f | %7.2f %7.2f %7.2f%n",
        what,
        cost.perSecond(),
        cost.layOut() / MS,
        cost.draw() / MS,
        cost.paint() / MS,
        cost.interval().median() / MS,
        cost.interval().ninetyNinth() / MS,
        cost.processor().application() / MS,
        cost.processor().drawing() / MS,
        cost.processor().render() / MS);
  }
}
