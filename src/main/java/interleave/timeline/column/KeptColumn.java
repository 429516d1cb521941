package interleave.timeline.column;

/**
 * What is to be remembered of a column whose packed chunks were written.
 *
 * @param size how many values it has
 * @param directory where the pieces of the list of its packed chunks begin
 * @param last the values behind the packed chunks
 */
public record KeptColumn(int size, long[] directory, long[] last) {}
