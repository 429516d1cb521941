package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.engine.Installation;
import interleave.explore.BruteForce;
import interleave.explore.Ending;
import interleave.explore.EndingKind;
import interleave.explore.Endings;
import interleave.explore.Limits;
import interleave.explore.Model;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.explore.Trace;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lessons of the catalogue under control, against what all orders of their steps come to. */
@BesideOthers
class RealProgramsTest {
  private static final int AGAIN = 20;

  /** What the lesson does with two threads and one loop, operation by operation. */
  private static Model updates(String before, String behind) {
    return Model.of(
        "start 1;start 2;join 1;join 2;read b;print o",
        before + "read b;write b 5;read b;write b -5" + behind,
        before + "read b;write b 8;read b;write b -8" + behind);
  }

  /**
   * The same in Python with so many loops: where main has seen the end of the others there is no
   * point before it reads.
   */
  private static Model updatesInPython(int loops) {
    String five = "read b;write b 5;read b;write b -5;".repeat(loops);
    return Model.of("start 1;start 2;join 1;join 2;print o", five, five.replace('5', '8'));
  }

  private static Program lesson(String id, ProgramLanguage language, String... values) {
    Map<String, String> given = new TreeMap<>();
    for (String each : values) {
      given.put(each.split("=")[0], each.split("=")[1]);
    }
    return new Program.Lesson(Catalogue.find(id).orElseThrow(), given, language);
  }

  private static Experiment.Findings explored(Program program, Limits limits) throws IOException {
    try (ControlledProgram controlled = ControlledProgram.of(program, Installation.find())) {
      return explored(controlled, limits);
    }
  }

  private static Experiment.Findings explored(ControlledProgram program, Limits limits) {
    Search search = new Search(program, limits, false);
    Experiment.Findings findings =
        new Experiment(program, search, limits)
            .patient(Duration.ofMinutes(5))
            .run(null, AGAIN, (_, _) -> {});
    assertThat(findings.failure()).isEmpty();
    assertThat(findings.progress().differences()).isZero();
    assertThat(findings.again().values())
        .as("each schedule leads to the same ending each time")
        .isNotEmpty()
        .allMatch(each -> each.times() == AGAIN && each.isSure());
    return findings;
  }

  private static Set<String> balances(Iterable<Ending> endings, String name) {
    Set<String> balances = new HashSet<>();
    endings.forEach(each -> balances.add(each.values().get(name)));
    return balances;
  }

  private static void agrees(Experiment.Findings found, BruteForce all, int bound, String name) {
    assertThat(found.endings().orders()).contains(BigInteger.valueOf(all.orders(bound)));
    assertThat(found.progress().classes())
        .isEqualTo(all.classes(bound))
        .isEqualTo(found.progress().runs());
    assertThat(
            balances(found.endings().groups().stream().map(Endings.Group::ending).toList(), name))
        .isEqualTo(balances(all.endings(bound), "b"));
  }

  @Test
  void lostUpdatesInJavaAreThoseOfAllOrdersAtEachBound() throws IOException {
    BruteForce all = new BruteForce(updates("", ""));
    Program program =
        lesson("lock-and-lost-updates", ProgramLanguage.JAVA, "threads=2", "loops=1", "lock=off");
    try (ControlledProgram controlled = ControlledProgram.of(program, Installation.find())) {
      for (int bound : new int[] {0, 1, 2, Limits.NONE}) {
        Experiment.Findings found = explored(controlled, Limits.USUAL.preemptions(bound));
        agrees(found, all, bound, "LockAndLostUpdates.balance");
        assertThat(found.endings().losing().isPresent()).isEqualTo(bound > 0);
      }
    }
  }

  @Test
  void withTheLockNoEndingLosesAnUpdateAndAllInterleavingsWereTried() throws IOException {
    BruteForce all = new BruteForce(updates("lock m;", ";unlock m"));
    Program program =
        lesson("lock-and-lost-updates", ProgramLanguage.JAVA, "threads=2", "loops=1", "lock=on");
    Experiment.Findings found = explored(program, Limits.USUAL);
    agrees(found, all, Limits.NONE, "LockAndLostUpdates.balance");
    assertThat(found.progress().isWhole()).isTrue();
    assertThat(found.endings().losing()).isEmpty();
    assertThat(found.endings().groups()).hasSize(1);
  }

  @Test
  void lostUpdatesInPythonAreThoseOfAllOrdersAtEachBound() throws IOException {
    for (int loops : new int[] {1, 2}) {
      Model model = updatesInPython(loops);
      BruteForce all = loops == 1 ? new BruteForce(model) : new BruteForce(model, 2);
      Program program =
          lesson("lock-and-lost-updates", ProgramLanguage.PYTHON, "threads=2", "loops=" + loops);
      try (ControlledProgram controlled = ControlledProgram.of(program, Installation.find())) {
        assertThat(operations(controlled)).as("the points it has").isEqualTo(operations(model));
        // Without a bound two loops are 3,334 runs: as many as the model's, which SearchTest
        // counts.
        int[] bounds = loops == 1 ? new int[] {0, 1, 2, Limits.NONE} : new int[] {0, 1, 2};
        for (int bound : bounds) {
          agrees(explored(controlled, Limits.USUAL.preemptions(bound)), all, bound, "balance");
        }
      }
    }
  }

  /** What each thread does in turn in a run that changes threads wherever it can. */
  private static List<String> operations(Subject program) throws IOException {
    Subject.Chooser changing = (steps, enabled) -> Optional.of(enabled.get(steps % enabled.size()));
    Trace trace = program.run(new Subject.Order(List.of(), Optional.of(changing), 100));
    return trace.steps().stream()
        .map(each -> each.thread() + " " + each.operation().kind() + " of " + each.enabled())
        .toList();
  }

  @Test
  void threePhilosophersComeToTheirDeadlockByTheShortestSchedule() throws IOException {
    Program program =
        lesson("dining-philosophers", ProgramLanguage.JAVA, "philosophers=3", "meals=1");
    Experiment.Findings found = explored(program, Limits.USUAL.preemptions(1));
    Endings.Group deadlock =
        EndingKind.of(found.endings()).stream()
            .map(EndingKind::shortest)
            .filter(each -> each.ending().kind() == Ending.Kind.DEADLOCK)
            .findFirst()
            .orElseThrow();
    assertThat(deadlock.preemptions()).isEqualTo(1);
    assertThat(deadlock.ending().waiting()).hasSize(4);
    assertThat(deadlock.schedule()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void futuresOnTheCommonPoolDoTheSameEachTime() throws IOException {
    Program program = lesson("completable-future", ProgramLanguage.JAVA);
    Experiment.Findings found = explored(program, Limits.USUAL.runs(40));
    assertThat(found.progress().runs()).isEqualTo(40);
  }
}
