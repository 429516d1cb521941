package interleave.exchange.export;

import interleave.file.Progress;
import interleave.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A format in which what was recorded leaves for other tools. A further one is one class, and its
 * line in {@code KnownExports}.
 */
public interface ExportFormat {
  /** What the names of its files end with, the dot included; the usual one first. */
  List<String> suffixes();

  /** What its files are, as a file dialog says it. */
  String title();

  /**
   * What it consists of, where that is several files beside each other, of which each has its own
   * ending.
   */
  default List<ExportFormat> parts() {
    return List.of();
  }

  /**
   * Writes it and leaves {@code out} open. Nothing is held in memory that grows with the run.
   *
   * @throws java.util.concurrent.CancellationException where {@code progress} wants it to end
   */
  void write(Excerpt what, OutputStream out, Progress progress) throws IOException;

  /**
   * Writes it to a file of that name, which is there as a whole or not at all. Where it has parts
   * they are told by {@link ExportFormats#files}, and each of them is saved.
   */
  default void save(Excerpt what, Path file, Progress progress) throws IOException {
    WholeFile.write(file, out -> write(what, out, progress));
  }
}
