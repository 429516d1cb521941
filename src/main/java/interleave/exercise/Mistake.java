package interleave.exercise;

/**
 * Something for which a source file does not compile.
 *
 * @param line counted from 1; 0 where it is nowhere in particular
 * @param says as the compiler says it
 */
public record Mistake(int line, String says) {}
