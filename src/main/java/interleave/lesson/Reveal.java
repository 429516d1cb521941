package interleave.lesson;

/**
 * What a run has answered.
 *
 * @param answer the key of the answer that was right this time, one of the question's; empty where
 *     such a run cannot answer it
 * @param sentence why, with what was measured in this run
 */
public record Reveal(String answer, String sentence) {
  /** A run that has ended and still leaves the question open. */
  static Reveal open(String sentence) {
    return new Reveal("", sentence);
  }

  /** Whether one of the answers was right. */
  public boolean answered() {
    return !answer.isEmpty();
  }
}
