package interleave.file;

import interleave.words.Words;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a {@link Content}. Where what is packed ends too early or is damaged it ends there,
 * and tells; what unpacks to absurdly much is given up.
 */
public final class ContentInput extends InputStream {
  private static final Words WORDS = Words.of("file");
  private static final Unpacking.Limits LIMITS = Unpacking.Limits.USUAL;

  private final Path file;
  private final InputStream in;
  private final @Nullable CountedInput packed;
  private final long size;
  private final Closeable whole;
  private @Nullable String damage;
  private long position;

  ContentInput(Path file, InputStream in, long size) {
    this(file, in, null, size, in);
  }

  /**
   * @param packed counts what was read of the file; null where it is read as it is
   * @param size of that
   * @param whole closed with it
   */
  ContentInput(
      Path file, InputStream in, @Nullable CountedInput packed, long size, Closeable whole) {
    this.file = file;
    this.in = in;
    this.packed = packed;
    this.size = Math.max(1, size);
    this.whole = whole;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (damage != null) {
      return -1;
    }
    try {
      int read = in.read(to, from, packed == null ? length : Math.min(length, Content.PIECE));
      position += Math.max(0, read);
      check();
      return read;
    } catch (EOFException e) {
      damage = WORDS.get("ends-early");
    } catch (ZipException e) {
      damage = WORDS.get("damaged", String.valueOf(e.getMessage()));
    }
    return -1;
  }

  private void check() throws IOException {
    if (packed != null
        && position > LIMITS.freeBytes()
        && (position > LIMITS.bytes() || position / LIMITS.ratio() > Files.size(file))) {
      String megabytes = String.format(Locale.ROOT, "%,d", position >> 20);
      throw new IOException(WORDS.get("packed.too-large", file, megabytes));
    }
  }

  /** Whether it is unpacked while it is read; else it is what the file is. */
  public boolean isPacked() {
    return packed != null;
  }

  /** How many bytes were read of what is inside. */
  public long position() {
    return position;
  }

  /** How much of {@link #size} was read. */
  public long taken() {
    return packed == null ? position : packed.count;
  }

  /** How much there is to read, as it is packed. */
  public long size() {
    return size;
  }

  /** What is wrong with the way it is packed, one sentence, as far as it was read; else null. */
  public @Nullable String damage() {
    return damage;
  }

  @Override
  public void close() throws IOException {
    try (whole) {
      in.close();
    }
  }
}
