package interleave.figure.format;

import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.typeface.FontFile;
import interleave.typeface.SmallFont;
import interleave.typeface.Typecase;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words of an SVG document, and the fonts that they are set in. */
final class SvgWords {
  /** Where a reader has none of the fonts: first those with Chinese. */
  private static final String OTHERS =
      "'Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei'";

  private final Typecase type;
  private final boolean embeds;
  private final Set<Face> faces = EnumSet.noneOf(Face.class);
  private final Map<FontFile, SortedSet<Integer>> used =
      new TreeMap<>(Comparator.comparing(FontFile::name));

  SvgWords(Typecase type, boolean embeds) {
    this.type = type;
    this.embeds = embeds;
  }

  void add(Mark.Text m, String colour, StringBuilder out) {
    faces.add(m.face());
    for (Typecase.Run run : type.runs(m.face(), m.text())) {
      SortedSet<Integer> letters = used.computeIfAbsent(run.font(), _ -> new TreeSet<>());
      run.letters().forEach(letter -> letters.add(letter.code()));
    }
    out.append("<text class=\"").append(name(m.face())).append("\" x=\"");
    out.append(Numbers.of(m.x())).append("\" y=\"");
    out.append(Numbers.of(m.y() + type.below(m.face()))).append('"');
    switch (m.align()) {
      case LEFT -> {}
      case CENTER -> out.append(" text-anchor=\"middle\"");
      case RIGHT -> out.append(" text-anchor=\"end\"");
    }
    if (!m.text().strip().equals(m.text()) || m.text().contains("  ")) {
      out.append(" xml:space=\"preserve\"");
    }
    out.append(" fill=\"").append(colour).append("\">");
    out.append(XmlText.of(m.text())).append("</text>\n");
  }

  private static String name(Face face) {
    return "f" + face.ordinal();
  }

  /** The style sheet: one class a face, and the fonts where they are part of the document. */
  String style() {
    StringBuilder out = new StringBuilder();
    if (embeds) {
      used.forEach((font, letters) -> embed(font, letters, out));
    }
    out.append("text{font-kerning:none;font-variant-ligatures:none}\n");
    for (Face face : faces) {
      out.append('.').append(name(face)).append("{font-family:").append(family(face));
      out.append(";font-size:").append(Numbers.of(face.size())).append("px;font-weight:");
      out.append(weight(type.font(face))).append("}\n");
    }
    return out.toString();
  }

  private static int weight(FontFile font) {
    String name = font.name();
    return name.contains("SemiBold") ? 600 : name.contains("Bold") ? 700 : 400;
  }

  /** The document's own fonts first: they have another name, as they lack most letters. */
  private String family(Face face) {
    boolean words = face.family() == Face.Family.WORDS;
    String usual = words ? "Inter" : "'JetBrains Mono'";
    String last = words ? "sans-serif" : "monospace";
    String own = embeds ? "'" + own(type.font(face)) + "'," : "";
    String further =
        used.keySet().stream()
            .filter(font -> !isBundled(font))
            .map(font -> "'" + (embeds ? own(font) : plain(font.family())) + "',")
            .collect(Collectors.joining());
    return own + usual + "," + further + OTHERS + "," + last;
  }

  private boolean isBundled(FontFile font) {
    return EnumSet.allOf(Face.class).stream().anyMatch(face -> type.font(face) == font);
  }

  private static String own(FontFile font) {
    return "Figure " + plain(font.family());
  }

  /** Without what would end a string of a style sheet or mean something in XML. */
  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N} -]", "");
  }

  private static void embed(FontFile font, SortedSet<Integer> letters, StringBuilder out) {
    out.append("@font-face{font-family:'").append(own(font)).append("';font-weight:");
    out.append(weight(font)).append(";src:url(data:font/ttf;base64,");
    out.append(Base64.getEncoder().encodeToString(SmallFont.of(font, letters)));
    out.append(") format('truetype')}\n");
  }
}
