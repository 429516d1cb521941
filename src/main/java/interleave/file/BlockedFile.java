package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of which all entries are stored as they are, and the segments in blocks: what it holds is
 * known at once, and the segments are unpacked when somebody wants them. It stays open, so that
 * another file of its name does not matter.
 */
final class BlockedFile implements Closeable {
  private static final Words WORDS = Words.of("file");
  static final Pattern SEGMENT = Pattern.compile("segments/([0-9A-Za-z_-]{1,100}\\.seg)\\.blocks");

  private final Path path;
  private final FileChannel file;
  private final FileTime modified;
  private final Unpacking.Limits limits;
  private final Problems problems = new Problems();
  private final List<ArchiveWriter.Entry> entries;
  private final Manifest manifest;

  BlockedFile(Path path, Unpacking.Limits limits) throws IOException {
    this.path = path;
    this.limits = limits;
    modified = Files.getLastModifiedTime(path);
    file = FileChannel.open(path);
    boolean done = false;
    try {
      ArchiveEntries found = new ArchiveEntries(file, limits.entries());
      entries = found.entries();
      manifest = read();
      tell(found);
      heed();
      done = true;
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  private void tell(ArchiveEntries found) throws IOException {
    if (found.isTooMany()) {
      problems.add(WORDS.get("many-entries", limits.entries()));
    } else if (!found.isWhole()) {
      problems.missing(WORDS.get("ends-early"));
    }
    if (found.isDamaged()) {
      problems.missing(WORDS.get("damaged.between"));
    }
  }

  private Manifest read() throws IOException {
    @Nullable Manifest read = null;
    for (ArchiveWriter.Entry entry : entries) {
      if (entry.name().equals(InterleaveFormat.MANIFEST)) {
        read = Unpacking.manifest(bytes(entry, limits.manifestBytes() + 1), path, limits, problems);
        break;
      }
    }
    if (read == null && entries.stream().noneMatch(BlockedFile::isSegment)) {
      throw new IOException(WORDS.get("no-recording", path));
    }
    if (read == null) {
      problems.add(WORDS.get("no-manifest"));
      return Manifest.titled(path.getFileName().toString(), modified.toInstant());
    }
    if (read.part() != null) {
      problems.missing(WORDS.get("part", read.part())); // nothing ends where it does
    }
    return read;
  }

  private static boolean isSegment(ArchiveWriter.Entry entry) {
    return SEGMENT.matcher(entry.name()).matches();
  }

  /** What was missing, or wrong, already when it was saved. */
  private void heed() throws IOException {
    for (ArchiveWriter.Entry entry : entries) {
      if (ToldProblems.isName(entry.name())) {
        ToldProblems.heed(entry.name(), bytes(entry, ToldProblems.MOST_BYTES), problems);
      }
    }
  }

  private byte[] bytes(ArchiveWriter.Entry entry, int most) throws IOException {
    int length = (int) Math.min(entry.length(), most);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, entry.offset() + bytes.position()) > 0) {
      continue;
    }
    return bytes.array();
  }

  Manifest manifest() {
    return manifest;
  }

  Problems problems() {
    return problems;
  }

  long segments() {
    return Packing.checksum(entries);
  }

  Optional<SavedPart> part(String name) {
    return entries.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> new SavedPart(file, each.offset(), each.length(), each.crc()))
        .findFirst();
  }

  /** Whether every entry is what the file says it is; reads all of it. */
  boolean isIntact() throws IOException {
    for (ArchiveWriter.Entry entry : entries) {
      if (ArchiveWriter.crc(file, entry.offset(), entry.length()) != entry.crc()) {
        return false;
      }
    }
    return true;
  }

  /** Unpacks the segments into a recording of its own. */
  Recording unpack(Progress progress) throws IOException {
    return Leftovers.copy(
        recording -> {
          unpack(recording.folder(), progress);
          return recording;
        });
  }

  private void unpack(Path folder, Progress progress) throws IOException {
    try (BlockUnpacking unpacking = new BlockUnpacking(file, path, limits, problems, progress)) {
      for (ArchiveWriter.Entry entry : entries) {
        var segment = SEGMENT.matcher(entry.name());
        if (segment.matches() && !Files.exists(folder.resolve(segment.group(1)))) {
          boolean cut = entry.offset() + entry.length() >= file.size();
          unpacking.unpack(entry, folder.resolve(segment.group(1)), cut);
        }
      }
      unpacking.finish();
    }
  }

  /** Copies the file as it is. */
  void copy(FileChannel to, Progress progress) throws IOException {
    long size = file.size();
    for (long at = 0; at < size; ) {
      long copied = file.transferTo(at, Math.min(1 << 20, size - at), to);
      if (copied <= 0) {
        throw new IOException(WORDS.get("became-shorter", path));
      }
      at += copied;
      Progress.check(progress, at, size);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // it was only read
    }
  }
}
