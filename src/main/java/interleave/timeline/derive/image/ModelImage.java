package interleave.timeline.derive.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import interleave.timeline.column.KeptSpace;
import interleave.timeline.column.KeptWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Writes a model of a run and reads it again; see the package for what it looks like. */
public final class ModelImage {
  private ModelImage() {}

  /**
   * Writes all that {@code root} refers to, while nobody changes it.
   *
   * @throws TooManyObjects where it is not worth it; what was written is of no use then
   */
  public static void write(Object root, OutputStream out, KeptWriter.Course course)
      throws IOException {
    try (KeptWriter columns = new KeptWriter(out, course)) {
      GraphWriter graph = new GraphWriter(columns);
      graph.walk(root);
      byte[] parts = graph.parts();
      byte[] deflated = deflated(parts);
      long place = columns.plain(deflated, deflated.length);
      ImageFoot foot = new ImageFoot(place, deflated.length, parts.length, checksum(deflated));
      byte[] bytes = foot.bytes();
      columns.plain(bytes, bytes.length);
    }
  }

  /**
   * Reads what {@link #write} wrote, but for the chunks, which are read when somebody looks at
   * them.
   *
   * @param damage hears when one of these turns out to be damaged; see {@link KeptSpace}
   * @throws IOException where it is damaged or was written by another version: derive it again
   */
  public static <T> T read(Class<T> type, MemorySegment image, Runnable damage) throws IOException {
    ImageFoot foot = ImageFoot.of(image);
    byte[] deflated = image.asSlice(foot.place(), foot.length()).toArray(JAVA_BYTE);
    if (checksum(deflated) != foot.checksum()) {
      throw new UnfitImage("damaged");
    }
    KeptSpace columns = new KeptSpace(image.asSlice(0, foot.place()), damage);
    try {
      return type.cast(new GraphReader(inflated(deflated, foot.inflated()), columns).read());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new UnfitImage("not an image of this version", e); // whatever there is in the file
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C check = new CRC32C();
    check.update(bytes);
    return (int) check.getValue();
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(to, deflater)) {
      out.write(bytes);
    } finally {
      deflater.end();
    }
    return to.toByteArray();
  }

  private static byte[] inflated(byte[] deflated, int length) throws IOException {
    byte[] bytes = new byte[length];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      if (inflater.inflate(bytes) != length) {
        throw new UnfitImage("damaged");
      }
    } catch (DataFormatException e) {
      throw new UnfitImage("damaged", e);
    } finally {
      inflater.end();
    }
    return bytes;
  }
}
