package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** The pieces of a kept column of texts. */
public final class KeptTexts {
  private final KeptSpace space;
  private final Told told;

  KeptTexts(KeptSpace space, Told told) {
    this.space = space;
    this.told = told;
  }

  /** Where each piece begins, and how many bytes it has. */
  public record Told(long[] records, int[] lengths) {}

  MemorySegment piece(int index) {
    byte[] bytes = space.record(told.records[index], told.lengths[index]);
    MemorySegment piece = ColumnSpace.room(bytes.length);
    MemorySegment.copy(bytes, 0, piece, JAVA_BYTE, 0, bytes.length);
    return piece;
  }
}
