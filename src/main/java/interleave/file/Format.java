package interleave.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A way in which what programs did is kept in files. To read a format is to write segments into a
 * recording, as the tracers do: whatever comes after is the same for all. A further format is one
 * class, named in {@code exchange.KnownFormats}.
 */
public interface Format {
  /** What the names of its files end with, the dot included; the usual one first. */
  List<String> suffixes();

  /** What its files are, as a file dialog says it. */
  String title();

  /**
   * Whether a file that begins so is one of this format.
   *
   * @param head up to {@link Formats#HEAD} bytes, fewer where the file is shorter
   */
  boolean begins(byte[] head);

  /**
   * Reads a file, which is there, into a recording of its own.
   *
   * @throws IOException with a sentence, when there is no recording in it
   */
  OpenedRecording open(Path file, Progress progress) throws IOException;

  /** Whether several of its files may be parts of one recording. */
  default boolean isOfSeveral() {
    return false;
  }

  /**
   * Reads several files, which are there, into one recording.
   *
   * @throws IOException with a sentence, when there is no recording in them
   */
  default OpenedRecording open(List<Path> files, Progress progress) throws IOException {
    return open(files.getFirst(), progress);
  }
}
