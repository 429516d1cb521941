package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.explore.Limits;
import interleave.explore.Model;
import interleave.explore.Operation;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.explore.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusingTest {
  private final List<Trace> ran = new ArrayList<>();

  /** A program whose third run, and each after it, tells that. */
  private Subject telling(String key) {
    Model model = Model.started("read b;write b 5", "read b;write b 8");
    return order -> {
      Trace trace = model.run(order);
      Trace.Told told = new Trace.Told(new Operation.Place("Net.java", 7), key, List.of());
      ran.add(trace);
      return new Trace(
          trace.threads(),
          trace.objects(),
          trace.steps(),
          trace.stands(),
          trace.ending(),
          ran.size() < 3 ? List.of() : List.of(told));
    };
  }

  private Experiment.Findings findings(Subject subject) throws Exception {
    ControlledProgram program =
        new ControlledProgram(FakeHosts.honest(Model.of("print o")), Duration.ofMinutes(5));
    Search search = new Search(subject, Limits.USUAL, false);
    return new Experiment(program, search, Limits.USUAL).run(null, 0, (_, _) -> {});
  }

  @Test
  void whatCannotBeControlledEndsItAtOnceWithItsPlace() throws Exception {
    Experiment.Findings findings = findings(new Refusing(telling("network")));
    assertThat(findings.end()).isEqualTo(Experiment.End.FAILED);
    assertThat(ran).hasSize(3);
    assertThat(findings.failure().orElseThrow())
        .startsWith("Refused")
        .contains("Net.java:7: the network is not controlled");
  }

  @Test
  void whatTheLaboratoryHasInHandIsNotRefused() throws Exception {
    Experiment.Findings findings = findings(new Refusing(telling("random.seeded")));
    assertThat(findings.end()).isEqualTo(Experiment.End.TRIED);
    assertThat(findings.progress().told()).hasSize(1);
  }
}
