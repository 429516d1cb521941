package interleave.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What is to be read of a file: the file as it is, or what is packed in it by gzip or in a zip
 * archive. Which it is tells its content, not its name.
 */
public final class Content {
  /** Of an archive so many entries are looked at. */
  private static final int MOST_ENTRIES = 1000;

  private static final int BUFFER = 1 << 16;

  /**
   * So much is unpacked at once: where something is damaged, what was unpacked of that piece before
   * is lost.
   */
  static final int PIECE = 1 << 12;

  /** So many bytes tell how something is packed. */
  private static final int MAGIC = 4;

  /** How it is packed. */
  private enum Form {
    PLAIN,
    GZIP,
    ZIP,
    /** An archive without its table of contents, of which only the first entry is read. */
    CUT_ZIP
  }

  private final Path file;
  private final Form form;
  private final int entry;
  private final String name;

  private Content(Path file, Form form, int entry, String name) {
    this.file = file;
    this.form = form;
    this.entry = entry;
    this.name = name;
  }

  private static Content plain(Path file) {
    return new Content(file, Form.PLAIN, 0, String.valueOf(file.getFileName()));
  }

  /**
   * What of a file begins so: the file itself, or the first that is packed in it; where nothing
   * does, the file itself.
   */
  public static Content of(Path file, Predicate<byte[]> begins) throws IOException {
    List<Content> found = all(file, begins, 1);
    return found.isEmpty() ? plain(file) : found.getFirst();
  }

  /** All that begins so of what is packed in a file, in its order, or the file itself. */
  public static List<Content> all(Path file, Predicate<byte[]> begins) throws IOException {
    return all(file, begins, MOST_ENTRIES);
  }

  private static List<Content> all(Path file, Predicate<byte[]> begins, int most)
      throws IOException {
    Content itself = plain(file);
    byte[] head = itself.head();
    if (begins.test(head)) {
      return List.of(itself);
    }
    if (isGzip(head)) {
      Content inside = new Content(file, Form.GZIP, 0, itself.name.replaceFirst("(?i)\\.gz$", ""));
      return begins.test(inside.head()) ? List.of(inside) : List.of();
    }
    return isZip(head) ? entries(file, begins, most) : List.of();
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 2 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B && head[2] == 8;
  }

  private static boolean isZip(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * The archive that the file is.
   *
   * @throws ZipException where it is none, or has no table of contents
   */
  static ZipFile archive(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (EOFException e) {
      ZipException told = new ZipException(file.toString());
      told.initCause(e);
      throw told;
    }
  }

  private static List<Content> entries(Path file, Predicate<byte[]> begins, int most)
      throws IOException {
    List<Content> found = new ArrayList<>();
    try (ZipFile zip = archive(file)) {
      List<? extends ZipEntry> entries = zip.stream().limit(MOST_ENTRIES).toList();
      for (int at = 0; at < entries.size() && found.size() < most; at++) {
        Content inside = new Content(file, Form.ZIP, at, entries.get(at).getName());
        if (begins.test(inside.head())) {
          found.add(inside);
        }
      }
    } catch (ZipException e) {
      Content first = new Content(file, Form.CUT_ZIP, 0, String.valueOf(file.getFileName()));
      return begins.test(first.head()) ? List.of(first) : List.of();
    }
    return found;
  }

  /** What an archive holds beside that, by name; nothing where the file is none. */
  public static List<String> beside(Path file, List<Content> shown) throws IOException {
    if (shown.stream().noneMatch(each -> each.form == Form.ZIP)) {
      return List.of();
    }
    Set<Integer> taken = shown.stream().map(each -> each.entry).collect(Collectors.toSet());
    List<String> others = new ArrayList<>();
    try (ZipFile zip = archive(file)) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (int at = 0; at < entries.size(); at++) {
        if (!taken.contains(at) && !entries.get(at).isDirectory()) {
          others.add(entries.get(at).getName());
        }
      }
    }
    return others;
  }

  public boolean isOf(Path other) {
    return file.equals(other);
  }

  /** Whether it is the first of an archive that is cut off, of which more cannot be known. */
  public boolean isOfCutArchive() {
    return form == Form.CUT_ZIP;
  }

  /** What it is called, for people. */
  public String name() {
    return name;
  }

  /** Its first bytes, up to {@link Formats#HEAD}. */
  public byte[] head() throws IOException {
    try (ContentInput in = open()) {
      return in.readNBytes(Formats.HEAD);
    }
  }

  /** Reads it, from its beginning. Who opens it closes it. */
  public ContentInput open() throws IOException {
    return switch (form) {
      case PLAIN -> new ContentInput(file, Files.newInputStream(file), Files.size(file));
      case GZIP -> ofFile(in -> unzipped(in, BUFFER));
      case CUT_ZIP -> ofFile(Content::firstEntry);
      case ZIP -> ofArchive();
    };
  }

  /** How what is read of a file is unpacked. */
  private interface Unpacked {
    InputStream of(InputStream packed) throws IOException;
  }

  private ContentInput ofFile(Unpacked unpacked) throws IOException {
    CountedInput counted = new CountedInput(Files.newInputStream(file));
    return opened(counted, unpacked, Files.size(file), counted);
  }

  private ContentInput ofArchive() throws IOException {
    ZipFile zip = archive(file);
    try {
      ZipEntry found = zip.stream().skip(entry).findFirst().orElseThrow(ZipException::new);
      CountedInput counted = new CountedInput(zip.getInputStream(found));
      return opened(counted, in -> unzipped(in, PIECE), found.getSize(), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private ContentInput opened(CountedInput counted, Unpacked unpacked, long size, Closeable whole)
      throws IOException {
    try {
      return new ContentInput(file, unpacked.of(counted), counted, size, whole);
    } catch (EOFException | ZipException e) {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw e;
            }
          };
      return new ContentInput(file, broken, counted, size, whole);
    }
  }

  private static InputStream firstEntry(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(in, BUFFER));
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    return entry == null ? InputStream.nullInputStream() : unzipped(zip, PIECE);
  }

  /** Reads so much at once of {@code in}, which may be unpacked itself. */
  private static InputStream unzipped(InputStream in, int piece) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, piece);
    buffered.mark(MAGIC);
    byte[] head = buffered.readNBytes(MAGIC);
    buffered.reset();
    return isGzip(head) ? new GZIPInputStream(buffered, piece) : buffered;
  }
}
