package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BesideOthers
class PhasesInPythonTest {
  private static final String SCRIPT =
      """
      import sys
      heard = []
      sys.addaudithook(lambda event, args: event.startswith("inter") and heard.append(args))
      sys.audit("interleave.phase", "warm-up")
      sys.audit("interleave.phase", "1 thread", 1000)
      sys.audit("interleave.phase", "odd", -1.5)
      sys.audit("interleave.phase")
      sys.audit("something.else", "a", 1)
      try:
          sys.audit()
      except TypeError as error:
          print(error)
      print(heard)
      """;

  @Test
  void aProgramTellsPhasesByAnAuditEventAndHearsItItselfAsEver() throws Exception {
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(
                Pythons.some(), python -> PythonRun.of(python, List.of("-c", SCRIPT), Map.of()))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      assertThat(run.exit()).as(version).isZero();
      assertThat(run.problems()).as(version).isEmpty();
      assertThat(run.of(PHASE_BEGIN, PHASE_END))
          .as(version)
          .extracting(it -> it.kind() + " " + it.text() + " " + it.value())
          .containsExactly(
              "PHASE_BEGIN warm-up 0",
              "PHASE_BEGIN 1 thread 1000",
              "PHASE_BEGIN odd 0",
              "PHASE_END  0");
      assertThat(run.out())
          .as(version)
          .endsWith("[('warm-up',), ('1 thread', 1000), ('odd', -1.5), ()]\n");
    }
  }
}
