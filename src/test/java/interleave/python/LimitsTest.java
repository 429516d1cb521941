package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.EventKind;
import interleave.python.PythonRun.Recorded;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waits that end by themselves say so. */
@BesideOthers
class LimitsTest {
  private static final Set<EventKind> BEGINS =
      Set.of(
          JOIN_BEGIN,
          LOCK_REQUEST,
          SYNC_WAIT_BEGIN,
          PUT_REQUEST,
          GET_REQUEST,
          RESULT_WAIT_BEGIN,
          CHILD_WAIT_BEGIN);

  @Test
  void aWaitWithALimitSaysItDirectlyBeforeItBegins() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "limits.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.exit()).as(run.err()).isZero();
              List<Recorded> main =
                  run.where(
                      it ->
                          it.thread().equals("MainThread")
                              && it.pid() == run.events().getFirst().pid());
              List<Recorded> limited = main.stream().filter(it -> it.kind() == WAIT_LIMIT).toList();
              assertThat(limited).as("%s", python).hasSizeGreaterThanOrEqualTo(22);
              assertThat(limited)
                  .allSatisfy(
                      limit -> {
                        Recorded begin = main.get(main.indexOf(limit) + 1);
                        assertThat(BEGINS).as("%s", limit).contains(begin.kind());
                        assertThat(begin.objectId()).isEqualTo(limit.objectId());
                        assertThat(limit.value()).isBetween(1L, 30_000_000L);
                      });
            });
  }
}
