package interleave.timeline.lod;

/**
 * One thing to draw of a sequence.
 *
 * @param index the event it is, or -1 for a summary of several
 * @param key what dominates: the ordinal of a state, a lane's index
 */
public record Piece(long from, long to, int index, int key) {
  public boolean single() {
    return index >= 0;
  }
}
