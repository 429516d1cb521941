package interleave.exchange.intake;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/** Goes through several, which are each in order, in the order of all. */
final class MergedCursor implements Cursor {
  /** One of them, and how many came before it. */
  private record Part(Cursor records, int rank) {}

  private final PriorityQueue<Part> parts;
  private Part current = new Part(NONE, 0);
  private boolean begun;

  private static final Cursor NONE = Cursor.of(new Records(), false);

  /**
   * @param childrenFirst as {@link Records#inOrder}
   */
  MergedCursor(List<? extends Cursor> all, boolean childrenFirst) throws IOException {
    parts = new PriorityQueue<>((one, other) -> compare(one, other, childrenFirst));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).next()) {
        parts.add(new Part(all.get(i), i));
      }
    }
  }

  private static int compare(Part one, Part other, boolean childrenFirst) {
    int compared =
        other.records instanceof SegmentCursor written
            ? -written.compare(one.records)
            : one.records.compare(other.records);
    if (compared != 0) {
      return compared;
    }
    boolean turned = childrenFirst && one.records.record()[one.records.at() + Records.END] != 0;
    return turned ? Integer.compare(other.rank, one.rank) : Integer.compare(one.rank, other.rank);
  }

  @Override
  public boolean next() throws IOException {
    if (begun && current.records.next()) {
      parts.add(current);
    }
    begun = true;
    if (parts.isEmpty()) {
      return false;
    }
    current = parts.remove();
    return true;
  }

  @Override
  public long[] record() {
    return current.records.record();
  }

  @Override
  public int at() {
    return current.records.at();
  }

  @Override
  public byte[] texts() {
    return current.records.texts();
  }
}
