package interleave.app.command.explore;

import interleave.app.command.UsageException;
import interleave.explore.Subject;
import interleave.laboratory.Refusing;
import interleave.words.Words;
import java.util.Iterator;
import java.util.List;

/** What becomes of a program that does what nobody can control. */
final class Uncontrolled implements Iterable<String> {
  /** It is told, and runs on freely. */
  static final String FREE = "free";

  private static final String REFUSE = "refuse";

  static void check(String typed) {
    if (!typed.equals(FREE) && !typed.equals(REFUSE)) {
      throw new UsageException(Words.of("app/explore").get("usage.uncontrolled", typed));
    }
  }

  /** The program, as it is to be run then. */
  static Subject as(String typed, Subject program) {
    return typed.equals(REFUSE) ? new Refusing(program) : program;
  }

  /** What can be typed. */
  @Override
  public Iterator<String> iterator() {
    return List.of(FREE, REFUSE).iterator();
  }
}
