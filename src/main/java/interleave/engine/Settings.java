package interleave.engine;

/**
 * How a run is connected.
 *
 * @param capBytes what the recording may take on disk
 * @param listener hears all output from its first byte on
 */
public record Settings(long capBytes, Input input, OutputListener listener) {
  /** Where the program's standard input comes from. */
  public enum Input {
    /** {@link Run#sendInput}. */
    PIPE,
    /** The standard input of this process, as it is. */
    INHERIT
  }
}
