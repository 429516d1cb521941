package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.timeline.LockTrack;
import org.junit.jupiter.api.Test;

/** A wait for a lock that the library made for itself is a wait. */
@BesideOthers
class LibraryLocksTest {
  @Test
  void aWaitForTheLockOfALoggingHandlerIsToldUnderTheLibrarysName() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "logging_slowly.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.err()).as("%s", python).isEmpty();
              assertThat(run.notes()).as("%s", python).isEmpty();
              assertThat(run.timeline().locks()).as("%s", python).hasSize(1);
              LockTrack lock = run.timeline().locks().getFirst();
              assertThat(lock.name()).as("%s", python).isEqualTo("logging: Handler lock");
              assertThat(lock.contended()).as("%s", python).isPositive();
              assertThat(lock.waitNs()).as("%s", python).isGreaterThan(40_000_000);
              assertThat(run.of(LOCK_REQUEST)).as("%s", python).isNotEmpty();
              // Who meets nobody is not told of.
              assertThat(lock.acquires()).as("%s", python).isLessThanOrEqualTo(13);
            });
  }

  /** The tracer makes the lock in the place of the condition; it is the program's, and no other. */
  @Test
  void theLockThatAConditionMakesForItselfIsOneLock() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "condition_lock.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.timeline().locks())
                  .as("%s", python)
                  .extracting(LockTrack::name)
                  .containsExactly("turn");
              assertThat(run.timeline().locks().getFirst().contended()).isOne();
            });
  }
}
