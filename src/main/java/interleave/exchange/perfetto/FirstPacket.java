package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.DamagedPacketException;
import interleave.exchange.perfetto.wire.PacketFile;
import interleave.exchange.perfetto.wire.Wire;

/** Whether bytes are the beginning of a file of packets: told by its first one, which all have. */
final class FirstPacket {
  private static final FieldNames NAMES = new FieldNames();

  /** Nearly all files begin with a packet that says who wrote it, or what clocks show. */
  private static final int ENOUGH = 2;

  private FirstPacket() {}

  static boolean isOne(byte[] head) {
    if (head.length < 4 || head[0] != PacketFile.TAG) {
      return false;
    }
    int at = 1;
    long length = 0;
    for (int shift = 0; at < head.length && shift < 35; shift += 7) {
      byte next = head[at++];
      length |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        boolean whole = length <= head.length - at;
        int end = whole ? at + (int) length : head.length;
        return length > 0
            && length <= PacketFile.LARGEST_PACKET
            && isPacket(new Wire().over(head, at, end), whole)
            && (end >= head.length || head[end] == PacketFile.TAG);
      }
    }
    return false;
  }

  private static boolean isPacket(Wire wire, boolean whole) {
    int known = 0;
    try {
      while (wire.next()) {
        int type = isNumber(wire.field()) ? Wire.VARINT : Wire.BYTES;
        if (!NAMES.has("packet", wire.field()) || wire.type() != type) {
          return false;
        }
        known++;
      }
    } catch (DamagedPacketException _) {
      return !whole && known >= ENOUGH; // the head ends within it
    }
    return known > 0;
  }

  private static boolean isNumber(int field) {
    return switch (field) {
      case 3, 8, 10, 13, 41, 42, 58, 79, 87, 98 -> true;
      default -> false;
    };
  }
}
