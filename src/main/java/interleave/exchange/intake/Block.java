package interleave.exchange.intake;

import java.io.IOException;

/**
 * What a thread gathered, to be written into its segment.
 *
 * @param order where each record begins, in their order
 * @param end so many of them are written
 */
record Block(Nesting nesting, ImportedSegment to, Records records, int[] order, int end) {
  void write(Intake intake, Slots slots) throws IOException {
    long[] numbers = records.numbers();
    byte[] texts = records.texts();
    intake.seen(numbers, order, end);
    for (int i = 0; i < end; i++) {
      nesting.take(numbers, order[i], texts, slots);
    }
    to.append(slots);
  }
}
