package interleave.exchange.intake;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Threads that did little share a segment, in which all stands in the order of times. */
final class ThreadMerge {
  private static final int CONTINUATION = EventKind.CONTINUATION.code();

  private ThreadMerge() {}

  /** The slots of one thread, of which some are written. */
  private static final class Part {
    private final int rank;
    private final byte[] bytes;
    private final ByteBuffer slots;
    private int next;

    Part(int rank, byte[] bytes) {
      this.rank = rank;
      this.bytes = bytes;
      slots = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    long time() {
      return slots.getLong(next + TIME_AT);
    }

    int rank() {
      return rank;
    }

    boolean isEmpty() {
      return next >= bytes.length;
    }

    /** Writes an event with its text. */
    void write(Slots to) {
      int end = next + SLOT_BYTES;
      while (end < bytes.length && slots.getShort(end) == CONTINUATION) {
        end += SLOT_BYTES;
      }
      to.put(bytes, next, end - next);
      next = end;
    }
  }

  static void write(Collection<IntakeThread> threads, Slots slots, ImportedSegment to)
      throws IOException {
    PriorityQueue<Part> parts =
        new PriorityQueue<>(Comparator.comparingLong(Part::time).thenComparing(Part::rank));
    for (IntakeThread each : threads) {
      if (!each.hasSegment()) {
        each.slots(slots);
        Part part = new Part(each.id(), slots.taken());
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    while (!parts.isEmpty()) {
      Part part = parts.remove();
      part.write(slots);
      if (!part.isEmpty()) {
        parts.add(part);
      }
      if (slots.length() > Intake.PIECE) {
        to.append(slots);
      }
    }
    to.append(slots);
  }
}
