package interleave.program.source;

import java.nio.file.Path;

/**
 * A source file as it is to be shown.
 *
 * @param name by which events know it: a simple name from Java, a whole path from Python
 * @param file where it is, or was when it was kept
 * @param changed whether there is another text in its place by now
 */
public record SourceText(String name, Path file, String text, boolean changed) {}
