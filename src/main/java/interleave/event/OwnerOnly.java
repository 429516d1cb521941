package interleave.event;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What makes new files and folders those of their owner alone, where the system knows of that. */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** For a new file beside or below {@code place}. */
  public static FileAttribute<?>[] file(Path place) {
    return attributes(place, "rw-------");
  }

  /** For a new folder beside or below {@code place}. */
  public static FileAttribute<?>[] folder(Path place) {
    return attributes(place, "rwx------");
  }

  private static FileAttribute<?>[] attributes(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
