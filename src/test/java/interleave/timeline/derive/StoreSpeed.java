package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.event.ValueType;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.column.ColumnSpace;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/**
 * How fast a store takes events, and what a snapshot costs: a program to be run by hand. Two
 * threads take turns at a lock and change a variable under it; arguments: millions of events, and
 * {@code live} when they are to arrive in small polls and not in one piece. Or {@code lanes} and
 * how many: so many virtual threads sleep once each, and then one thread alone goes on.
 */
public final class StoreSpeed {
  private static final SegmentInfo[] SEGMENTS = {segment("s1"), segment("s2")};
  private static final int LOCK = 1;
  private static final int VARIABLE = 2;

  private StoreSpeed() {}

  private static SegmentInfo segment(String name) {
    return new SegmentInfo(Path.of(name), TracedRuntime.JAVA, 1, 0, 0, 0, false);
  }

  public static void main(String[] arguments) {
    if (arguments[0].equals("lanes")) {
      for (int round = 0; round < 5; round++) {
        lanes(Integer.parseInt(arguments[1]));
      }
      return;
    }
    int events = (int) (Double.parseDouble(arguments[0]) * 1e6);
    boolean live = arguments.length > 1 && arguments[1].equals("live");
    for (int round = 0; round < 5; round++) {
      System.gc();
      long[] outside = new long[1];
      ColumnSpace.from(
          bytes -> {
            outside[0] += bytes;
            return Arena.ofAuto().allocate(bytes, 8);
          });
      long heap = used();
      TimelineStore store = new TimelineStore();
      store.segment(SEGMENTS[0]);
      store.segment(SEGMENTS[1]);
      define(store, LOCK, ObjectType.LOCK, "Bank.lock");
      define(store, VARIABLE, ObjectType.VARIABLE, "Bank.balance");
      long began = System.nanoTime();
      long snapshots = live ? live(store, events) : loaded(store, events);
      store.finish();
      long took = System.nanoTime() - began;
      Timeline timeline = store.snapshot();
      System.gc();
      System.out.printf(
          "%,d events in %,d ms: %.1f million/s, %.1f bytes/event of the heap, %.1f outside, %d"
              + " snapshots, %d lost updates%n",
          timeline.counters().events(),
          took / 1_000_000,
          events * 1e3 / took,
          (double) (used() - heap) / events,
          (double) outside[0] / events,
          snapshots,
          timeline.variables().getFirst().lostUpdates());
      query(timeline);
    }
  }

  private static void lanes(int count) {
    System.gc();
    long heap = used();
    TimelineStore store = new TimelineStore();
    store.segment(SEGMENTS[0]);
    store.segment(SEGMENTS[1]);
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int thread = 10 + i;
      long time = 1000 + i * 100L;
      of(store, thread, EventKind.DEFINE_THREAD, Flags.VIRTUAL, thread, time);
      of(store, thread, EventKind.THREAD_BEGIN, 0, 0, time);
      of(store, thread, EventKind.CARRIER, 0, 2 + i % 2, time);
      of(store, thread, EventKind.SLEEP_BEGIN, 0, 1_000_000, time + 50);
    }
    for (int i = 0; i < count; i++) {
      long time = 10_000_000 + count * 100L + i * 100L;
      of(store, 10 + i, EventKind.SLEEP_END, 0, 0, time);
      of(store, 10 + i, EventKind.THREAD_END, 0, 0, time + 40);
    }
    long end = 1_000_000_000L + count * 200L;
    store.advance(end);
    long took = System.nanoTime() - began;
    System.gc();
    long bytes = used() - heap;
    int snapshots = 200;
    began = System.nanoTime();
    for (int i = 0; i < snapshots; i++) {
      of(store, 1, EventKind.SLEEP_BEGIN, 0, 1000, end + i * 20);
      of(store, 1, EventKind.SLEEP_END, 0, 0, end + i * 20 + 10);
      store.advance(end + i * 20);
    }
    System.out.printf(
        "%,d lanes in %,d ms, %,d bytes a lane; then a snapshot takes %,d µs%n",
        store.snapshot().lanes().size(),
        took / 1_000_000,
        bytes / count,
        (System.nanoTime() - began) / snapshots / 1000);
  }

  private static void of(
      TimelineStore store, int thread, EventKind kind, int flags, long value, long at) {
    store.event(SEGMENTS[thread & 1], kind, flags, thread, 0, 0, value, at, null);
  }

  private static void define(TimelineStore store, int id, ObjectType type, String name) {
    store.event(SEGMENTS[0], EventKind.DEFINE_OBJECT, type.code(), 0, id, 0, 0, 0, name);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** One thread's segment after the other, as a finished recording is read. */
  private static long loaded(TimelineStore store, int events) {
    for (int thread = 1; thread <= 2; thread++) {
      for (int i = 0; i < events / 2; i += 4) {
        turn(store, thread, i * 100L + (thread - 1) * 200L);
      }
    }
    return 1;
  }

  private static long live(TimelineStore store, int events) {
    long snapshots = 0;
    int poll = 4000;
    for (int from = 0; from < events / 2; from += poll) {
      for (int thread = 1; thread <= 2; thread++) {
        for (int i = from; i < Math.min(from + poll, events / 2); i += 4) {
          turn(store, thread, i * 100L + (thread - 1) * 200L);
        }
      }
      store.advance(from * 100L);
      snapshots++;
    }
    return snapshots;
  }

  private static void turn(TimelineStore store, int thread, long time) {
    say(store, EventKind.LOCK_ACQUIRED, 0, thread, LOCK, 0, time + 1);
    say(store, EventKind.FIELD_READ, ValueType.INT.code(), thread, VARIABLE, 5, time + 50);
    say(store, EventKind.FIELD_WRITE, ValueType.INT.code(), thread, VARIABLE, 8, time + 100);
    say(store, EventKind.LOCK_RELEASED, 0, thread, LOCK, 0, time + 190);
  }

  private static void say(
      TimelineStore store, EventKind kind, int flags, int thread, int object, long value, long at) {
    store.event(SEGMENTS[thread - 1], kind, flags, thread, object, 0, value, at, null);
  }

  /** What 1,920 pixel columns of a frame ask. */
  private static void query(Timeline timeline) {
    long began = System.nanoTime();
    long start = timeline.start();
    long step = Math.max(1, (timeline.now() - start) / 1920);
    long sum = 0;
    for (int column = 0; column < 1920; column++) {
      long from = start + column * step;
      for (ThreadLane lane : timeline.lanes()) {
        for (ThreadState state : ThreadState.values()) {
          sum += lane.spans().nanosIn(state, from, from + step);
        }
      }
      sum += timeline.locks().getFirst().holds().nanosHeld(from, from + step);
      sum += timeline.locks().getFirst().holds().mainOwner(from, from + step);
      sum += (long) timeline.variables().getFirst().max(from, from + step);
    }
    System.out.printf(
        "  1,920 columns of two lanes, a lock and a variable: %,d µs (%d)%n",
        (System.nanoTime() - began) / 1000, sum % 10);
  }
}
