package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;

/** What stands around the content of a packet. One object is used for all of them, one by one. */
final class Packet {
  private static final int SEQUENCE_CLEARED = 1;
  private static final int SEQUENCE_NEEDED = 2;

  /** The number of what it holds among the fields of a packet, 0 where it holds nothing. */
  int content;

  /** A number that its sequence has, the same until the file ends; 0 where it has none. */
  int sequence;

  /** Which machine it is of, 0 for the one that wrote the file. */
  int machine;

  boolean timed;
  long timestamp;

  /** The number of the clock that its time is of, 0 where it does not say. */
  int clock;

  /** What its sequence said before counts no more. */
  boolean cleared;

  /** It cannot be understood without what its sequence said before. */
  boolean needed;

  /** Packets before it are missing. */
  boolean dropped;

  private byte[] bytes = {};
  private int from;
  private int to;
  private int namesFrom;
  private int namesTo;
  private int defaultsFrom;
  private int defaultsTo;

  /** Reads the packet that lies there; what it has no place for is counted. */
  void read(Wire wire, Unknown unknown) {
    bytes = wire.bytes();
    content = 0;
    sequence = 0;
    machine = 0;
    timed = false;
    clock = 0;
    cleared = false;
    needed = false;
    dropped = false;
    namesFrom = 0;
    namesTo = 0;
    defaultsTo = 0;
    boolean first = false;
    while (wire.next()) {
      switch (wire.field()) {
        case 8 -> {
          timed = true;
          timestamp = wire.number();
        }
        case 58 -> clock = wire.small();
        case 10 -> sequence = wire.small();
        case 12 -> hasNames(wire);
        case 13 -> {
          cleared |= (wire.small() & SEQUENCE_CLEARED) != 0;
          needed = (wire.small() & SEQUENCE_NEEDED) != 0;
        }
        case 41 -> cleared |= wire.number() != 0;
        case 42 -> dropped = wire.number() != 0;
        case 59 -> hasDefaults(wire);
        case 87 -> first = wire.number() != 0;
        case 98 -> machine = wire.small();
        case 3, 79 -> wire.number(); // who wrote it, as its own descriptors say better
        default -> content(wire, unknown);
      }
    }
    dropped &= !first; // the first of a sequence has nothing before it
  }

  private void hasNames(Wire wire) {
    if (wire.type() == Wire.BYTES) {
      namesFrom = wire.from();
      namesTo = wire.to();
    }
  }

  private void hasDefaults(Wire wire) {
    if (wire.type() == Wire.BYTES) {
      defaultsFrom = wire.from();
      defaultsTo = wire.to();
    }
  }

  private void content(Wire wire, Unknown unknown) {
    if (wire.type() != Wire.BYTES) {
      unknown.add("packet", wire.field());
      return;
    }
    if (content != 0) {
      unknown.add("packet", content); // of several the last one counts
    }
    content = wire.field();
    from = wire.from();
    to = wire.to();
  }

  /** Has {@code wire} read what it holds. */
  Wire content(Wire wire) {
    return wire.over(bytes, from, to);
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Has {@code wire} read the names it brings for its sequence, which may be none. */
  Wire names(Wire wire) {
    return wire.over(bytes, namesFrom, namesTo);
  }

  boolean hasDefaults() {
    return defaultsTo != 0;
  }

  /** Has {@code wire} read what holds for its sequence from here on where nothing else is said. */
  Wire defaults(Wire wire) {
    return wire.over(bytes, defaultsFrom, defaultsTo);
  }
}
