package interleave.engine;

import interleave.event.EventKind;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock of one interpreter, read from the memory of its process:
 *
 * <pre>
 *   0 interval   8 last holder's state   16 held or not   24 how often it went to another thread
 * </pre>
 *
 * Each look takes about two microseconds and does not stop the process. Four words are not read in
 * one step, so what does not fit together is left for the next look.
 */
final class SampledGil implements Closeable {
  /** Between two looks that are further apart it is not known who had it, if it changed hands. */
  private static final long UNSEEN_NS = 2_000_000;

  /** The same where no other thread came, but it is not known whether anybody had it at all. */
  private static final long IDLE_UNSEEN_NS = 15_000_000;

  /** No thread has this identifier. */
  private static final long UNKNOWN = -1;

  private static final int BYTES = 32;
  private static final int HOLDER_AT = 8;
  private static final int HELD_AT = 16;
  private static final int PASSED_AT = 24;

  private final GilPlace place;
  private final EngineLog log;
  private final FileChannel memory;
  private final ByteBuffer lock = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer word =
      ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long passed;
  private boolean begun;
  private long state;
  private long holder;
  private boolean held;
  private boolean shared;

  /** How many handovers were recorded, as seen or as not seen. */
  private long told;

  private long lastTold;
  private long lastLook;
  private long events;

  /**
   * @throws IOException when that process has ended, or may not be looked into
   */
  SampledGil(GilPlace place, EngineLog log) throws IOException {
    this.place = place;
    this.log = log;
    memory = FileChannel.open(Path.of("/proc", place.pid() + "", "mem"), StandardOpenOption.READ);
  }

  /**
   * Looks at it, and records what has changed.
   *
   * @return whether anything has that concerns several threads
   * @throws IOException when the process has ended
   */
  boolean look() throws IOException {
    read(lock, place.address());
    long now = System.nanoTime();
    long counted = lock.getLong(PASSED_AT);
    long before = lastLook;
    lastLook = now;
    boolean isHeld = lock.getInt(HELD_AT) > 0;
    if (counted != passed || !begun) {
      begun = true;
      passed = counted;
      held = isHeld;
      identify();
      unseen(before, now, UNSEEN_NS);
      return shared && say(now);
    }
    boolean inBetween = lock.getLong(HOLDER_AT) != state;
    if (isHeld == held || inBetween) {
      return false;
    }
    held = isHeld;
    unseen(before, now, IDLE_UNSEEN_NS);
    return shared && say(now);
  }

  private void unseen(long since, long now, long longest) {
    if (lastTold != 0 && now - since > longest) {
      log.seen(EventKind.GIL_UNSEEN, place.pid(), since, now);
      events++;
    }
  }

  /** Another thread has it, or had. */
  private void identify() {
    state = lock.getLong(HOLDER_AT);
    try {
      read(word, state + place.identifier());
      holder = word.getLong(0);
    } catch (IOException e) {
      holder = UNKNOWN; // a thread that has ended, and its state with it
    }
    shared = passed > place.passed(); // else there is only one thread so far
  }

  private boolean say(long now) {
    boolean another = lastTold != 0 && lastTold != holder;
    long unseen = passed - place.passed() - told - (another ? 1 : 0);
    if (unseen > 0) {
      log.seen(EventKind.GIL_PASSED, place.pid(), unseen, now);
      told += unseen;
      events++;
    }
    if (held) {
      log.seen(EventKind.GIL_HELD, place.pid(), holder, now);
      told += another ? 1 : 0;
      lastTold = holder;
    } else {
      log.seen(EventKind.GIL_FREE, place.pid(), 0, now);
    }
    events++;
    return true;
  }

  private void read(ByteBuffer into, long address) throws IOException {
    into.clear();
    if (memory.read(into, address) < into.capacity()) {
      throw new EOFException(); // the process has ended
    }
  }

  long pid() {
    return place.pid();
  }

  /** How much was recorded of it. */
  long events() {
    return events;
  }

  /** Its process has ended. */
  void ended() {
    unseen(lastLook, System.nanoTime(), UNSEEN_NS);
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
