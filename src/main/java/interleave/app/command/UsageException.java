package interleave.app.command;

/** The command line was used in a wrong way; the message says in a sentence what is wrong. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }
}
