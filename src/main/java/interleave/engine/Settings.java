package interleave.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a run is connected.
 *
 * @param capBytes what the recording may take on disk
 * @param listener hears all output from its first byte on
 * @param samplesNs how long between two looks at the stacks of threads; 0 for none
 * @param control who says which thread goes on; null where all do
 */
public record Settings(
    long capBytes,
    Input input,
    OutputListener listener,
    long samplesNs,
    @Nullable Control control) {
  /** Without sampled stacks. */
  public Settings(long capBytes, Input input, OutputListener listener) {
    this(capBytes, input, listener, 0);
  }

  /** Of a program that runs freely. */
  public Settings(long capBytes, Input input, OutputListener listener, long samplesNs) {
    this(capBytes, input, listener, samplesNs, null);
  }

  /** The same for a program under control; nobody else looks at it then. */
  public Settings controlledBy(Control who) {
    return new Settings(capBytes, input, listener, 0, who);
  }

  /**
   * Who controls a program.
   *
   * @param address its port on this machine and the word by which it knows the program
   * @param watchesAll whether threads also stand before the fields of the program's own classes,
   *     where none is named
   */
  public record Control(String address, boolean watchesAll) {}

  /** Where the program's standard input comes from. */
  public enum Input {
    /** {@link Run#sendInput}. */
    PIPE,
    /** The standard input of this process, as it is. */
    INHERIT
  }
}
