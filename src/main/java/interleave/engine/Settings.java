package interleave.engine;

/**
 * How a run is connected.
 *
 * @param capBytes what the recording may take on disk
 * @param listener hears all output from its first byte on
 * @param samplesNs how long between two looks at the stacks of threads; 0 for none
 */
public record Settings(long capBytes, Input input, OutputListener listener, long samplesNs) {
  /** Without sampled stacks. */
  public Settings(long capBytes, Input input, OutputListener listener) {
    this(capBytes, input, listener, 0);
  }

  /** Where the program's standard input comes from. */
  public enum Input {
    /** {@link Run#sendInput}. */
    PIPE,
    /** The standard input of this process, as it is. */
    INHERIT
  }
}
