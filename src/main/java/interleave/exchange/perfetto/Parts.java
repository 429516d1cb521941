package interleave.exchange.perfetto;

import java.nio.charset.StandardCharsets;

/** Where messages of one sort lie within a packet. */
final class Parts {
  private final LongList places = new LongList();
  private byte[] bytes = {};

  void clear() {
    places.clear();
  }

  /** One more: the present field of that message. */
  void add(Wire wire) {
    if (wire.type() != Wire.BYTES) {
      throw new DamagedPacketException(wire.from());
    }
    bytes = wire.bytes();
    places.add((long) wire.from() << 32 | wire.to());
  }

  int size() {
    return places.size();
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /** Has {@code wire} read one of them. */
  Wire get(int index, Wire wire) {
    long place = places.get(index);
    return wire.over(bytes, (int) (place >>> 32), (int) place);
  }

  /** One of them as text. */
  String text(int index) {
    long place = places.get(index);
    int from = (int) (place >>> 32);
    int length = Math.min((int) place - from, Names.LONGEST);
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }
}
