package interleave.file;

import interleave.words.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is there as a whole or not at all; replaces one of the same name. */
public final class WholeFile {
  private static final Words WORDS = Words.of("file");

  private WholeFile() {}

  /** Writes what is to stand in the file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes the file; where that fails an older one stays as it was.
   *
   * @throws IOException with a sentence where there is no place for it
   */
  public static void write(Path file, Content content) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw new IOException(WORDS.get("folder", file));
    }
    if (!Files.isDirectory(whole.resolveSibling(""))) {
      throw new FileNotFoundException(WORDS.get("no-folder", String.valueOf(whole.getParent())));
    }
    Path part =
        whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (FileChannel channel =
              FileChannel.open(
                  part,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        content.write(out);
        channel.force(true);
      }
      move(part, whole);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
