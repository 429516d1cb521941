package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import java.util.Arrays;

/**
 * The fields of an event of the kernel's: all of those that are read are few and have low numbers.
 */
final class KernelFields {
  private static final int MOST = 8;

  private final long[] numbers = new long[MOST];
  private final String[] texts = new String[MOST];

  void read(Wire wire) {
    Arrays.fill(numbers, 0);
    Arrays.fill(texts, "");
    while (wire.next()) {
      int field = wire.field();
      if (field < MOST && wire.type() == Wire.BYTES) {
        texts[field] = wire.text(Wire.LONGEST);
      } else if (field < MOST) {
        numbers[field] = wire.number();
      }
    }
  }

  long number(int field) {
    return numbers[field];
  }

  String text(int field) {
    return texts[field];
  }
}
