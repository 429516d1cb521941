package interleave.event;

import static interleave.event.SlotFormat.COSTS_AT;
import static interleave.event.SlotFormat.COST_CLASSES;

import java.nio.ByteBuffer;

/**
 * What recording events took, and its median. A thread that is preempted while it records, or that
 * is not compiled yet, takes so much longer that it would be all a mean tells of.
 *
 * <p>A writer counts its samples in bytes of its segment's header, one for each class of costs;
 * when one of them is full, all are halved. So this costs the program no more than a sum would, and
 * segments can be put together.
 */
final class CostHistogram {
  /** All below twice this are in the first two classes; then each doubling has two. */
  private static final int LEAST_BITS = 3;

  private static final int FULL = 0xFF;

  private final double[] samples = new double[COST_CLASSES];

  /** Counts one sample in a segment's header; by the segment's writer. */
  static void count(ByteBuffer header, long nanos) {
    int at = COSTS_AT + classOf(nanos);
    int counted = Byte.toUnsignedInt(header.get(at));
    if (counted == FULL) {
      for (int each = COSTS_AT; each < COSTS_AT + COST_CLASSES; each++) {
        header.put(each, (byte) (Byte.toUnsignedInt(header.get(each)) / 2));
      }
      counted = FULL / 2;
    }
    header.put(at, (byte) (counted + 1));
  }

  /** By the two highest bits: 8 to 11, 12 to 15, 16 to 23, 24 to 31, 32 to 47 and so on. */
  static int classOf(long nanos) {
    if (nanos < 1 << LEAST_BITS) {
      return 0;
    }
    int highest = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    int half = (int) (nanos >>> (highest - 1)) & 1;
    return Math.min(COST_CLASSES - 1, 2 * (highest - LEAST_BITS) + half);
  }

  /** The least cost of that class. */
  private static double lowest(int classOfCosts) {
    return Math.scalb(2.0 + (classOfCosts & 1), LEAST_BITS - 1 + classOfCosts / 2);
  }

  /** Adds what a header says of so many samples; it may say nothing of them. */
  void add(ByteBuffer header, long weight) {
    double all = 0;
    for (int i = 0; i < COST_CLASSES; i++) {
      all += Byte.toUnsignedInt(header.get(COSTS_AT + i));
    }
    for (int i = 0; i < COST_CLASSES && all > 0; i++) {
      samples[i] += weight / all * Byte.toUnsignedInt(header.get(COSTS_AT + i));
    }
  }

  /** Half of the samples took less; NaN where there is none. */
  double median() {
    double all = 0;
    for (double each : samples) {
      all += each;
    }
    double below = 0;
    for (int i = 0; i < COST_CLASSES; i++) {
      if (samples[i] > 0 && below + samples[i] >= all / 2) {
        double within = (all / 2 - below) / samples[i];
        return lowest(i) + within * (lowest(i + 1) - lowest(i));
      }
      below += samples[i];
    }
    return Double.NaN;
  }
}
