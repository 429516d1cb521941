package interleave.typeface;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The table {@code cmap}: which letter has which glyph, in the two formats that all readers know.
 */
final class LetterTable {
  private static final int BASIC = 0xFFFF;

  private LetterTable() {}

  /** Letters that follow each other, and so do their glyphs. */
  private record Range(int first, int last, int glyph) {}

  /** Of letters whose glyphs are numbered from 1 on. */
  static byte[] of(SortedSet<Integer> letters) {
    List<Range> ranges = new ArrayList<>();
    int glyph = 1;
    for (int letter : letters) {
      Range before = ranges.isEmpty() ? null : ranges.getLast();
      if (before != null && before.last + 1 == letter && letter != BASIC + 1) {
        ranges.set(ranges.size() - 1, new Range(before.first, letter, before.glyph));
      } else {
        ranges.add(new Range(letter, letter, glyph));
      }
      glyph++;
    }
    byte[] basic = basic(ranges.stream().filter(range -> range.last < BASIC).toList());
    byte[] full = full(ranges);
    ByteBuffer table = ByteBuffer.allocate(4 + 16 + basic.length + full.length);
    table.putShort((short) 0).putShort((short) 2);
    table.putShort((short) 3).putShort((short) 1).putInt(20);
    table.putShort((short) 3).putShort((short) 10).putInt(20 + basic.length);
    return table.put(basic).put(full).array();
  }

  /** Format 4: ends, starts and differences, and a range that ends the list. */
  private static byte[] basic(List<Range> some) {
    List<Range> ranges = new ArrayList<>(some);
    ranges.add(new Range(BASIC, BASIC, 0));
    int count = ranges.size();
    int power = Integer.highestOneBit(count);
    ByteBuffer table = ByteBuffer.allocate(16 + 8 * count);
    table.putShort((short) 4).putShort((short) table.capacity()).putShort((short) 0);
    table.putShort((short) (2 * count)).putShort((short) (2 * power));
    table.putShort((short) Integer.numberOfTrailingZeros(power));
    table.putShort((short) (2 * (count - power)));
    ranges.forEach(range -> table.putShort((short) range.last));
    table.putShort((short) 0);
    ranges.forEach(range -> table.putShort((short) range.first));
    ranges.forEach(
        range -> table.putShort((short) (range.first == BASIC ? 1 : range.glyph - range.first)));
    return table.array(); // the offsets after that are 0
  }

  /** Format 12. */
  private static byte[] full(List<Range> ranges) {
    ByteBuffer table = ByteBuffer.allocate(16 + 12 * ranges.size());
    table.putShort((short) 12).putShort((short) 0).putInt(table.capacity()).putInt(0);
    table.putInt(ranges.size());
    ranges.forEach(range -> table.putInt(range.first).putInt(range.last).putInt(range.glyph));
    return table.array();
  }
}
