package interleave.timeline.layout;

/** Names as a learner knows them. */
public final class Names {
  private Names() {}

  /** Without what compilers make up: {@code <clinit>} is nothing that one wrote. */
  public static String plain(String label) {
    return label.startsWith("<") ? "" : label;
  }
}
