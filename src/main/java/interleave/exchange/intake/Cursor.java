package interleave.exchange.intake;

import java.io.IOException;

/** Goes through records in their order. */
interface Cursor {
  /** Goes to the next one, and returns whether there is one. */
  boolean next() throws IOException;

  /** Where the numbers of this record stand, as in {@link Records}. */
  long[] record();

  int at();

  byte[] texts();

  /** As {@link Records#compare}, of what stands here and there. */
  default int compare(Cursor other) {
    return Records.compare(record(), at(), other.record(), other.at());
  }

  /** Those that are in memory. */
  static Cursor of(Records records, boolean childrenFirst) {
    int[] order = records.inOrder(childrenFirst);
    return new Cursor() {
      private int place = -1;

      @Override
      public boolean next() {
        return ++place < order.length;
      }

      @Override
      public long[] record() {
        return records.numbers();
      }

      @Override
      public int at() {
        return order[place];
      }

      @Override
      public byte[] texts() {
        return records.texts();
      }
    };
  }
}
