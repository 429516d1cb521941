package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import interleave.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All formats of figures. */
public final class FigureFormats {
  /** The first is that of files whose name tells none. */
  public static final List<FigureFormat> ALL =
      List.of(new PngFormat(), new SvgFormat(), new PdfFormat(), new GifFormat(), new ApngFormat());

  private FigureFormats() {}

  /** That of a file of that name. */
  public static Optional<FigureFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ALL.stream().filter(each -> name.endsWith(each.suffix())).findFirst();
  }

  /** The file is there as a whole or not at all. From any thread. */
  public static void save(FigureFormat format, Figure figure, Path file, Progress progress)
      throws IOException {
    WholeFile.write(file, out -> format.write(figure, out, progress));
  }
}
