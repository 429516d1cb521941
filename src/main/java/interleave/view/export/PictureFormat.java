package interleave.view.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A way to write pictures. A further format is one class, named in {@link PictureFormats#KNOWN}.
 */
public interface PictureFormat {
  /** What the names of its files end with, the dot included. */
  String suffix();

  /** What its files are, as a file dialog says it. */
  String title();

  /** Writes the picture and leaves {@code out} open; from any thread. */
  void write(Still still, OutputStream out) throws IOException;
}
