package interleave.view.session;

/**
 * Something the user has to be told: what happened, where, and what to do next.
 *
 * @param where the program, file or parameter it is about; may be empty
 * @param next what can be done about it; may be empty
 */
public record Notice(Weight weight, String what, String where, String next) {
  /** How much of the user's attention it deserves. */
  public enum Weight {
    INFORMATION,
    WARNING,
    ERROR
  }

  public static Notice error(String what, String where, String next) {
    return new Notice(Weight.ERROR, what, where, next);
  }

  public static Notice warning(String what, String where, String next) {
    return new Notice(Weight.WARNING, what, where, next);
  }

  public static Notice information(String what, String where) {
    return new Notice(Weight.INFORMATION, what, where, "");
  }

  /** That something cannot be now, and what can be done instead. */
  public static Notice advice(String what, String next) {
    return new Notice(Weight.INFORMATION, what, "", next);
  }
}
