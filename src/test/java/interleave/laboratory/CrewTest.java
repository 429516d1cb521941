package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.BesideOthers;
import interleave.explore.Ending;
import interleave.explore.Limits;
import interleave.explore.Model;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What hosts run before it is asked for, and how many of them there are. */
@BesideOthers
class CrewTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final Subject MODEL =
      Model.of("start 1;start 2", "read b;write b 5;read b;write b -5", "read b;write b 8;print e");

  /** Which has 924 orders. */
  private static final Subject LARGE =
      Model.of(
          "start 1;start 2",
          "read b;write b 5;read b;write b -5;read b;write b 1",
          "read b;write b 8;read b;write b -8;read b;write b 2");

  private static Subject.Order order(String... schedule) {
    List<ThreadId> threads = List.of(schedule).stream().map(ThreadId::new).toList();
    return new Subject.Order(threads, Optional.empty(), 100);
  }

  @Test
  void whatIsExpectedIsRunOnceAndTellsTheSame() throws IOException {
    FakeHosts hosts = FakeHosts.honest(MODEL);
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      program.run(order());
      program.expect(List.of(order("0", "1"), order("0", "2")));
      assertThat(program.run(order("0", "2"))).isEqualTo(MODEL.run(order("0", "2")));
      assertThat(program.run(order("0", "1"))).isEqualTo(MODEL.run(order("0", "1")));
      assertThat(hosts.runs()).isEqualTo(4); // one to warm up
      program.run(order("0", "1"));
      assertThat(hosts.runs()).as("each time it is asked for it is run").isEqualTo(5);
    }
  }

  @Test
  void theSameMayBeExpectedSeveralTimes() throws IOException {
    FakeHosts hosts = FakeHosts.honest(MODEL);
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      for (int i = 5; i > 0; i--) {
        program.expect(Collections.nCopies(i, order("0", "2", "1")));
        assertThat(program.run(order("0", "2", "1")).ending().kind()).isEqualTo(Ending.Kind.DONE);
      }
      assertThat(hosts.runs()).isEqualTo(6);
    }
  }

  @Test
  void aHostThatEndsInARunThatNobodyAskedForYetCostsThatOneOnly() throws IOException {
    FakeHosts hosts =
        new FakeHosts(
            MODEL,
            (run, _, _, socket) -> {
              if (run == 2) {
                socket.close();
              }
              return run == 2;
            });
    try (ControlledProgram program = new ControlledProgram(hosts, LONG)) {
      program.run(order());
      program.expect(List.of(order("0", "1"), order("0", "2")));
      assertThat(program.run(order("0", "2"))).isEqualTo(MODEL.run(order("0", "2")));
      assertThatThrownBy(() -> program.run(order("0", "1"))).hasMessageContaining("last words");
      assertThat(program.run(order("0", "1"))).isEqualTo(MODEL.run(order("0", "1")));
    }
  }

  private static Search searched(Subject subject) throws IOException {
    Search search = new Search(subject, Limits.USUAL, true);
    while (search.advance()) {
      assertThat(search.progress().runs()).isLessThan(10_000);
    }
    return search;
  }

  @Test
  void whatManyHostsTellIsWhatOneDoes() throws IOException {
    FakeHosts hosts = FakeHosts.honest(LARGE);
    Search here = searched(LARGE);
    try (ControlledProgram program = new ControlledProgram(hosts, LONG, 200)) {
      Search there = searched(program);
      assertThat(there.progress()).isEqualTo(here.progress());
      assertThat(there.endings()).isEqualTo(here.endings());
      while (hosts.started.size() < 2) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aProgramThatDoesSomethingToTheWorldDoesItInOnePlace() throws IOException {
    Subject talks =
        order -> {
          Trace trace = LARGE.run(order);
          Trace.Told told =
              new Trace.Told(trace.steps().getFirst().operation().place(), "network", List.of());
          return new Trace(
              trace.threads(),
              trace.objects(),
              trace.steps(),
              trace.stands(),
              trace.ending(),
              List.of(told));
        };
    FakeHosts hosts = FakeHosts.honest(talks);
    try (ControlledProgram program = new ControlledProgram(hosts, LONG, 200)) {
      searched(program);
      assertThat(hosts.started).hasSize(1);
    }
  }
}
