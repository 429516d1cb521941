package interleave.view.session;

/**
 * How far what is shown is behind a program that runs.
 *
 * @param behind ns from the newest of what is shown to now
 * @param waiting bytes of the recording that are still to be read
 * @param deriving ns that it took to read and derive what came last
 */
public record Lag(long behind, long waiting, long deriving) {
  public static final Lag NONE = new Lag(0, 0, 0);
}
