package interleave.timeline.derive.image;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The last bytes of an image.
 *
 * @param place where the graph begins
 * @param length how many bytes it has there
 * @param inflated and how many when it is inflated
 * @param checksum of the bytes that are there, CRC-32C
 */
record ImageFoot(long place, int length, int inflated, int checksum) {
  /** What is derived from the same events may change, and no field: then this changes. */
  private static final int VERSION = 3;

  private static final long MAGIC = 0x31_4745_4D49_4C49L; // "ILIMEG1"
  private static final int BYTES = 40;

  /** A graph is some bytes an object; what claims more than that of its own size is refused. */
  private static final int RATIO = 1100;

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(place)
        .putInt(length)
        .putInt(inflated)
        .putInt(checksum)
        .putInt(VERSION)
        .putLong(0)
        .putLong(MAGIC)
        .array();
  }

  /** That of an image, which need not be one. */
  static ImageFoot of(MemorySegment image) throws IOException {
    long end = image.byteSize() - BYTES;
    if (end < 0) {
      throw new UnfitImage("no image");
    }
    ByteBuffer in =
        ByteBuffer.wrap(image.asSlice(end).toArray(JAVA_BYTE)).order(ByteOrder.LITTLE_ENDIAN);
    ImageFoot foot = new ImageFoot(in.getLong(), in.getInt(), in.getInt(), in.getInt());
    int version = in.getInt();
    if (in.getLong() != 0 || in.getLong() != MAGIC || version != VERSION) {
      throw new UnfitImage("no image of this version");
    }
    if (foot.place < 0
        || foot.length < 0
        || foot.place != end - foot.length
        || foot.inflated < 0
        || foot.inflated / RATIO > foot.length) {
      throw new UnfitImage("damaged");
    }
    return foot;
  }
}
