package interleave.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which all processes of a run write their segments, and from which the viewer
 * reads them. Only its owner may enter it. Its path is short, because Unix domain sockets live in
 * it, whose paths may have about a hundred bytes.
 */
public final class Recording {
  /** What the segments of a run may take together unless told otherwise: 2 GiB. */
  public static final long DEFAULT_CAP = 2L << 30;

  private static final String PREFIX = "interleave-";

  /** So often deleting is begun anew where something is laid into the folder meanwhile. */
  private static final int MOST_TRIES = 10;

  private final Path folder;
  private final @Nullable UseLock lock;

  private Recording(Path folder, @Nullable UseLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * A new recording in a folder of its own.
   *
   * @param cap bytes that the segments may take together; what goes beyond is counted as lost
   */
  public static Recording create(long cap) throws IOException {
    return createIn(place(), cap);
  }

  /** Where recordings are made. */
  public static Path place() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** As {@link #create}, in a folder below {@code parent}. */
  public static Recording createIn(Path parent, long cap) throws IOException {
    Path folder = OwnerOnly.newFolder(parent, PREFIX).toRealPath();
    Recording recording = null;
    try {
      recording = new Recording(folder, UseLock.of(folder));
      Budget.create(folder, cap); // last: what has one was locked before anybody could find it
      return recording;
    } catch (IOException e) {
      (recording == null ? new Recording(folder, null) : recording).delete();
      throw e;
    }
  }

  /**
   * The recordings below {@code parent} that nobody uses any more, because the process that made
   * them was killed. They are held from now on: {@link #release} or {@link #delete} each.
   */
  public static List<Recording> abandonedIn(Path parent) {
    List<Recording> abandoned = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        abandoned(folder).ifPresent(abandoned::add);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Who cannot list the folder finds nothing in it.
    }
    return abandoned;
  }

  /** The recording in that folder, held from now on, when nobody uses it; else empty. */
  public static Optional<Recording> abandoned(Path folder) {
    try {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          || !Files.isRegularFile(folder.resolve(Budget.FILE), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      Path real = folder.toRealPath();
      Optional<Recording> held = UseLock.take(real).map(lock -> new Recording(real, lock));
      if (held.isPresent() && !Files.exists(real.resolve(Budget.FILE))) {
        held.get().release(); // it is being deleted
        return Optional.empty();
      }
      return held;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A recording that is there already. */
  public static Recording open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no recording at " + folder);
    }
    return new Recording(folder.toRealPath(), null);
  }

  public Path folder() {
    return folder;
  }

  /** What a program's environment must hold for its processes to write here. */
  public Map<String, String> environment() {
    return Map.of(Recorder.FOLDER_VARIABLE, folder.toString());
  }

  /** About how much is written by now, in bytes; {@link RecordingReader#position} comes so far. */
  public long written() {
    long sum = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SlotFormat.SUFFIX)) {
      for (Path file : files) {
        sum += SegmentReader.published(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return sum; // deleted meanwhile
    }
    return sum;
  }

  /** A new reader of all of it, from the beginning. */
  public RecordingReader reader() {
    return new RecordingReader(folder);
  }

  /** The segments that are there by now, but for {@code known}, which it adds to. */
  public List<RawSegment> rawSegments(Set<Path> known) throws IOException {
    List<RawSegment> fresh = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SlotFormat.SUFFIX)) {
      for (Path file : files) {
        if (known.add(file)) {
          fresh.add(new RawSegment(file));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return fresh;
  }

  /**
   * A new segment for what arrives of one that another machine has.
   *
   * @param name of the file, without its end
   */
  public SegmentCopy copy(String name, SegmentCopy.Origin origin) throws IOException {
    return new SegmentCopy(folder.resolve(name + SlotFormat.SUFFIX), new Budget(folder), origin);
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

  /** Lets go of it: whoever finds it may have it. */
  public void release() {
    if (lock != null) {
      lock.close();
    }
  }

  /** Deletes the folder and everything in it; what is gone already is not missed. */
  public void delete() {
    try {
      // As long as something of it is there, nobody else is to find it.
      if (lock != null) {
        delete(file -> !file.equals(folder) && !file.equals(folder.resolve(UseLock.FILE)));
        lock.close();
      }
      deleteRest();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the recording " + folder, e);
    }
  }

  /** Who looks for what was left over may lay its own lock there just now. */
  private void deleteRest() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        delete(_ -> true);
        return;
      } catch (DirectoryNotEmptyException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  private void delete(Predicate<Path> which) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (which.test(file)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
              throws IOException {
            if (which.test(directory)) {
              Files.deleteIfExists(directory);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
