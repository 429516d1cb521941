package interleave.file;

import interleave.event.OwnerOnly;
import interleave.words.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes a file so that it is there as a whole or not at all; replaces one of the same name, but
 * nothing else: no device, no pipe, no folder. Unless it is shared only its owner may read it,
 * since what was recorded holds the program's command line and what it printed.
 */
public final class WholeFile {
  private static final Words WORDS = Words.of("file");
  private static final FileAttribute<?>[] NOBODYS = {};

  private WholeFile() {}

  /** Writes what is to stand in the file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes what is to stand in the file, which can be read meanwhile. */
  @FunctionalInterface
  interface Writing {
    void write(FileChannel to) throws IOException;
  }

  /** As {@link #written}, from its beginning to its end. */
  public static void write(Path file, Content content) throws IOException {
    written(file, channel -> content.write(Channels.newOutputStream(channel)));
  }

  /** The same of one that is for others, too: who may read it is as usual where it is written. */
  public static void share(Path file, Content content) throws IOException {
    written(file, channel -> content.write(Channels.newOutputStream(channel)), _ -> NOBODYS);
  }

  static void written(Path file, Writing content) throws IOException {
    written(file, content, OwnerOnly::file);
  }

  /**
   * Writes the file; where that fails an older one stays as it was. Where the name is a link to a
   * file, that file is what is replaced.
   *
   * @throws IOException with a sentence where there is no place for it
   */
  private static void written(Path file, Writing content, Function<Path, FileAttribute<?>[]> access)
      throws IOException {
    Path whole = target(file);
    if (!Files.isDirectory(whole.resolveSibling(""))) {
      throw new FileNotFoundException(WORDS.get("no-folder", String.valueOf(whole.getParent())));
    }
    Path part =
        whole.resolveSibling("." + whole.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(part);
      try (FileChannel channel =
          FileChannel.open(
              part,
              Set.of(
                  StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
              access.apply(part))) {
        content.write(channel);
        channel.force(true);
      }
      move(part, whole);
    } catch (IOException e) {
      Files.deleteIfExists(part); // first, so that what is told to be free is what was
      throw FullDisk.told("full.saving", e, whole.resolveSibling(""));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** What is written to: the file itself, or what it is a link to. */
  private static Path target(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(WORDS.get("folder", file));
    }
    if (!isReplaceable(file)) {
      throw new IOException(WORDS.get("no-regular", file));
    }
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  /** Whether there is a file of that name, or nothing. */
  public static boolean isReplaceable(Path file) {
    return Files.exists(file)
        ? Files.isRegularFile(file) && !isDescriptor(file)
        : Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** What somebody has open, such as {@code /dev/stdout}, is not replaced behind his back. */
  private static boolean isDescriptor(Path file) {
    try {
      Path whole = file.toAbsolutePath();
      Path next =
          Files.isSymbolicLink(whole) ? whole.resolveSibling(Files.readSymbolicLink(whole)) : whole;
      return whole.resolveSibling("").toRealPath().startsWith("/proc")
          || next.resolveSibling("").toRealPath().startsWith("/proc");
    } catch (IOException e) {
      return false;
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
