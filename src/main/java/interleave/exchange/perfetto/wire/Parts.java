package interleave.exchange.perfetto.wire;

import java.nio.charset.StandardCharsets;

/** Where messages of one sort lie within a packet. */
public final class Parts {
  private final LongList places = new LongList();
  private byte[] bytes = {};

  public void clear() {
    places.clear();
  }

  /** One more: the present field of that message. */
  public void add(Wire wire) {
    if (wire.type() != Wire.BYTES) {
      throw new DamagedPacketException(wire.from());
    }
    bytes = wire.bytes();
    places.add((long) wire.from() << 32 | wire.to());
  }

  public int size() {
    return places.size();
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Has {@code wire} read one of them. */
  public Wire get(int index, Wire wire) {
    long place = places.get(index);
    return wire.over(bytes, (int) (place >>> 32), (int) place);
  }

  /** One of them as text. */
  public String text(int index) {
    long place = places.get(index);
    int from = (int) (place >>> 32);
    int length = Math.min((int) place - from, Wire.LONGEST);
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }
}
