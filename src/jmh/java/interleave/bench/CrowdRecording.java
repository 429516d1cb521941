package interleave.bench;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A recording of as many virtual threads as one likes, through the real writers: each begins, waits
 * a while, as often as one likes, and ends, some thousands at a time, on two carriers. Arguments: a
 * folder for the recording, how many threads, and how often each waits.
 */
public final class CrowdRecording {
  private static final long OPENED = 1_000_000_000;
  private static final int CARRIERS = 2;
  private static final int FIRST = 10;

  /** Nanoseconds from one thread's begin to the next, and for how long each waits. */
  private static final long APART = 1000;

  private static final long WAITS = 5_000_000;

  private CrowdRecording() {}

  public static void main(String[] arguments) throws IOException {
    int threads = Integer.parseInt(arguments[1]);
    int often = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    System.out.println(of(Path.of(arguments[0]), threads, often).folder());
  }

  /** A recording in a new folder of {@code parent}. */
  static Recording of(Path parent, int threads, int often) throws IOException {
    Recording recording = Recording.createIn(parent, 1L << 40);
    SegmentWriter[] out = new SegmentWriter[CARRIERS];
    for (int i = 0; i < CARRIERS; i++) {
      out[i] = recording.segment(TracedRuntime.JAVA, 1, 0, OPENED + i);
    }
    write(out[0], EventKind.THREAD_BEGIN, 1, 0, OPENED + 10);
    int lag = (int) Math.min(threads, WAITS / APART);
    long turns = (long) threads * often;
    for (long turn = 0; turn < turns + lag; turn++) {
      long time = OPENED + 1000 + turn * APART;
      if (turn >= lag) {
        wakes(out, turn - lag, threads, time, turn - lag >= turns - threads);
      }
      if (turn < turns) {
        waits(out, turn, threads, time + APART / 2);
      }
    }
    return recording;
  }

  private static void waits(SegmentWriter[] out, long turn, int threads, long time) {
    int thread = (int) (turn % threads);
    int id = FIRST + thread;
    SegmentWriter to = out[thread % CARRIERS];
    if (turn < threads) {
      String name = "request-" + thread;
      to.write(EventKind.DEFINE_THREAD.code(), Flags.VIRTUAL, id, 0, 0, id, time, name);
      write(to, EventKind.CARRIER, id, 2 + thread % CARRIERS, time);
      write(to, EventKind.THREAD_BEGIN, id, 0, time);
    }
    write(to, EventKind.PARK_BEGIN, id, 0, time + APART / 4);
  }

  private static void wakes(SegmentWriter[] out, long turn, int threads, long time, boolean last) {
    int thread = (int) (turn % threads);
    int id = FIRST + thread;
    SegmentWriter to = out[thread % CARRIERS];
    write(to, EventKind.PARK_END, id, 0, time);
    write(to, EventKind.CARRIER, id, 2 + thread % CARRIERS, time);
    if (last) {
      write(to, EventKind.THREAD_END, id, 0, time + APART / 4);
    }
  }

  private static void write(SegmentWriter to, EventKind kind, int thread, long value, long time) {
    to.write(kind.code(), 0, thread, 0, 0, value, time);
  }
}
