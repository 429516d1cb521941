package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.engine.Await;
import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Exploration;
import interleave.explore.Limits;
import interleave.explore.Model;
import interleave.explore.Progress;
import interleave.explore.RandomSearch;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlledProgramTest {
  private static final Subject.Order USUAL = new Subject.Order(List.of(), Optional.empty(), 1000);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Model MODEL =
      Model.started(
          "read b;write b 5;read b;write b -5;lock m;lock n;unlock n;unlock m",
          "lock n;lock m;unlock m;unlock n;read b;write b 8;print e");

  private static Search searched(Subject subject) throws IOException {
    Search search = new Search(subject, Limits.USUAL.preemptions(2), false);
    while (search.advance()) {
      assertThat(search.progress().runs()).isLessThan(10_000);
    }
    return search;
  }

  @Test
  void aProgramBehindTheProtocolIsExploredAsIfItWereHere() throws IOException {
    Search here = searched(MODEL);
    try (ControlledProgram program = new ControlledProgram(FakeHosts.honest(MODEL), LONG)) {
      Search there = searched(program);
      assertThat(there.progress()).isEqualTo(here.progress());
      assertThat(there.endings().orders()).isEqualTo(here.endings().orders());
      assertThat(there.endings().groups().stream().map(Endings.Group::schedule).toList())
          .isEqualTo(here.endings().groups().stream().map(Endings.Group::schedule).toList());
    }
  }

  @Test
  void aDeadlockTellsWhoWaitsForWhom() throws IOException {
    try (ControlledProgram program = new ControlledProgram(FakeHosts.honest(MODEL), LONG)) {
      Endings.Group deadlock =
          searched(program).endings().groups().stream()
              .filter(each -> each.ending().kind() == Ending.Kind.DEADLOCK)
              .findFirst()
              .orElseThrow();
      assertThat(EndingSentence.of(deadlock))
          .isEqualTo(
              "deadlock: T0 waits for the end of T1; T1 waits for n, which T2 has;"
                  + " T2 waits for m, which T1 has");
    }
  }

  @Test
  void aRandomSearchAnswersAtEachChoice() throws IOException {
    try (ControlledProgram program = new ControlledProgram(FakeHosts.honest(MODEL), LONG)) {
      Exploration there = new RandomSearch(program, 5, 3, Limits.USUAL.runs(30));
      Exploration here = new RandomSearch(MODEL, 5, 3, Limits.USUAL.runs(30));
      while (there.advance() & here.advance()) {
        assertThat(there.progress().runs()).isEqualTo(here.progress().runs());
      }
      assertThat(there.endings().groups().stream().map(Endings.Group::schedule).toList())
          .isEqualTo(here.endings().groups().stream().map(Endings.Group::schedule).toList());
    }
  }

  @Test
  void aRunMayBeGivenUpAtAChoice() throws IOException {
    try (ControlledProgram program = new ControlledProgram(FakeHosts.honest(MODEL), LONG)) {
      Trace trace =
          program.run(new Subject.Order(List.of(), Optional.of((_, _) -> Optional.empty()), 99));
      assertThat(trace.ending().kind()).isEqualTo(Ending.Kind.STOPPED);
      assertThat(trace.standing()).containsKeys(ThreadId.MAIN, new ThreadId("1"));
    }
  }

  /** The second run of all hosts goes wrong: the first one is there to warm up. */
  private static FakeHosts wrongOnce(FakeHosts.Mischief mischief) {
    return new FakeHosts(
        MODEL, (run, id, out, socket) -> run == 1 && mischief.instead(run, id, out, socket));
  }

  private static void survives(FakeHosts hosts, String says) throws IOException {
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      assertThatThrownBy(() -> program.run(USUAL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(says);
      assertThat(program.run(USUAL).ending().kind()).isEqualTo(Ending.Kind.DONE);
      assertThat(hosts.started).hasSize(2);
    }
  }

  @Test
  void aHostThatEndsCostsThatRunOnly() throws IOException {
    survives(
        wrongOnce(
            (_, _, out, socket) -> {
              out.write("thread\t0\tmain\n");
              out.flush();
              socket.close();
              return true;
            }),
        "ended in the middle of a run: last words");
  }

  @Test
  void aHostThatSaysNothingIsEnded() throws IOException {
    FakeHosts hosts = wrongOnce((_, _, _, _) -> true);
    try (ControlledProgram program = new ControlledProgram(hosts, Duration.ofMillis(200))) {
      assertThatThrownBy(() -> program.run(USUAL))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("said nothing for 0 s");
      // On a busy machine those who have something to say may be too late, too.
      Await.until("another one says how it ends", () -> isDone(program));
      assertThat(hosts.started).hasSizeGreaterThan(1);
    }
  }

  private static boolean isDone(ControlledProgram program) {
    try {
      return program.run(USUAL).ending().kind() == Ending.Kind.DONE;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void linesThatDoNotFitMakeTheRunWorthless() throws IOException {
    for (String line :
        List.of(
            "step\t7\t7",
            "step\t0\t",
            "step",
            "next\t0\tread\tx\t\t\t0",
            "next\t0\tread\t9\t\tA.java\t1",
            "next\t5\tread\t0\t\tA.java\t1",
            "object\t-\tlock\tm",
            "thread\tmain\tmain",
            "ended\thappily\t",
            "over\t99",
            "ask\t0 x",
            "told\tA.java\tx\ttime")) {
      survives(
          wrongOnce(
              (_, _, out, _) -> {
                out.write("thread\t0\tmain\n" + line + "\n");
                return true;
              }),
          "not understood");
    }
  }

  @Test
  void aLineWithoutAnEndIsNotReadForEver() throws IOException {
    survives(
        wrongOnce(
            (_, _, out, _) -> {
              for (int i = 0; i < 5000; i++) {
                out.write("x".repeat(1000));
              }
              return true;
            }),
        "more than a run can have to say");
  }

  @Test
  void linesThatNobodyKnowsAreLeftAside() throws IOException {
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (_, _, out, _) -> {
              out.write("\nnews\tof\ta\tnewer host\n");
              return false;
            });
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      assertThat(program.run(USUAL).ending().kind()).isEqualTo(Ending.Kind.DONE);
    }
  }

  @Test
  void whoDoesNotKnowTheTokenIsNotLetIn() throws IOException {
    try (HostLink.Door door = new HostLink.Door()) {
      String port = door.address().substring(0, door.address().indexOf(':'));
      try (Socket stranger = new Socket("127.0.0.1", Integer.parseInt(port))) {
        stranger.getOutputStream().write("hello\t1\tguess\tjava\n".getBytes());
        assertThatThrownBy(() -> door.await(LONG, () -> false))
            .hasMessageContaining("ended before the first run");
        assertThat(stranger.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  private static Experiment.Findings experiment(FakeHosts hosts, @Nullable Duration time)
      throws IOException {
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      Search search = new Search(program, Limits.USUAL, false);
      return new Experiment(program, search, Limits.USUAL).run(time, 3, (_, _) -> {});
    }
  }

  @Test
  void whatIsFoundIsPlayedAgain() throws IOException {
    Experiment.Findings findings = experiment(FakeHosts.honest(MODEL), null);
    assertThat(findings.end()).isEqualTo(Experiment.End.TRIED);
    assertThat(findings.progress().isWhole()).isTrue();
    assertThat(findings.again()).hasSameSizeAs(findings.endings().groups());
    assertThat(findings.again().values())
        .allMatch(each -> each.times() == 3 && each.same() == 3 && each.isSure());
  }

  @Test
  void timeThatIsOverEndsItAndKeepsWhatWasFound() throws IOException {
    Experiment.Findings findings = experiment(FakeHosts.honest(MODEL), Duration.ZERO);
    assertThat(findings.end()).isEqualTo(Experiment.End.TIME);
    assertThat(findings.progress().isWhole()).isFalse();
  }

  @Test
  void hostsThatFailOneAfterTheOtherEndItWithASentence() throws IOException {
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (run, _, _, socket) -> {
              if (run > 3) {
                socket.close();
              }
              return run > 3;
            });
    Experiment.Findings findings = experiment(hosts, null);
    assertThat(findings.end()).isEqualTo(Experiment.End.FAILED);
    assertThat(findings.failures()).isEqualTo(3);
    assertThat(findings.failure().orElseThrow()).contains("last words");
    assertThat(findings.endings().groups()).isNotEmpty();
  }

  @Test
  void whereNoRunComesAboutNothingWasTried() throws IOException {
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (_, _, _, socket) -> {
              socket.close();
              return true;
            });
    Experiment.Findings findings = experiment(hosts, null);
    assertThat(findings.end()).isEqualTo(Experiment.End.FAILED);
    assertThat(findings.failure().orElseThrow()).contains("last words");
  }

  @Test
  void whatACompilerSaysIsToldInALineWithoutItsDrawings() {
    String said = "/x/A.java:1: error: illegal start\n int x = ;\n   ^\n1 error\n";
    assertThat(SourceCompilation.mistakes(said)).isEqualTo("/x/A.java:1: error: illegal start");
    assertThat(SourceCompilation.mistakes("no such option\n")).isEqualTo("no such option");
  }

  @Test
  void aRunThatFailsOnceLeavesWhatFollowsUntriedAndSaysSo() throws IOException {
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (run, _, _, socket) -> {
              if (run == 5) {
                socket.close();
              }
              return run == 5;
            });
    Experiment.Findings findings = experiment(hosts, null);
    assertThat(findings.end()).isEqualTo(Experiment.End.TRIED);
    assertThat(findings.failures()).isEqualTo(1);
    assertThat(findings.progress().isWhole()).isFalse();
    assertThat(findings.progress().left()).isPositive();
  }

  @Test
  void whoHasSeenEnoughEndsItAndAllIsKept() throws IOException {
    List<Experiment> experiments = new ArrayList<>();
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (run, id, out, _) -> {
              if (run == 8) {
                experiments.getFirst().cancel();
              }
              return false;
            });
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      Search search = new Search(program, Limits.USUAL, false);
      experiments.add(new Experiment(program, search, Limits.USUAL));
      Experiment.Findings findings = experiments.getFirst().run(null, 3, (_, _) -> {});
      assertThat(findings.end()).isEqualTo(Experiment.End.CANCELLED);
      assertThat(findings.progress().runs()).isBetween(6L, 9L);
      assertThat(findings.endings().groups()).isNotEmpty();
      assertThat(findings.again()).isEmpty();
    }
  }

  @Test
  void itIsToldHowItGoesOn() throws IOException {
    List<Progress> told = new ArrayList<>();
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (_, _, _, _) -> {
              long until = System.nanoTime() + 20_000_000;
              while (System.nanoTime() < until) {
                Thread.onSpinWait();
              }
              return false;
            });
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      Limits limits = Limits.USUAL.runs(12);
      Search search = new Search(program, limits, false);
      Experiment.Findings findings =
          new Experiment(program, search, limits).run(null, 0, (progress, _) -> told.add(progress));
      assertThat(findings.end()).isEqualTo(Experiment.End.RUNS);
    }
    assertThat(told).isNotEmpty();
  }
}
