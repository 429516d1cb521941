package interleave.worker;

/**
 * Something that the user is to be told of workers elsewhere.
 *
 * @param warning whether something is not as it should be
 */
public record News(boolean warning, String sentence) {}
