package interleave.app.command.lesson;

import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.words.Words;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What whoever writes lessons wants: to begin one, and to know whether it is good. */
@Command(name = "lesson", mixinStandardHelpOptions = true)
public final class LessonCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app/lesson");

  private final Terminal terminal;

  public LessonCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Its own commands, for whoever puts the command line together. */
  public Object[] commands() {
    return new Object[] {new NewLesson(terminal), new CheckLesson(terminal)};
  }

  @Override
  public Integer call() {
    throw new UsageException(WORDS.get("which"));
  }
}
