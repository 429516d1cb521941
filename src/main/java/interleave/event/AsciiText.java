package interleave.event;

import java.nio.charset.StandardCharsets;

/**
 * A text of nothing but ASCII, as bytes where they were found. It is of use until the call that
 * hands it over returns; who wants to keep it copies the bytes, or makes a {@link #toString} of it.
 */
public final class AsciiText implements CharSequence {
  private byte[] bytes = {};
  private int from;
  private int length;

  /** From now on it is that one. */
  public AsciiText is(byte[] in, int begin, int count) {
    bytes = in;
    from = begin;
    length = count;
    return this;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Where among the bytes it begins. */
  public int from() {
    return from;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) bytes[from + index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new AsciiText().is(bytes, from + start, end - start);
  }

  @Override
  public String toString() {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
