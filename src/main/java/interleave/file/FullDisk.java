package interleave.file;

import interleave.words.Words;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What to say when there is no room for something on a disk, or nothing may be written there. */
public final class FullDisk {
  private static final Words WORDS = Words.of("file");

  private FullDisk() {}

  /**
   * The exception with a sentence that says where there is no room, how much is free there, and
   * what to do; where the system tells a path and nothing else, with one that says what is the
   * matter with the folder; any other as it is.
   *
   * @param key of the sentence
   * @param folder where something was to be written
   */
  static IOException told(String key, IOException e, Path folder) {
    if (isFull(e)) {
      return new IOException(WORDS.get(key, folder, free(folder)), e);
    }
    boolean usable = Files.isDirectory(folder) && Files.isWritable(folder);
    return e instanceof FileSystemException && !usable
        ? new IOException(WORDS.get(key + ".closed", folder), e)
        : e;
  }

  /** As {@link #told}, where it is what was derived that has no room. */
  public static IOException columns(IOException e, Path folder) {
    return told("full.columns", e, folder);
  }

  /** The JDK hands on what the system says, in the words of the C library. */
  private static boolean isFull(IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return said.contains("no space left")
        || said.contains("not enough space")
        || said.contains("quota exceeded")
        || said.contains("file too large");
  }

  private static String free(Path folder) {
    try {
      return Leftovers.size(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return Leftovers.size(0);
    }
  }
}
