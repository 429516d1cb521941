package interleave.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The folder into which all processes of a run write their segments, and from which the viewer
 * reads them. Only its owner may enter it. Its path is short, because Unix domain sockets live in
 * it, whose paths may have about a hundred bytes.
 */
public final class Recording {
  /** What the segments of a run may take together unless told otherwise: 2 GiB. */
  public static final long DEFAULT_CAP = 2L << 30;

  private final Path folder;

  private Recording(Path folder) {
    this.folder = folder;
  }

  /**
   * A new recording in a folder of its own.
   *
   * @param cap bytes that the segments may take together; what goes beyond is counted as lost
   */
  public static Recording create(long cap) throws IOException {
    return createIn(Path.of(System.getProperty("java.io.tmpdir")), cap);
  }

  /** As {@link #create}, in a folder below {@code parent}. */
  public static Recording createIn(Path parent, long cap) throws IOException {
    Path folder = Files.createTempDirectory(parent, "interleave-", ownerOnly(parent));
    Budget.create(folder, cap);
    return new Recording(folder.toRealPath());
  }

  private static FileAttribute<?>[] ownerOnly(Path parent) {
    return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** A recording that is there already. */
  public static Recording open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no recording at " + folder);
    }
    return new Recording(folder.toRealPath());
  }

  public Path folder() {
    return folder;
  }

  /** What a program's environment must hold for its processes to write here. */
  public Map<String, String> environment() {
    return Map.of(Recorder.FOLDER_VARIABLE, folder.toString());
  }

  /** A new reader of all of it, from the beginning. */
  public RecordingReader reader() {
    return new RecordingReader(folder);
  }

  /**
   * A new segment for what a process did that something else has recorded: for importers, which say
   * of each event whose it is and when it was. Only one thread may write it.
   *
   * @param opened no event of the process is older
   */
  public SegmentWriter segment(TracedRuntime runtime, long pid, long parentPid, long opened)
      throws IOException {
    Path file = folder.resolve(pid + "-" + Long.toHexString(opened) + SlotFormat.SUFFIX);
    return new SegmentWriter(
        file, new Budget(folder), new SegmentWriter.Header(runtime, pid, parentPid, opened, false));
  }

  /** Deletes the folder and everything in it; what is gone already is not missed. */
  public void delete() {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path directory, @org.jspecify.annotations.Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the recording " + folder, e);
    }
  }
}
