package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Scalable vector graphics, version 1.1: real words, hatches as patterns. */
final class SvgFormat implements FigureFormat {
  @Override
  public String suffix() {
    return ".svg";
  }

  @Override
  public String title() {
    return Words.of("figure").get("svg");
  }

  @Override
  public void write(Figure figure, OutputStream out, Progress progress) throws IOException {
    DisplayList list = figure.whole();
    Progress.check(progress, 1, 2);
    out.write(new SvgPainter(figure, list).text().getBytes(StandardCharsets.UTF_8));
    Progress.check(progress, 2, 2);
  }
}
