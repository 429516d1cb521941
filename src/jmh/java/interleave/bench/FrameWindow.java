package interleave.bench;

import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Viewport;
import interleave.view.timeline.FrameTimes;
import interleave.view.timeline.TimelineView;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/** A window of 1920 × 1080 that shows nothing but a timeline, and tells what its frames cost. */
final class FrameWindow {
  private static final int WARM_UP = 60;
  private static final int FRAMES = 150;
  private static final double STEP = 3.3 / 1920;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final TimelineView view = new TimelineView();
  private final FrameTimes times = new FrameTimes();

  /** What is done before each frame. */
  private Runnable step = () -> {};

  private FrameWindow() {}

  static FrameWindow open() throws Exception {
    CompletableFuture<FrameWindow> opened = new CompletableFuture<>();
    Platform.startup(() -> opened.complete(shown()));
    return opened.get();
  }

  private static FrameWindow shown() {
    FrameWindow window = new FrameWindow();
    // As the program's window does: what is new is there before the timeline's own pulse.
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        window.step.run();
      }
    }.start();
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.setScene(new Scene(window.view, 1920, 1080));
    stage.show();
    window.view.frameTimesProperty().set(window.times);
    return window;
  }

  /**
   * What a frame cost, in nanoseconds.
   *
   * @param perSecond how many new pictures there were
   * @param layOut the median, as {@code draw} and {@code paint}, whichever thread did it
   * @param interval from one picture to the next
   * @param processor the mean of processor time, thread by thread
   */
  record Cost(
      double perSecond,
      double layOut,
      double draw,
      double paint,
      FrameTimes.Figures interval,
      Processor processor) {}

  /** Processor time a frame, of the application thread, the toolkit's renderer, and ours. */
  record Processor(double application, double render, double drawing) {
    double all() {
      return application + render + drawing;
    }

    private static Processor now() {
      double application = 0;
      double render = 0;
      double drawing = 0;
      for (long id : THREADS.getAllThreadIds()) {
        var info = THREADS.getThreadInfo(id);
        String name = info == null ? "" : info.getThreadName();
        if (name.startsWith("JavaFX Application")) {
          application += THREADS.getThreadCpuTime(id);
        } else if (name.startsWith("QuantumRenderer")) {
          render += THREADS.getThreadCpuTime(id);
        } else if (name.startsWith("timeline-drawing")) {
          drawing += THREADS.getThreadCpuTime(id);
        }
      }
      return new Processor(application, render, drawing);
    }

    private Processor since(Processor before, int frames) {
      return new Processor(
          (application - before.application) / frames,
          (render - before.render) / frames,
          (drawing - before.drawing) / frames);
    }
  }

  void show(@Nullable Timeline timeline) {
    Platform.runLater(() -> view.timelineProperty().set(timeline));
  }

  /** Looks at such a share of the run, and pans a few pixels a frame. */
  Cost pan(double share) throws Exception {
    return new Measurement(
            () -> {
              Timeline timeline = Objects.requireNonNull(view.getTimeline());
              double length = (timeline.now() - timeline.start()) * share;
              Viewport at = view.getViewport();
              boolean fits = Math.abs(at.length() / length - 1) < 0.01;
              long middle = timeline.start() + (timeline.now() - timeline.start()) / 2;
              view.followingProperty().set(false);
              view.jumpTo(
                  fits ? at.pan(length * STEP) : Viewport.of(middle, middle + (long) length));
            })
        .made();
  }

  /** Follows a run. */
  Live follow(LiveTimeline live) throws Exception {
    Platform.runLater(() -> view.followingProperty().set(true));
    Measurement measurement = new Measurement(() -> view.timelineProperty().set(live.timeline()));
    Cost cost = measurement.made();
    return new Live(cost, measurement.latencies());
  }

  /**
   * @param latencies from an event to the picture that shows it, sorted
   */
  record Live(Cost cost, long[] latencies) {
    long part(int percent) {
      return latencies.length == 0
          ? Long.MAX_VALUE // nothing was shown
          : latencies[Math.min(latencies.length - 1, latencies.length * percent / 100)];
    }
  }

  /** Frames one after the other, each after {@link #step}. */
  private final class Measurement extends AnimationTimer {
    private final Runnable doing;
    private final CompletableFuture<Cost> cost = new CompletableFuture<>();
    private final long[] latencies = new long[FRAMES * 20];
    private int pulses;
    private int sampled;
    private int shown;
    private long reached;
    private long began;
    private @Nullable Processor before;

    Measurement(Runnable doing) {
      this.doing = doing;
    }

    Cost made() throws Exception {
      Platform.runLater(
          () -> {
            step = doing;
            start();
          });
      return cost.get();
    }

    long[] latencies() {
      long[] sorted = Arrays.copyOf(latencies, sampled);
      Arrays.sort(sorted);
      return sorted;
    }

    @Override
    public void handle(long now) {
      sample();
      if (++pulses == WARM_UP) {
        times.clear();
        before = Processor.now();
        began = System.nanoTime();
      } else if (pulses == WARM_UP + FRAMES && before != null) {
        stop();
        step = () -> {};
        double seconds = (System.nanoTime() - began) / 1e9;
        int count = Math.max(1, times.count(FrameTimes.Part.INTERVAL));
        cost.complete(
            new Cost(
                count / seconds,
                times.of(FrameTimes.Part.LAY_OUT).median(),
                times.of(FrameTimes.Part.DRAW).median(),
                times.of(FrameTimes.Part.PAINT).median(),
                times.of(FrameTimes.Part.INTERVAL),
                Processor.now().since(before, count)));
      }
    }

    /** Of the events that are in the new picture, as if there were one every half millisecond. */
    private void sample() {
      int count = times.count(FrameTimes.Part.INTERVAL);
      long until = view.shownUntil();
      if (pulses > WARM_UP && count != shown) {
        for (long at = reached; at < until && sampled < latencies.length; at += 500_000) {
          latencies[sampled++] = times.lastShown() - at;
        }
      }
      shown = count;
      reached = until;
    }
  }
}
