package interleave.event;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;

/** What makes new files and folders those of their owner alone, where the system knows of that. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** For a new file beside or below {@code place}. */
  public static FileAttribute<?>[] file(Path place) {
    return attributes(place, "rw-------");
  }

  /**
   * Makes a folder that was not there, with some name that begins so. Names need not be secret, as
   * nobody else may look into it: those of {@link Files#createTempDirectory} are, and the JDK loads
   * all that it has for security before the first of them, which is a tenth of what a short command
   * takes.
   */
  public static Path newFolder(Path parent, String prefix) throws IOException {
    FileAttribute<?>[] attributes = attributes(parent, "rwx------");
    return made(parent, prefix, "", path -> Files.createDirectory(path, attributes));
  }

  /** As {@link #newFolder}, a file. */
  public static Path newFile(Path parent, String prefix, String suffix) throws IOException {
    FileAttribute<?>[] attributes = file(parent);
    return made(parent, prefix, suffix, path -> Files.createFile(path, attributes));
  }

  /** Makes what was not there before. */
  private interface Making {
    Path of(Path path) throws IOException;
  }

  private static Path made(Path parent, String prefix, String suffix, Making making)
      throws IOException {
    while (true) {
      String number = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
      try {
        return making.of(parent.resolve(prefix + number + suffix));
      } catch (FileAlreadyExistsException e) {
        // Somebody has that number; the next one is another.
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
