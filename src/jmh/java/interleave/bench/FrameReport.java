package interleave.bench;

import interleave.event.Recording;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What frames cost: 200 lanes at 1920 × 1080 in the toolkit's software pipeline, from ten thousand
 * events on, at every zoom, while panning, and while a million events a second come in; and how
 * long it takes from an event to its picture. Prints a table, and ratios with their limits.
 *
 * <p>The window needs a screen of that size, see {@link Screen}; where there is none nothing is
 * measured, and it says so.
 */
public final class FrameReport {
  private static final String[] SIZES = {"10000", "1000000", "10000000"};
  private static final double MS = 1e6;
  private static final long MANY_A_SECOND = 1_000_000;
  private static final long SOME_A_SECOND = 10_000;
  private static final int DEEPEST = 20;

  private final Path folder;
  private final FrameWindow window;
  private final Limits limits;
  private final List<FrameWindow.Cost> all = new ArrayList<>();

  /** The length of the shortest recording. */
  private double shortest;

  private FrameReport(Path folder, FrameWindow window, Limits limits) {
    this.folder = folder;
    this.window = window;
    this.limits = limits;
  }

  /** Whether the limits hold, or there is no screen; measured in a JVM of its own. */
  static boolean held() throws IOException, InterruptedException {
    try (Screen screen = Screen.find()) {
      if (screen.missing()) {
        System.out.println("There is no screen, and no Xvfb to make one: frames are not measured.");
        return true;
      }
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-cp"));
      command.addAll(List.of(System.getProperty("java.class.path"), FrameReport.class.getName()));
      command.addAll(List.of(SIZES));
      ProcessBuilder measuring = new ProcessBuilder(command).inheritIO();
      screen.into(measuring.environment());
      return measuring.start().waitFor() == 0;
    }
  }

  /**
   * Arguments: how many events the recordings have, fewest first, on the screen that there is;
   * without any the usual ones, on one of its own where there is none.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.exit(held() ? 0 : 1);
    }
    Limits limits = new Limits(System.out);
    Path folder = Files.createTempDirectory("interleave-frames-");
    try {
      List<Long> sizes = new ArrayList<>();
      for (String size : arguments) {
        sizes.add(Long.parseLong(size));
      }
      new FrameReport(folder, FrameWindow.open(), limits).measure(sizes);
    } finally {
      Recording.open(folder).delete();
    }
    System.exit(limits.kept() ? 0 : 1);
  }

  private void measure(List<Long> sizes) throws Exception {
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
    List<Measured> measured = new ArrayList<>();
    for (long size : sizes) {
      measured.add(recording(size));
    }
    List<FrameWindow.Cost> panning = List.copyOf(all);
    FrameWindow.Live some = live(SOME_A_SECOND);
    FrameWindow.Live many = live(MANY_A_SECOND);
    limits.title();
    limits.line(
        "processor time of the application thread a frame / 4 ms",
        worst(all, cost -> cost.processor().application()) / 4 / MS,
        1);
    limits.line(
        "from frame to frame / a 60th of a second, median",
        worst(panning, cost -> cost.interval().median()) / 16.7 / MS,
        1.02);
    limits.line(
        "from frame to frame / a 30th of a second, p99",
        worst(panning, cost -> cost.interval().ninetyNinth()) / 33.4 / MS,
        1.02);
    limits.line(
        "a frame of %,d events / of %,d, of the same time"
            .formatted(sizes.getLast(), sizes.getFirst()),
        measured.getLast().sameTime / measured.getFirst().sameTime,
        1.3);
    live(SOME_A_SECOND, some, 1.1, 1.1, 1.2);
    live(MANY_A_SECOND, many, 2.4, 2.4, 3.5);
  }

  /** That many are more than two processors make and draw at once: see decision 80. */
  private void live(
      long aSecond, FrameWindow.Live live, double median, double ninetyNinth, double late) {
    String name = "live, %,d a second: ".formatted(aSecond);
    FrameWindow.Cost cost = live.cost();
    limits.line(name + "median / a 60th", cost.interval().median() / 16.7 / MS, median);
    limits.line(name + "p99 / a 30th", cost.interval().ninetyNinth() / 33.4 / MS, ninetyNinth);
    limits.line(name + "event to picture, p99 / 50 ms", live.part(99) / 50 / MS, late);
  }

  private static double worst(
      List<FrameWindow.Cost> all, ToDoubleFunction<FrameWindow.Cost> figure) {
    return all.stream().mapToDouble(figure).max().orElse(0);
  }

  /**
   * @param sameTime processor time of a frame that shows as long as the shortest recording is
   */
  private record Measured(double sameTime) {}

  private Measured recording(long size) throws Exception {
    Recording recording = LaneRecording.of(folder, size);
    try {
      Timeline timeline = LiveTimeline.load(recording);
      window.show(timeline);
      double length = timeline.now() - timeline.start();
      shortest = shortest == 0 ? length : shortest;
      double sameTime = 0;
      for (double share = 1; length * share > shortest / DEEPEST; share /= 10) {
        FrameWindow.Cost cost = window.pan(share);
        print("%,d, %.0e".formatted(size, share), cost);
        if (length * share > shortest / 2) {
          sameTime = cost.processor().all(); // the last of these is as long as the shortest
        }
      }
      return new Measured(sameTime);
    } finally {
      window.show(null);
      recording.delete();
    }
  }

  /** So many events a second come in. */
  private FrameWindow.Live live(long aSecond) throws Exception {
    Recording recording = Recording.createIn(folder, 1L << 40);
    try (LiveTimeline live = LiveTimeline.follow(recording);
        StreamingLanes lanes = StreamingLanes.into(recording, aSecond)) {
      FrameWindow.Live measured = window.follow(live);
      print("live, %,d a second".formatted(aSecond), measured.cost());
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
