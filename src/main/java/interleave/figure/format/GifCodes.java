package interleave.figure.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Packs indices as GIF does: codes of growing length for strings that came before (LZW). */
final class GifCodes {
  private static final int BITS = 8;
  private static final int CLEAR = 1 << BITS;
  private static final int END = CLEAR + 1;
  private static final int MOST = 1 << 12;
  private static final int PLACES = 1 << 14;

  private final OutputStream out;
  private final int[] keys = new int[PLACES];
  private final int[] codes = new int[PLACES];
  private final byte[] block = new byte[255];
  private int filled;
  private int bits;
  private int held;
  private int length;
  private int next;

  private GifCodes(OutputStream out) {
    this.out = out;
  }

  static void write(byte[] indices, OutputStream out) throws IOException {
    out.write(BITS);
    new GifCodes(out).all(indices);
    out.write(0);
  }

  private void all(byte[] indices) throws IOException {
    reset();
    code(CLEAR);
    int prefix = indices[0] & 0xFF;
    for (int i = 1; i < indices.length; i++) {
      int index = indices[i] & 0xFF;
      int place = place(prefix << BITS | index);
      if (keys[place] >= 0) {
        prefix = codes[place];
        continue;
      }
      code(prefix);
      if (next < MOST) {
        keys[place] = prefix << BITS | index;
        codes[place] = next++;
        if (next - 1 == 1 << length && length < 12) {
          length++;
        }
      } else {
        code(CLEAR);
        reset();
      }
      prefix = index;
    }
    code(prefix);
    code(END);
    if (bits > 0) {
      add(held);
    }
    flush();
  }

  private void reset() {
    Arrays.fill(keys, -1);
    next = END + 1;
    length = BITS + 1;
  }

  /** Where that string is kept, or would be. */
  private int place(int key) {
    int place = (key * 0x9E3779B1) >>> 18;
    while (keys[place] >= 0 && keys[place] != key) {
      place = (place + 1) % PLACES;
    }
    return place;
  }

  private void code(int code) throws IOException {
    held |= code << bits;
    bits += length;
    while (bits >= 8) {
      add(held);
      held >>>= 8;
      bits -= 8;
    }
  }

  private void add(int value) throws IOException {
    block[filled++] = (byte) value;
    if (filled == block.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (filled > 0) {
      out.write(filled);
      out.write(block, 0, filled);
      filled = 0;
    }
  }
}
