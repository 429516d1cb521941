package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recordings that lie where recordings are made and that nobody uses any more. What they are
 * recordings of stands beside their segments, written when the run began.
 */
public final class Leftovers {
  /** After so long nobody will ask for one any more. */
  private static final Duration KEPT = Duration.ofDays(7);

  /** So much is to be free on the disk, or a tenth of it where it is small. */
  private static final long FREE_BYTES = Recording.DEFAULT_CAP;

  private static final int FREE_SHARE = 10;

  /** In a recording that was unpacked from a file, which is still where it was. */
  private static final String COPY = "copy";

  /** In a recording of which somebody was told. */
  private static final String TOLD = "told";

  private static final Words WORDS = Words.of("file");

  private final Path place;

  /** Those where recordings are made. */
  public Leftovers() {
    this(Recording.place());
  }

  Leftovers(Path place) {
    this.place = place;
  }

  /** Notes beside a recording what it is one of, in case that nobody comes back to it. */
  public static void describe(Recording recording, Manifest manifest) {
    try {
      Files.write(
          recording.folder().resolve(InterleaveFormat.MANIFEST), ManifestJson.write(manifest));
    } catch (IOException e) {
      // Then it is a recording of something.
    }
  }

  /** Fills a recording. */
  @FunctionalInterface
  public interface Filling<T> {
    T fill(Recording recording) throws IOException;
  }

  /**
   * Fills a new recording that is only a copy of what is in a file; where that fails it is gone.
   *
   * @throws IOException with a sentence, where there is no room for it
   */
  public static <T> T copy(Filling<T> filling) throws IOException {
    Recording recording = made();
    boolean done = false;
    try {
      copied(recording);
      T filled = filling.fill(recording);
      done = true;
      return filled;
    } catch (IOException e) {
      recording.delete(); // first, so that what is told to be free is what was
      throw FullDisk.told("full.opening", e, Recording.place());
    } finally {
      if (!done) {
        recording.delete();
      }
    }
  }

  private static Recording made() throws IOException {
    try {
      return Recording.create(Recording.DEFAULT_CAP);
    } catch (IOException e) {
      throw FullDisk.told("full.opening", e, Recording.place());
    }
  }

  /** Notes beside a recording that it is only a copy, which nobody will miss. */
  static void copied(Recording recording) throws IOException {
    Files.createFile(recording.folder().resolve(COPY));
  }

  /** All of them, the oldest first. */
  public List<Leftover> all() {
    List<Leftover> all = new ArrayList<>();
    Recording.abandonedIn(place).forEach(held -> seen(held).ifPresent(all::add));
    all.sort(Comparator.comparing(Leftover::written));
    return all;
  }

  /** The one in that folder; empty where there is none, or somebody uses it. */
  static Optional<Leftover> in(Path folder) {
    return Recording.abandoned(folder).flatMap(Leftovers::seen);
  }

  /** Looks at one and lets go of it; what nobody could want is deleted. */
  private static Optional<Leftover> seen(Recording held) {
    try {
      Optional<Leftover> found = leftover(held);
      if (found.isEmpty()) {
        held.delete();
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // somebody removes it, or it cannot be read
    } finally {
      held.release();
    }
  }

  /** Those of which nobody was told; from now on somebody was. */
  public List<Leftover> news() {
    List<Leftover> news = new ArrayList<>();
    for (Leftover leftover : all()) {
      if (!leftover.told()) {
        news.add(leftover);
        told(leftover.folder());
      }
    }
    return news;
  }

  /** Somebody was told that the recording in that folder stays there. */
  public static void told(Path folder) {
    try {
      Files.createFile(folder.resolve(TOLD));
    } catch (IOException e) {
      // Then it is told again.
    }
  }

  /**
   * Deletes those that are a week old, and, the oldest first, as many as it takes to have some room
   * again.
   *
   * @return what was deleted
   */
  public List<Leftover> tidy(Instant now) {
    return tidy(now, Leftovers::isShort);
  }

  /** Tells whether there is little room left where a recording is. */
  interface Room {
    boolean isShort(Path place);
  }

  List<Leftover> tidy(Instant now, Room room) {
    List<Leftover> deleted = new ArrayList<>();
    for (Leftover each : all()) {
      if (each.written().plus(KEPT).isBefore(now) || room.isShort(place)) {
        try {
          each.delete();
          deleted.add(each);
        } catch (IOException | UncheckedIOException e) {
          // Somebody else has it now, or may delete it.
        }
      }
    }
    return deleted;
  }

  /** What to say of it when some were deleted; empty when none was. */
  public static Optional<String> sentence(List<Leftover> deleted) {
    return deleted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            WORDS.count("leftovers.deleted", deleted.size(), size(Leftover.bytes(deleted))));
  }

  private static boolean isShort(Path place) {
    try {
      FileStore disk = Files.getFileStore(place);
      return disk.getUsableSpace() < Math.min(FREE_BYTES, disk.getTotalSpace() / FREE_SHARE);
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty for one that holds nothing that anybody could want. */
  private static Optional<Leftover> leftover(Recording held) throws IOException {
    Path folder = held.folder();
    if (Files.exists(folder.resolve(COPY))) {
      return Optional.empty();
    }
    long bytes = 0;
    Instant written = Instant.EPOCH;
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, "*.seg")) {
      for (Path segment : segments) {
        BasicFileAttributes file =
            Files.readAttributes(segment, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        bytes += file.size();
        Instant modified = file.lastModifiedTime().toInstant();
        written = modified.isAfter(written) ? modified : written;
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    if (bytes == 0) {
      return Optional.empty();
    }
    boolean told = Files.exists(folder.resolve(TOLD));
    return Optional.of(new Leftover(folder, manifest(folder, written), written, bytes, told));
  }

  private static Manifest manifest(Path folder, Instant written) {
    @Nullable Manifest manifest = null;
    Path file = folder.resolve(InterleaveFormat.MANIFEST);
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.size(file) <= Unpacking.Limits.USUAL.manifestBytes()) {
        manifest = ManifestJson.read(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      // It was being written.
    }
    return manifest != null ? manifest : Manifest.titled(WORDS.get("leftover.unnamed"), written);
  }

  /** A size as people read it, such as {@code 1.5 GB}. */
  public static String size(long bytes) {
    String[] units = {"kB", "MB", "GB", "TB"};
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, units[unit]);
  }
}
