package interleave.view.export;

import interleave.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The one door by which pictures leave. */
public final class PictureFormats {
  public static final PictureFormats KNOWN = new PictureFormats(List.of(new PngFormat()));

  private final List<PictureFormat> all;

  /**
   * @param all the first is that of files whose name tells none
   */
  PictureFormats(List<? extends PictureFormat> all) {
    this.all = List.copyOf(all);
  }

  public List<PictureFormat> all() {
    return all;
  }

  /** The ending of a file's name to offer. */
  public String usualSuffix() {
    return all.getFirst().suffix();
  }

  /** Whether a file of that name is a picture that can be written. */
  public boolean isKnown(Path file) {
    return all.stream().anyMatch(each -> isOf(each, file));
  }

  /** The file, with the usual ending where its name tells of no picture that can be written. */
  public Path named(Path file) {
    return isKnown(file) ? file : file.resolveSibling(file.getFileName() + usualSuffix());
  }

  private static boolean isOf(PictureFormat format, Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(format.suffix());
  }

  /**
   * Writes a picture in the format that the file's name tells; the file is there as a whole or not
   * at all. From any thread.
   */
  public void save(Still still, Path file) throws IOException {
    PictureFormat format =
        all.stream().filter(each -> isOf(each, file)).findFirst().orElseGet(all::getFirst);
    WholeFile.write(file, out -> format.write(still, out));
  }
}
