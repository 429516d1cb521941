package interleave.exchange.export.perfetto;

import java.io.IOException;
import java.io.OutputStream;

/** Packets of one writer, and the names that it has said already. */
final class Packets {
  private static final int SEQUENCE = 1;
  private static final int BEGINS_ANEW = 1;
  private static final int NEEDS_BEFORE = 2;

  /** With so many names all begins anew, so that they stay few in memory, here and there. */
  private static final int MOST_NAMES = 1 << 15;

  private final OutputStream out;
  private final Message packet = new Message();
  private final Interned categories = new Interned(1);
  private final Interned names = new Interned(2);
  private final Interned keys = new Interned(3);
  private boolean anew = true;

  Packets(OutputStream out) {
    this.out = out;
  }

  /** Begins a packet, which {@link #end} writes. */
  Message begin() {
    packet.clear();
    return packet.begin(1).number(10, SEQUENCE);
  }

  void end() throws IOException {
    packet.end();
    packet.writeTo(out);
  }

  /** Begins the packet of an event of a track, which {@link #endEvent} writes. */
  Message event(long time, int type, int track) {
    if (categories.size() + names.size() + keys.size() > MOST_NAMES) {
      categories.clear();
      names.clear();
      keys.clear();
      anew = true;
    }
    Message event = begin().number(8, time).number(13, flags());
    return event.begin(11).number(9, type).number(11, track);
  }

  private int flags() {
    int flags = anew ? BEGINS_ANEW | NEEDS_BEFORE : NEEDS_BEFORE;
    anew = false;
    return flags;
  }

  /** Of what sort the present event is, and its name. */
  void named(String category, String name) {
    packet.number(3, categories.of(category)).number(10, names.of(name));
  }

  /** The number of the name of something that is told beside an event. */
  int key(String name) {
    return keys.of(name);
  }

  void endEvent() throws IOException {
    packet.end();
    if (categories.hasFresh() || names.hasFresh() || keys.hasFresh()) {
      packet.begin(12);
      categories.write(packet);
      names.write(packet);
      keys.write(packet);
      packet.end();
    }
    end();
  }
}
