package interleave.exchange.export;

/**
 * A source file of a program of the user's own, as it was when it ran.
 *
 * @param name by which events know it: a simple name from Java, a whole path from Python
 */
public record KeptSource(String name, String text) {
  /** Without its folder, which is nobody's business elsewhere. */
  public String file() {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
