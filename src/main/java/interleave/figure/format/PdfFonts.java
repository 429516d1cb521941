package interleave.figure.format;

import interleave.timeline.draw.Mark;
import interleave.typeface.FontFile;
import interleave.typeface.SmallFont;
import interleave.typeface.Typecase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a document: of each the letters that it needs. */
final class PdfFonts {
  private final PDDocument document;
  private final Typecase type;
  private final Map<FontFile, SortedSet<Integer>> used =
      new TreeMap<>(Comparator.comparing(FontFile::name));
  private final Map<FontFile, PDFont> embedded =
      new TreeMap<>(Comparator.comparing(FontFile::name));

  PdfFonts(PDDocument document, Typecase type) {
    this.document = document;
    this.type = type;
  }

  Typecase type() {
    return type;
  }

  /** Notes the letters of words. */
  void meet(Mark mark) {
    if (mark instanceof Mark.Text words) {
      for (Typecase.Run run : type.runs(words.face(), words.text())) {
        SortedSet<Integer> letters = used.computeIfAbsent(run.font(), _ -> new TreeSet<>());
        run.letters().forEach(letter -> letters.add(letter.code()));
      }
    }
  }

  void embed() throws IOException {
    for (Map.Entry<FontFile, SortedSet<Integer>> each : used.entrySet()) {
      byte[] file = SmallFont.of(each.getKey(), each.getValue());
      embedded.put(
          each.getKey(), PDType0Font.load(document, new ByteArrayInputStream(file), false));
    }
  }

  PDFont font(FontFile file) {
    PDFont font = embedded.get(file);
    if (font == null) {
      throw new IllegalStateException("not met: " + file.name());
    }
    return font;
  }
}
