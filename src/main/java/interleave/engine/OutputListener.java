package interleave.engine;

/**
 * Hears what a run prints, byte by byte as it comes. Called from one thread per stream; a listener
 * that is slow slows the program down as a slow terminal would.
 */
@FunctionalInterface
public interface OutputListener {
  /**
   * Bytes {@code [0, length)} were printed; the array is used again afterwards.
   *
   * @throws java.io.UncheckedIOException to close the stream: the program finds its output broken
   */
  void printed(boolean stderr, byte[] bytes, int length);
}
