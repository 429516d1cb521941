package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import interleave.timeline.column.ColumnSpace;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.range.Inquiry;
import interleave.timeline.statistics.SliceSheet;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/**
 * What slices cost beside events of our own, in one run: a program to be run by hand. Eight threads
 * have slices within slices, three deep; in the other store eight threads take a lock each and wait
 * for it now and then. Argument: millions of events in each.
 */
public final class SliceSpeed {
  private static final int THREADS = 8;
  private static final int NAMES = 40;
  private static final int FRAMES = 40;

  private SliceSpeed() {}

  private interface Feed {
    void take(TimelineStore store, SegmentInfo segment, int thread, int events);
  }

  public static void main(String[] arguments) {
    int events = (int) (Double.parseDouble(arguments[0]) * 1e6);
    for (int round = 0; round < 3; round++) {
      measure("ours", TracedRuntime.JAVA, events, SliceSpeed::ours);
      Timeline slices = measure("slices", TracedRuntime.OTHER, events, SliceSpeed::slices);
      long began = System.nanoTime();
      int rows = SliceSheet.of(Inquiry.whole(slices)).rows().size();
      System.out.printf(
          "  figures of %d names in %,d ms%n", rows, (System.nanoTime() - began) / 1_000_000);
    }
  }

  private static Timeline measure(String what, TracedRuntime runtime, int events, Feed feed) {
    long[] outside = new long[1];
    ColumnSpace.from(
        bytes -> {
          outside[0] += bytes;
          return Arena.ofAuto().allocate(bytes, 8);
        });
    System.gc();
    long heap = used();
    TimelineStore store = new TimelineStore();
    long began = System.nanoTime();
    for (int thread = 1; thread <= THREADS; thread++) {
      SegmentInfo segment = new SegmentInfo(Path.of("s" + thread), runtime, 1, 0, 0, 0, false);
      store.segment(segment);
      for (int name = 1; thread == 1 && name <= NAMES; name++) {
        int type = (runtime == TracedRuntime.OTHER ? ObjectType.SLICE : ObjectType.LOCK).code();
        store.event(segment, EventKind.DEFINE_OBJECT, type, 0, name, 0, 0, 1, "name" + name);
      }
      feed.take(store, segment, thread, events / THREADS);
    }
    store.finish();
    long took = System.nanoTime() - began;
    Timeline timeline = store.snapshot();
    System.gc();
    System.out.printf(
        "%-7s %,d events in %,d ms: %.1f ns/event, %.1f bytes/event of the heap, %.1f outside%n",
        what,
        timeline.counters().events(),
        took / 1_000_000,
        (double) took / events,
        (double) (used() - heap) / events,
        (double) outside[0] / events);
    frames(timeline);
    return timeline;
  }

  /** Pictures of all, and of ever smaller parts from elsewhere. */
  private static void frames(Timeline timeline) {
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());
    long length = timeline.now() - timeline.start();
    for (long part = 1; part <= 100_000; part *= 100) {
      long worst = 0;
      long sum = 0;
      for (int i = 0; i < FRAMES; i++) {
        long from = timeline.start() + (length - length / part) * i / FRAMES;
        View view =
            View.of(
                timeline,
                Viewport.of(from, from + length / part),
                PictureAreas.of(1440, 900).withGutter(180));
        long began = System.nanoTime();
        drawing.draw(view);
        long took = System.nanoTime() - began;
        worst = Math.max(worst, took);
        sum += took;
      }
      System.out.printf(
          "  1/%,d of it: %.2f ms a frame, %.2f at most%n", part, sum / 1e6 / FRAMES, worst / 1e6);
    }
  }

  private static void slices(TimelineStore store, SegmentInfo segment, int thread, int events) {
    long time = 1000;
    for (int i = 0; i < events; i += 6) {
      time += 200 + (i * 31 & 127);
      begin(store, segment, thread, i, time);
      begin(store, segment, thread, i + 7, time + 40);
      begin(store, segment, thread, i + 3, time + 60);
      end(store, segment, thread, time + 90);
      end(store, segment, thread, time + 150);
      end(store, segment, thread, time + 180);
    }
  }

  private static void begin(TimelineStore store, SegmentInfo of, int thread, int name, long at) {
    int object = 1 + Math.floorMod(name, NAMES);
    store.event(of, EventKind.SLICE_BEGIN, 0, thread, object, 0, 0, at, null);
  }

  private static void end(TimelineStore store, SegmentInfo of, int thread, long at) {
    store.event(of, EventKind.SLICE_END, 0, thread, 0, 0, 0, at, null);
  }

  private static void ours(TimelineStore store, SegmentInfo segment, int thread, int events) {
    long time = 1000;
    for (int i = 0; i < events; i += 3) {
      time += 100 + (i * 31 & 63);
      store.event(segment, EventKind.LOCK_REQUEST, 0, thread, thread, 0, 0, time, null);
      store.event(segment, EventKind.LOCK_ACQUIRED, 0, thread, thread, 0, 20, time + 20, null);
      store.event(segment, EventKind.LOCK_RELEASED, 0, thread, thread, 0, 0, time + 60, null);
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
