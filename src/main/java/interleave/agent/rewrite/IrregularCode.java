package interleave.agent.rewrite;

/** What is only known of monitors by custom does not hold in this code: no compiler wrote it. */
final class IrregularCode extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  IrregularCode(String what) {
    super(what);
  }
}
