package interleave.lesson;

/**
 * What a run has answered.
 *
 * @param answer the key of the answer that was right this time, one of the question's
 * @param sentence why, with what was measured in this run
 */
public record Reveal(String answer, String sentence) {}
