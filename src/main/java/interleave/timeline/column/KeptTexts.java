package interleave.timeline.column;

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
    return ColumnSpace.kept(space.record(told.records[index], told.lengths[index]));
  }
}
