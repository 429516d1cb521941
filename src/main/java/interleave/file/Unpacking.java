package interleave.file;

import interleave.words.Words;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive that may have been made to do harm. Only names of segments are taken, so nothing
 * is written outside of the folder; bytes are counted as they come, never believed from a header;
 * blocks of zeros become holes and take no room on disk.
 */
final class Unpacking {
  private static final Words WORDS = Words.of("file");
  private static final Pattern SEGMENT = Pattern.compile("segments/([0-9A-Za-z_-]{1,100}\\.seg)");

  /** What may be kept beside the segments, and is of use only where it stands as it is. */
  private static final Pattern BESIDE = Pattern.compile("derived|sources(/.*)?");

  private static final int BLOCK = 1 << 12;

  /**
   * What a file may hold.
   *
   * @param bytes unpacked, all entries together
   * @param ratio how many times its own size a file may become, beyond {@code freeBytes}
   */
  record Limits(long bytes, int entries, int ratio, long freeBytes, int manifestBytes) {
    static final Limits USUAL = new Limits(16L << 30, 20_000, 200, 64L << 20, 1 << 20);
  }

  private final Path file;
  private final Path folder;
  private final Limits limits;
  private final Progress progress;
  private final long size;
  private final Problems problems = new Problems();
  private final byte[] block = new byte[BLOCK];
  private @Nullable Manifest manifest;
  private long unpacked;
  private int entries;
  private int segments;

  Unpacking(Path file, Path folder, Limits limits, Progress progress) throws IOException {
    this.file = file;
    this.folder = folder;
    this.limits = limits;
    this.progress = progress;
    size = Files.size(file);
  }

  Problems problems() {
    return problems;
  }

  Manifest unpack() throws IOException {
    try (ZipFile zip = Content.archive(file)) {
      byDirectory(zip);
    } catch (ZipException e) {
      inOrder();
    }
    return found();
  }

  /** By the archive's table of contents: one damaged entry does no harm to the others. */
  private void byDirectory(ZipFile zip) throws IOException {
    long before = 0;
    for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
      ZipEntry entry = each.nextElement();
      if (isTooMany()) {
        return;
      }
      long begin = before;
      try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
        unpack(entry.getName(), in, () -> begin);
        if (in.getChecksum().getValue() != entry.getCrc()) {
          problems.missing(WORDS.get("damaged.some", shown(entry.getName())));
        }
      } catch (EOFException | ZipException e) {
        problems.missing(WORDS.get("damaged.beginning", shown(entry.getName())));
      }
      before += Math.max(0, entry.getCompressedSize());
    }
  }

  /** As the entries come, where there is no table of contents: it stands at the end. */
  private void inOrder() throws IOException {
    CountedInput counted = new CountedInput(Files.newInputStream(file));
    try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(counted, 1 << 16))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (isTooMany()) {
          break;
        }
        unpack(entry.getName(), zip, () -> counted.count);
      }
      problems.missing(WORDS.get("ends-early"));
    } catch (EOFException e) {
      problems.missing(WORDS.get("ends-early"));
    } catch (ZipException | IllegalArgumentException e) {
      problems.missing(WORDS.get("damaged", String.valueOf(e.getMessage())));
    }
  }

  private boolean isTooMany() {
    if (++entries > limits.entries()) {
      problems.add(WORDS.get("many-entries", limits.entries()));
      return true;
    }
    return false;
  }

  private Manifest found() throws IOException {
    if (manifest == null && segments == 0) {
      throw new IOException(WORDS.get("no-recording", file));
    }
    if (manifest == null) {
      problems.add(WORDS.get("no-manifest"));
      return Manifest.titled(
          file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant());
    }
    return manifest;
  }

  private void unpack(String name, InputStream zip, LongSupplier position) throws IOException {
    var segment = SEGMENT.matcher(name);
    var blocks = BlockedFile.SEGMENT.matcher(name);
    if (name.equals(InterleaveFormat.MANIFEST) && manifest == null) {
      readManifest(zip);
    } else if (segment.matches() && !Files.exists(folder.resolve(segment.group(1)))) {
      segments++;
      try (FileChannel to =
          FileChannel.open(
              folder.resolve(segment.group(1)),
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        copy(zip, to, position);
      }
    } else if (blocks.matches() && !Files.exists(folder.resolve(blocks.group(1)))) {
      segments++;
      unpackBlocks(folder.resolve(blocks.group(1)), zip, position);
    } else if (ToldProblems.isName(name)) {
      ToldProblems.heed(name, zip.readNBytes(ToldProblems.MOST_BYTES), problems);
    } else if (!BESIDE.matcher(name).matches()) {
      problems.add(WORDS.get("stranger", shown(name)));
      copy(zip, null, position);
    }
  }

  /** Some other tool has deflated what we store as it is. */
  private void unpackBlocks(Path segment, InputStream zip, LongSupplier position)
      throws IOException {
    Path packed = segment.resolveSibling(segment.getFileName() + InterleaveFormat.BLOCKS);
    try (FileChannel blocks =
        FileChannel.open(
            packed,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      copy(zip, blocks, position);
      Limits left =
          new Limits(
              limits.bytes() - unpacked,
              limits.entries(),
              limits.ratio(),
              limits.freeBytes(),
              limits.manifestBytes());
      try (BlockUnpacking unpacking =
          new BlockUnpacking(blocks, file, left, problems, Progress.UNHEARD)) {
        var entry =
            new ArchiveWriter.Entry(String.valueOf(segment.getFileName()), 0, 0, blocks.size(), 0);
        unpacking.unpack(entry, segment, false);
        unpacking.finish();
        unpacked += unpacking.unpacked();
      }
    }
    check();
  }

  private void readManifest(InputStream zip) throws IOException {
    manifest = manifest(zip.readNBytes(limits.manifestBytes() + 1), file, limits, problems);
  }

  /**
   * The manifest that stands in those bytes; null where it is damaged.
   *
   * @throws IOException with a sentence when it is one of a newer Interleave
   */
  static @Nullable Manifest manifest(byte[] bytes, Path file, Limits limits, Problems problems)
      throws IOException {
    if (bytes.length > limits.manifestBytes()) {
      throw new IOException(WORDS.get("manifest.size", file));
    }
    Manifest read;
    try {
      read = ManifestJson.read(bytes);
    } catch (IOException e) {
      problems.add(WORDS.get("manifest.damaged"));
      return null;
    }
    if (read.format() > Manifest.FORMAT) {
      throw new IOException(WORDS.get("newer", file, read.format(), Manifest.FORMAT));
    }
    return read;
  }

  /**
   * Copies the entry's bytes to a file, which is as long even where it ends in a hole; or nowhere.
   */
  private void copy(InputStream from, @Nullable FileChannel to, LongSupplier position)
      throws IOException {
    long at = 0;
    for (int length = from.readNBytes(block, 0, BLOCK);
        length > 0;
        length = from.readNBytes(block, 0, BLOCK)) {
      unpacked += length;
      check();
      Progress.check(progress, Math.min(size, position.getAsLong()), size);
      if (to != null && !isZero(length)) {
        ByteBuffer buffer = ByteBuffer.wrap(block, 0, length);
        while (buffer.hasRemaining()) {
          to.write(buffer, at + buffer.position());
        }
      }
      at += length;
    }
    if (to != null && to.size() < at) {
      to.write(ByteBuffer.allocate(1), at - 1);
    }
  }

  private void check() throws IOException {
    if (unpacked > limits.bytes()
        || (unpacked > limits.freeBytes() && unpacked / limits.ratio() > size)) {
      throw new IOException(
          WORDS.get("too-large", file, String.format(Locale.ROOT, "%,d", unpacked >> 20)));
    }
  }

  private boolean isZero(int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }

  static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= 60 ? clean : clean.substring(0, 60) + "…";
  }
}
