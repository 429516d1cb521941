package interleave.exchange.perfetto.zstd;

import java.util.Arrays;

/** Unpacks frames, one behind the other. */
public final class Zstandard {
  private static final long FRAME = 0xFD2F_B528L;
  private static final long SKIPPED = 0x184D_2A50L;
  private static final int CHECKSUM = 4;
  private static final int FIRST = 1 << 16;

  private final Literals literals = new Literals();
  private final Codes literalLengths = Codes.literals();
  private final Codes matchLengths = Codes.matches();
  private final Codes offsets = Codes.offsets();
  private final int[] recent = new int[3];
  private final int most;
  private byte[] bytes = new byte[FIRST];
  private int size;

  /** Where the present frame begins in what was unpacked: nothing is copied from before. */
  private int begin;

  /**
   * @param most it unpacks to no more than that
   */
  public Zstandard(int most) {
    this.most = most;
  }

  /**
   * Unpacks what lies there. Checksums are not looked at: what is unpacked is read by whoever
   * believes nothing.
   *
   * @return whether it could be
   */
  public boolean unpack(byte[] packed, int from, int to) {
    size = 0;
    try {
      int at = from;
      while (at < to) {
        at = frame(packed, at, to);
      }
      return at == to;
    } catch (IndexOutOfBoundsException _) {
      return false;
    }
  }

  public byte[] bytes() {
    return bytes;
  }

  public int size() {
    return size;
  }

  private int frame(byte[] from, int at, int to) {
    long magic = Literals.number(from, at, 4);
    if ((magic & ~0xFL) == SKIPPED) {
      return Math.toIntExact(Math.min(to + 1L, at + 8L + Literals.number(from, at + 4, 4)));
    }
    int head = from[at + 4] & 0xFF;
    boolean single = (head & 0x20) != 0;
    boolean dictionary = (head & 3) != 0;
    if (magic != FRAME || dictionary || (head & 8) != 0) {
      throw new IndexOutOfBoundsException("frame");
    }
    int sizes = head >> 6;
    int next = at + 5 + (single ? 0 : 1) + (sizes == 0 ? single ? 1 : 0 : 1 << sizes);
    begin = size;
    literals.begin();
    literalLengths.begin();
    matchLengths.begin();
    offsets.begin();
    recent[0] = 1;
    recent[1] = 4;
    recent[2] = 8;
    boolean last = false;
    while (!last) {
      int block = (int) Literals.number(from, next, 3);
      last = (block & 1) != 0;
      next = block(from, next + 3, to, block >> 1 & 3, block >> 3);
    }
    return next + ((head & 4) != 0 ? CHECKSUM : 0);
  }

  private int block(byte[] from, int at, int to, int type, int length) {
    int end = at + (type == 1 ? 1 : length);
    if (end > to || type == 3) {
      throw new IndexOutOfBoundsException("block");
    }
    switch (type) {
      case 0 -> put(from, at, length);
      case 1 -> {
        room(length);
        Arrays.fill(bytes, size, size + length, from[at]);
        size += length;
      }
      default -> sequences(from, literals.read(from, at, end), end);
    }
    return end;
  }

  private void sequences(byte[] from, int at, int end) {
    int head = from[at] & 0xFF;
    int next = at + (head < 128 ? 1 : head < 255 ? 2 : 3);
    int count =
        head < 128
            ? head
            : head < 255
                ? (head - 128 << 8) + (from[at + 1] & 0xFF)
                : (int) Literals.number(from, at + 1, 2) + 0x7F00;
    int literal = 0;
    if (count > 0) {
      int modes = from[next++] & 0xFF;
      next = literalLengths.read(modes >> 6 & 3, from, next, end);
      next = offsets.read(modes >> 4 & 3, from, next, end);
      next = matchLengths.read(modes >> 2 & 3, from, next, end);
      literal = copies(new BackwardBits(from, next, end), count);
    }
    put(literals.bytes, literal, literals.size - literal);
  }

  /** Returns how many literals were taken. */
  private int copies(BackwardBits in, int count) {
    StateTable ofLiterals = literalLengths.table();
    StateTable ofOffsets = offsets.table();
    StateTable ofMatches = matchLengths.table();
    int l = ofLiterals.first(in);
    int o = ofOffsets.first(in);
    int m = ofMatches.first(in);
    int taken = 0;
    for (int i = 0; i < count; i++) {
      long back = offsets.number(ofOffsets.symbol(o), in);
      int match = (int) matchLengths.number(ofMatches.symbol(m), in);
      int before = (int) literalLengths.number(ofLiterals.symbol(l), in);
      if (i < count - 1) {
        l = ofLiterals.next(l, in);
        m = ofMatches.next(m, in);
        o = ofOffsets.next(o, in);
      }
      if (in.left() < 0 || before > literals.size - taken) {
        throw new IndexOutOfBoundsException("sequence");
      }
      put(literals.bytes, taken, before);
      taken += before;
      copy(offset(back, before == 0), match);
    }
    return taken;
  }

  /** How far back: one of the last three, or another. */
  private int offset(long told, boolean noLiterals) {
    if (told > 3) {
      return used(2, Math.toIntExact(Math.min(told - 3, Integer.MAX_VALUE)));
    }
    int which = (int) told - (noLiterals ? 0 : 1);
    return switch (which) {
      case 0 -> recent[0];
      case 1, 2 -> used(which, recent[which]);
      default -> used(2, recent[0] - 1);
    };
  }

  /** It is the last one now, and that place is free. */
  private int used(int place, int offset) {
    System.arraycopy(recent, 0, recent, 1, place);
    recent[0] = offset;
    return offset;
  }

  private void copy(int back, int length) {
    if (back <= 0 || back > size - begin) {
      throw new IndexOutOfBoundsException("offset");
    }
    room(length);
    if (back >= length) {
      System.arraycopy(bytes, size - back, bytes, size, length);
    } else {
      for (int i = size; i < size + length; i++) {
        bytes[i] = bytes[i - back];
      }
    }
    size += length;
  }

  private void put(byte[] from, int at, int length) {
    room(length);
    System.arraycopy(from, at, bytes, size, length);
    size += length;
  }

  private void room(int length) {
    if (length < 0 || length > most - size) {
      throw new IndexOutOfBoundsException("too much");
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(size + length, bytes.length * 2)));
    }
  }
}
