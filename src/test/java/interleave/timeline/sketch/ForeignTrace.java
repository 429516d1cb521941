package interleave.timeline.sketch;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.WaitChannel;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;

/** What a file of another tool may tell: slices, rows that are no threads, moments, counters. */
public final class ForeignTrace {
  private static final long MS = 1_000_000;
  private static final long START = 7_000_000_000_000L;

  private final Trace trace = new Trace();
  private final Trace.Process server = trace.foreign(100, "server");
  private final Trace.Process renderer = trace.foreign(200, "renderer");
  private final Trace.Thread main = server.thread(1, "main");
  private final Trace.Thread pool = server.thread(2, "pool-1");
  private final Trace.Thread paint = renderer.thread(1, "paint");
  private final Trace.Thread row = server.track(50, "Requests");

  private ForeignTrace() {}

  public static Timeline timeline() {
    return recorded().trace.end();
  }

  /** The time so many milliseconds after the begin. */
  public static long at(long ms) {
    return START + ms * MS;
  }

  /** For whoever has more to tell before it ends. */
  public static Trace trace() {
    return recorded().trace;
  }

  private static ForeignTrace recorded() {
    ForeignTrace told = new ForeignTrace();
    told.requests();
    told.renderer();
    told.counters();
    return told;
  }

  private int name(Trace.Process of, String name) {
    return of.object(ObjectType.SLICE, 0, name);
  }

  private void requests() {
    int handle = name(server, "handle");
    int parse = name(server, "parse");
    int query = name(server, "query");
    int read = name(server, "read the rows of a table with a long name");
    int job = name(server, "job");
    int request = name(server, "GET /orders");
    int cache = name(server, "cache miss");
    int flow = name(server, "work");
    for (int i = 0; i < 6; i++) {
      long t = at(10 + 40L * i);
      row.at(t - 2 * MS).event(EventKind.SLICE_BEGIN, request);
      main.at(t).event(EventKind.SLICE_BEGIN, 0, handle, 0, "id: " + i + "\nuser: Ada");
      main.at(t + MS).event(EventKind.SLICE_BEGIN, parse);
      main.at(t + 6 * MS).event(EventKind.SLICE_END);
      main.at(t + 8 * MS).event(EventKind.SLICE_BEGIN, query);
      main.at(t + 9 * MS).event(EventKind.FLOW_OUT, flow, 500 + i);
      main.at(t + 10 * MS).event(EventKind.SLICE_BEGIN, read);
      pool.at(t + 11 * MS).event(EventKind.SLICE_BEGIN, job);
      pool.at(t + 11 * MS + 1).event(EventKind.FLOW_IN, flow, 500 + i);
      main.at(t + 17 * MS).event(EventKind.INSTANT, 0, cache, 0, "key: " + i);
      pool.at(t + 22 * MS).event(EventKind.SLICE_END);
      main.at(t + 24 * MS).event(EventKind.SLICE_END);
      main.at(t + 27 * MS).event(EventKind.SLICE_END, i == 3 ? Flags.FAILED : 0, 0, 0, null);
      main.at(t + 30 * MS).event(EventKind.SLICE_END);
      row.at(t + 32 * MS).event(EventKind.SLICE_END);
    }
    main.at(at(250)).event(EventKind.SLICE_BEGIN, handle); // cut off
    main.at(at(260)).event(EventKind.SLICE_BEGIN, query);
    main.at(at(280)).event(EventKind.INSTANT, cache);
  }

  private void renderer() {
    int frame = name(renderer, "frame");
    int gc = name(renderer, "GC");
    int start = name(renderer, "navigation start");
    told(at(0), NativeState.RUNNING, WaitChannel.UNKNOWN);
    paint.at(at(5)).event(EventKind.INSTANT, Flags.RUN_WIDE, start, 0, null);
    for (int i = 0; i < 16; i++) {
      long t = at(8 + 16L * i);
      told(t, NativeState.READY, WaitChannel.UNKNOWN);
      told(t + 2 * MS, NativeState.RUNNING, WaitChannel.UNKNOWN);
      paint.at(t + 2 * MS).event(EventKind.SLICE_BEGIN, frame);
      paint.at(t + 9 * MS).event(EventKind.SLICE_END);
      told(t + 10 * MS, NativeState.ASLEEP, WaitChannel.POLL);
    }
    paint.at(at(150)).event(EventKind.INSTANT, Flags.PROCESS_WIDE, gc, 0, null);
  }

  private void told(long time, NativeState state, WaitChannel channel) {
    paint.at(time).event(EventKind.STATE_TOLD, state.flags(channel), 0, 0, null);
  }

  private void counters() {
    int heap = server.object(ObjectType.COUNTER, 0, "heap");
    int drift = server.object(ObjectType.COUNTER, 0, "drift");
    for (int i = 0; i < 56; i++) {
      main.at(at(5L * i)).event(EventKind.COUNTER, heap, bits(1_000_000.0 * (10 + i % 14)));
      main.at(at(5L * i)).event(EventKind.COUNTER, drift, bits(Math.sin(i / 6.0) * 2.5));
    }
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }
}
