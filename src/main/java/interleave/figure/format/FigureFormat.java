package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import java.io.IOException;
import java.io.OutputStream;

/** A way to write figures. */
public interface FigureFormat {
  /** What the names of its files end with, the dot included. */
  String suffix();

  /** What its files are, as a file dialog says it. */
  String title();

  /** Whether it is a replay. */
  default boolean moves() {
    return false;
  }

  /** Whether it is of pixels, which a scale makes finer. */
  default boolean ofPixels() {
    return false;
  }

  /** Writes the figure and leaves {@code out} open; from any thread. */
  void write(Figure figure, OutputStream out, Progress progress) throws IOException;
}
