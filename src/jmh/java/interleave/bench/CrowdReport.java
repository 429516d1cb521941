package interleave.bench;

import interleave.event.Recording;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.search.Found;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What very many threads cost to look at: the processor time of a picture of a million virtual
 * threads that each wait once, against one of a hundred that wait as often all together, folded,
 * and opened and scrolled through; and the bytes of heap that a thread takes. The property {@code
 * interleave.bench.lanes} says how many they are.
 */
public final class CrowdReport {
  private static final int LANES = Integer.getInteger("interleave.bench.lanes", 1_000_000);

  /** As many as fill the window. */
  private static final int FEW = 100;

  private static final int TIMES = 300;
  private static final int BEFORE = 300;
  private static final String CROWD = "crowd";
  private static final TrackKinds KINDS = TrackKinds.STANDARD;

  private final TimelineDrawing drawing = new TimelineDrawing(KINDS, TextMetrics.even());
  private final Limits limits;

  private CrowdReport(Limits limits) {
    this.limits = limits;
  }

  public static void main(String[] arguments) throws IOException {
    Limits limits = new Limits(System.out);
    print(limits);
    System.exit(limits.kept() ? 0 : 1);
  }

  static void print(Limits limits) throws IOException {
    Path folder = Files.createTempDirectory("interleave-bench-");
    try {
      new CrowdReport(limits).measure(folder);
    } finally {
      Recording.open(folder).delete();
    }
  }

  private void measure(Path folder) throws IOException {
    Timeline few = LiveTimeline.load(CrowdRecording.of(folder, FEW, LANES / FEW));
    long heap = used();
    long began = processor();
    Timeline many = LiveTimeline.load(CrowdRecording.of(folder, LANES, 1));
    double read = (processor() - began) / 1e9;
    double bytes = (used() - heap) / (double) LANES;
    System.out.printf(Locale.ROOT, "%n%,d threads are read in %.2f s%n%n", LANES, read);
    for (int round = 0; round < 2; round++) { // the first time for the compiler
      double folded = frame(many, Folds.NONE) / frame(few, Folds.NONE);
      double opened = frame(many, opened(LANES)) / frame(few, opened(FEW));
      if (round > 0) {
        limits.title();
        limits.line("%,d threads folded / %,d".formatted(LANES, FEW), folded, 1.5);
        limits.line("%,d threads opened, scrolled / %,d".formatted(LANES, FEW), opened, 1.5);
        limits.line("bytes a thread, on the heap", bytes, 850);
      }
    }
    find(many);
  }

  /** All of the crowd. */
  private static Folds opened(int lanes) {
    Folds folds = Folds.NONE.toggleOpened(CROWD, 0);
    for (long shown = 50; shown < lanes; shown *= 4) {
      folds = folds.morePages(CROWD, 0);
    }
    return folds;
  }

  /** Microseconds of a picture, at each of some zooms and heights. */
  private double frame(Timeline timeline, Folds folds) {
    PictureAreas areas = drawing.frame(timeline, 1440, 900);
    Viewport all = Viewport.of(timeline.start(), timeline.now());
    double height = drawing.draw(View.of(timeline, all, areas).withFolds(folds)).contentHeight();
    double scrolled = Math.max(0, height - 900);
    long began = 0;
    for (int i = -BEFORE; i < TIMES; i++) {
      began = i == 0 ? processor() : began;
      double share = Math.pow(10, -(i + BEFORE) % 4);
      double down = scrolled * ((i + BEFORE) % 97) / 97;
      Viewport window = window(timeline, share, i + BEFORE).scrolled(down);
      drawing.draw(View.of(timeline, window, areas).withFolds(folds));
    }
    double each = (processor() - began) / 1e3 / TIMES;
    System.out.printf(
        Locale.ROOT,
        "%,9d threads, %,12.0f pixels: %,8.1f µs%n",
        timeline.lanes().size(),
        height,
        each);
    return each;
  }

  private static Viewport window(Timeline timeline, double share, int at) {
    long length = timeline.now() - timeline.start();
    long from = timeline.start() + (long) (length * (1 - share) * (at % 31) / 31);
    return Viewport.of(from, from + Math.max(1000, (long) (length * share)));
  }

  private static void find(Timeline timeline) {
    long began = System.nanoTime();
    Found found = KINDS.search(timeline).find("request-" + (LANES - 3), 5, () -> false);
    long took = System.nanoTime() - began;
    ThingRef thing = found.hits().getFirst().thing();
    Folds shown = KINDS.reveal(timeline, Folds.NONE, thing);
    System.out.printf(
        Locale.ROOT,
        "the last but two is found in %.0f ms, and shown: %s%n",
        took / 1e6,
        !shown.equals(Folds.NONE));
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
