package interleave.typeface;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A TrueType font of some letters of another font, whatever kind that is: outlines, widths and
 * which letter is which, without hints and kerning, since words are set letter by letter. The same
 * letters give the same bytes.
 */
public final class SmallFont {
  private static final int MAGIC = 0x5F0F3CF5;
  private static final int CHECKSUM = 0xB1B0AFBA;
  private static final int HEAD_ADJUSTMENT = 8;

  private final FontFile font;
  private final SortedSet<Integer> letters;
  private final List<GlyphOutline> glyphs = new ArrayList<>();
  private final List<Integer> advances = new ArrayList<>();

  private SmallFont(FontFile font, Collection<Integer> letters) {
    this.font = font;
    this.letters = new TreeSet<>(letters);
    add(0); // what stands for letters that it has not
    this.letters.forEach(letter -> add(font.glyph(letter)));
  }

  /** The file. */
  public static byte[] of(FontFile font, Collection<Integer> letters) {
    return new SmallFont(font, letters).bytes();
  }

  private void add(int glyph) {
    glyphs.add(GlyphOutline.of(font.outline(glyph)));
    advances.add((int) Math.round(font.advance(glyph) * font.unitsPerEm()));
  }

  private byte[] bytes() {
    Map<String, byte[]> tables = new TreeMap<>();
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    ByteBuffer places = ByteBuffer.allocate(4 * (glyphs.size() + 1));
    for (GlyphOutline glyph : glyphs) {
      places.putInt(outlines.size());
      outlines.writeBytes(glyph.bytes());
    }
    places.putInt(outlines.size());
    tables.put("glyf", outlines.toByteArray());
    tables.put("loca", places.array());
    tables.put("cmap", LetterTable.of(letters));
    tables.put("head", head());
    tables.put("hhea", hhea());
    tables.put("hmtx", hmtx());
    tables.put("maxp", maxp());
    tables.put("name", name());
    tables.put("OS/2", os2());
    tables.put("post", ByteBuffer.allocate(32).putInt(0x00030000).array());
    return file(tables);
  }

  private byte[] head() {
    ByteBuffer head = ByteBuffer.allocate(54);
    head.putInt(0x00010000).putInt(0x00010000).putInt(0).putInt(MAGIC);
    head.putShort((short) 0x0003).putShort((short) font.unitsPerEm()).putLong(0).putLong(0);
    head.putShort(least(GlyphOutline::left)).putShort(least(GlyphOutline::bottom));
    head.putShort(most(GlyphOutline::right)).putShort(most(GlyphOutline::top));
    return head.putShort((short) 0)
        .putShort((short) 6)
        .putShort((short) 2)
        .putShort((short) 1)
        .putShort((short) 0)
        .array();
  }

  private short least(java.util.function.ToIntFunction<GlyphOutline> edge) {
    return (short) glyphs.stream().mapToInt(edge).min().orElse(0);
  }

  private short most(java.util.function.ToIntFunction<GlyphOutline> edge) {
    return (short) glyphs.stream().mapToInt(edge).max().orElse(0);
  }

  private short units(double ems) {
    return (short) Math.round(ems * font.unitsPerEm());
  }

  private byte[] hhea() {
    ByteBuffer hhea = ByteBuffer.allocate(36).putInt(0x00010000);
    hhea.putShort(units(font.ascent())).putShort(units(-font.descent())).putShort((short) 0);
    hhea.putShort((short) advances.stream().mapToInt(it -> it).max().orElse(0));
    hhea.putShort(least(GlyphOutline::left)).putShort((short) 0);
    hhea.putShort(most(GlyphOutline::right)).putShort((short) 1);
    return hhea.putShort(34, (short) glyphs.size()).array();
  }

  private byte[] hmtx() {
    ByteBuffer hmtx = ByteBuffer.allocate(4 * glyphs.size());
    for (int i = 0; i < glyphs.size(); i++) {
      hmtx.putShort(advances.get(i).shortValue()).putShort((short) glyphs.get(i).left());
    }
    return hmtx.array();
  }

  private byte[] maxp() {
    ByteBuffer maxp = ByteBuffer.allocate(32).putInt(0x00010000).putShort((short) glyphs.size());
    maxp.putShort(most(GlyphOutline::points)).putShort(most(GlyphOutline::contours));
    return maxp.putShort(14, (short) 2).array();
  }

  private byte[] os2() {
    ByteBuffer os2 = ByteBuffer.allocate(96).putShort((short) 4);
    os2.putShort((short) Math.round(advances.stream().mapToInt(it -> it).average().orElse(0)));
    os2.putShort((short) (font.name().contains("Bold") ? 700 : 400)).putShort((short) 5);
    os2.position(58).put("ILVE".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x40);
    int first = letters.isEmpty() ? 0 : Math.min(letters.first(), 0xFFFF);
    int last = letters.isEmpty() ? 0 : Math.min(letters.last(), 0xFFFF);
    os2.putShort((short) first).putShort((short) last);
    os2.putShort(units(font.ascent())).putShort(units(-font.descent())).putShort((short) 0);
    os2.putShort(units(font.ascent())).putShort(units(font.descent()));
    return os2.array();
  }

  private byte[] name() {
    Map<Integer, String> names = new TreeMap<>();
    names.put(1, font.family());
    names.put(2, "Regular");
    names.put(4, font.name());
    names.put(6, font.name());
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    ByteBuffer name = ByteBuffer.allocate(6 + 12 * names.size());
    name.putShort((short) 0).putShort((short) names.size()).putShort((short) name.capacity());
    names.forEach(
        (id, words) -> {
          byte[] bytes = words.getBytes(StandardCharsets.UTF_16BE);
          name.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
          name.putShort(id.shortValue()).putShort((short) bytes.length);
          name.putShort((short) text.size());
          text.writeBytes(bytes);
        });
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(name.array());
    all.writeBytes(text.toByteArray());
    return all.toByteArray();
  }

  private static byte[] file(Map<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    int header = 12 + 16 * count;
    int size = header + tables.values().stream().mapToInt(it -> padded(it.length)).sum();
    ByteBuffer file = ByteBuffer.allocate(size).putInt(0x00010000).putShort((short) count);
    file.putShort((short) (16 * power))
        .putShort((short) Integer.numberOfTrailingZeros(power))
        .putShort((short) (16 * (count - power)));
    int at = header;
    int head = 0;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] bytes = table.getValue();
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, padded(bytes.length)))));
      file.putInt(at).putInt(bytes.length);
      file.put(at, bytes);
      head = table.getKey().equals("head") ? at : head;
      at += padded(bytes.length);
    }
    file.putInt(head + HEAD_ADJUSTMENT, CHECKSUM - sum(file.duplicate().rewind()));
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int sum(ByteBuffer bytes) {
    int sum = 0;
    while (bytes.remaining() >= 4) {
      sum += bytes.getInt();
    }
    return sum;
  }
}
