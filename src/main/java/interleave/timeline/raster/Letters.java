package interleave.timeline.raster;

import interleave.timeline.draw.Face;
import org.jspecify.annotations.Nullable;

/** Prepared letters of all faces at one scale. The toolkit knows fonts; painting only asks. */
public interface Letters {
  /**
   * One letter, or words whose letters depend on each other, and where between pixels it stands.
   *
   * @param right quarters of a pixel to the right of a whole one, 0 to 3
   * @param down quarters of a pixel below a whole one
   */
  record Letter(Face face, String text, int right, int down) {}

  /**
   * How much of each pixel a letter covers.
   *
   * @param x of the leftmost pixel, from where the letter stands
   * @param y of the uppermost pixel, from the line that it stands on
   */
  record Shape(int x, int y, int width, int height, byte[] shares) {}

  /** The shape, null where it is not prepared yet. */
  @Nullable Shape shape(Letter letter);

  /** Prepares those that were not there; may take as long as a frame. */
  void prepare(Iterable<Letter> letters);

  /** How far the line that letters stand on is below the middle of words, at scale 1. */
  double below(Face face);

  double width(Face face, String text);

  /** Whether letters stand on whole pixels only. */
  boolean whole();

  double scale();
}
