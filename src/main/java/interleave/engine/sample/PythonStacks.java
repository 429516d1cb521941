package interleave.engine.sample;

import interleave.engine.sample.StackPlace.Field;
import interleave.event.NativeState;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of the threads of one Python, read from the memory of its process while it runs. What
 * is read bit by bit of what changes meanwhile may be put together of two moments that are some
 * microseconds apart; what makes no sense is left out.
 */
final class PythonStacks implements Closeable {
  private static final int MOST_THREADS = 64;
  private static final int MOST_FRAMES = 256;
  private static final int MOST_CODES = 100_000;
  private static final int THREAD_BYTES = 256;
  private static final int FRAME_BYTES = 112;
  private static final int HOLDER = 8;
  private static final int HELD = 16;
  private static final int OF_C = 3;
  private static final int WIDE_INSTRUCTIONS = 10;

  private final StackPlace place;
  private final ProcessMemory memory;
  private final Recording recording;
  private final long opened = System.nanoTime();
  private final Map<Long, PythonCode> codes = new HashMap<>();
  private final long[] code = new long[MOST_FRAMES];
  private final long[] instruction = new long[MOST_FRAMES];
  private @Nullable StackLog log;
  private long last;

  /**
   * @throws IOException when that process has ended, or may not be looked into
   */
  PythonStacks(StackPlace place, Recording recording) throws IOException {
    this.place = place;
    this.recording = recording;
    memory = new ProcessMemory(place.pid());
  }

  long pid() {
    return place.pid();
  }

  /**
   * Looks at all threads.
   *
   * @param longest for how much time a sample stands at most
   * @throws IOException when the process has ended
   */
  void look(long longest) throws IOException {
    long now = System.nanoTime();
    long weight = last == 0 ? longest / 2 : Math.min(longest, now - last);
    last = now;
    ByteBuffer lock = memory.read(place.lock(), HELD + Integer.BYTES);
    long holder = lock.getInt(HELD) > 0 ? lock.getLong(HOLDER) : 0;
    long thread = memory.word(place.interpreter() + place.at(Field.FIRST_THREAD));
    for (int i = 0; thread != 0 && i < MOST_THREADS; i++) {
      ByteBuffer state = memory.read(thread, THREAD_BYTES);
      long identifier = state.getLong(place.at(Field.IDENTIFIER));
      long frame = state.getLong(place.at(Field.FRAME));
      boolean running = thread == holder;
      thread = state.getLong(place.at(Field.NEXT_THREAD));
      try {
        look(identifier, frame, running, weight, now);
      } catch (IOException e) {
        // It changed while it was read.
      }
    }
  }

  private void look(long identifier, long top, boolean running, long weight, long now)
      throws IOException {
    long frame = top;
    if (place.has(Field.INNER_FRAME) && frame != 0) {
      frame = memory.word(frame + place.at(Field.INNER_FRAME));
    }
    int depth = frames(frame);
    StackLog to = log();
    int stack = 0;
    for (int i = depth - 1; i >= 0; i--) {
      PythonCode of = code(code[i]);
      int site =
          of.sites()
              .computeIfAbsent(
                  bytes(i), at -> to.site(of.file(), of.line(at), of.name(), of.owner(), now));
      stack = to.stack(stack, site, now);
    }
    if (stack != 0) {
      NativeState state = running ? NativeState.RUNNING : NativeState.UNKNOWN;
      to.seenByRuntime(identifier, stack, state, weight, now);
    }
  }

  /** Reads the frames, innermost first; returns how many. */
  private int frames(long innermost) throws IOException {
    int depth = 0;
    long frame = innermost;
    for (int i = 0; frame != 0 && i < MOST_FRAMES; i++) {
      ByteBuffer at = memory.read(frame, FRAME_BYTES);
      boolean ofC = place.has(Field.OWNER) && at.get(place.at(Field.OWNER)) == OF_C;
      if (!ofC) {
        code[depth] = at.getLong(place.at(Field.CODE));
        instruction[depth] =
            place.minor() > WIDE_INSTRUCTIONS
                ? at.getLong(place.at(Field.INSTRUCTION))
                : at.getInt(place.at(Field.INSTRUCTION));
        depth++;
      }
      frame = at.getLong(place.at(Field.CALLER));
    }
    return depth;
  }

  /** How many bytes from its first instruction a frame is. */
  private int bytes(int i) {
    if (place.minor() > WIDE_INSTRUCTIONS) {
      return (int) (instruction[i] - code[i] - place.at(Field.INSTRUCTIONS));
    }
    int steps = (int) instruction[i];
    return place.minor() == WIDE_INSTRUCTIONS ? steps * 2 : steps;
  }

  private PythonCode code(long address) throws IOException {
    PythonCode.Mark mark = PythonCode.mark(memory, place, address);
    PythonCode known = codes.get(address);
    if (known == null || !known.mark().equals(mark)) {
      if (codes.size() >= MOST_CODES) {
        codes.clear();
      }
      known = PythonCode.read(memory, place, mark);
      codes.put(address, known);
    }
    return known;
  }

  private StackLog log() throws IOException {
    StackLog known = log;
    if (known == null) {
      long parent =
          ProcessHandle.of(place.pid())
              .flatMap(ProcessHandle::parent)
              .map(ProcessHandle::pid)
              .orElse(0L);
      known = new StackLog(recording, TracedRuntime.PYTHON, place.pid(), parent, opened);
      log = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
