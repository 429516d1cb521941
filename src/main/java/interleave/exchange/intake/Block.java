package interleave.exchange.intake;

import java.io.IOException;

/**
 * What a thread gathered, to be written into its segment.
 *
 * @param order where each record begins, in their order
 * @param end so many of them are written
 */
record Block(Nesting nesting, ImportedSegment to, Records records, int[] order, int end) {
  /** So many are a call of their own, which is compiled sooner than a long loop, and once. */
  private static final int PART = 32;

  void write(Intake intake, Slots slots) throws IOException {
    long[] numbers = records.numbers();
    byte[] texts = records.texts();
    intake.times().add(numbers, order, end);
    for (int i = 0; i < end; i += PART) {
      take(numbers, texts, i, Math.min(i + PART, end), slots);
    }
    to.append(slots);
  }

  private void take(long[] numbers, byte[] texts, int from, int to, Slots slots) {
    for (int i = from; i < to; i++) {
      nesting.take(numbers, order[i], texts, slots);
    }
  }
}
