package interleave.engine.sample;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The sampled stacks of one process, in a segment of their own; for one thread. */
final class StackLog {
  /** No tracer numbers its places like that. */
  private static final int FIRST_SITE = 1 << 30;

  /** So many different stacks of a process are told apart. */
  private static final int MOST_STACKS = 1 << 20;

  private static final long MICROSECOND = 1000;

  private final SegmentWriter segment;
  private final Map<Place, Integer> sites = new HashMap<>();
  private final Map<Long, Integer> stacks = new HashMap<>();
  private long samples;

  private record Place(String file, int line, String function, String owner) {}

  StackLog(Recording recording, TracedRuntime runtime, long pid, long parent, long opened)
      throws IOException {
    segment = recording.segment(runtime, pid, parent, opened);
  }

  /** The number of a place in the source. */
  int site(String file, int line, String function, String owner, long time) {
    return sites.computeIfAbsent(
        new Place(file, line, function, owner),
        _ -> {
          int id = FIRST_SITE + sites.size();
          String words = file + "\n" + function + "\n" + owner;
          segment.write(EventKind.DEFINE_SITE.code(), 0, 0, 0, id, line, time, words);
          return id;
        });
  }

  /** The number of a stack: its innermost frame, and the stack that this was called from, or 0. */
  int stack(int caller, int site, long time) {
    long key = (long) caller << Integer.SIZE | site;
    Integer known = stacks.get(key);
    if (known == null && stacks.size() >= MOST_STACKS) {
      return caller;
    }
    if (known == null) {
      known = stacks.size() + 1;
      stacks.put(key, known);
      segment.write(EventKind.DEFINE_STACK.code(), 0, 0, known, site, caller, time);
    }
    return known;
  }

  /** A thread of a Java program, which its tracer calls as the JVM does. */
  void seen(int thread, int stack, NativeState state, long weight, long time) {
    samples++;
    segment.write(EventKind.STACK_SAMPLE.code(), state.ordinal(), thread, stack, 0, weight, time);
  }

  /** A thread by the identifier that its runtime gives it. */
  void seenByRuntime(long identifier, int stack, NativeState state, long weight, long time) {
    samples++;
    int micros = (int) Math.min(Integer.MAX_VALUE, weight / MICROSECOND);
    int flags = state.ordinal() | Flags.BY_RUNTIME;
    segment.write(EventKind.STACK_SAMPLE.code(), flags, 0, stack, micros, identifier, time);
  }

  long samples() {
    return samples;
  }
}
