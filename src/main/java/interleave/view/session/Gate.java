package interleave.view.session;

import interleave.program.Program;
import java.util.Optional;
import java.util.function.Consumer;

/** What every program passes before it runs. */
@FunctionalInterface
public interface Gate {
  /** Lets all of them pass. */
  Gate OPEN = (program, _) -> Optional.of(program);

  /**
   * Lets a program pass, or looks first.
   *
   * @param later is given the program where it may run after all, on the window's thread
   * @return the program where it may run at once
   */
  Optional<Program> enter(Program program, Consumer<Program> later);
}
