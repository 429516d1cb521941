package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.timeline.ProcessTrack.Turn;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.explain.Explanation;
import interleave.words.Language;
import org.junit.jupiter.api.Test;

/** What becomes of a process: another program, another parent, a signal that reaches it. */
class TurnsTest {
  private static final int SIGUSR1 = 10;
  private static final int SIGTERM = 15;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "program");
  private final Trace.Thread main = program.thread(1, "main");

  private static ProcessTrack process(Timeline timeline, long pid) {
    return timeline.processes().stream().filter(it -> it.pid() == pid).findFirst().orElseThrow();
  }

  private static long signal(int number, int pid) {
    return (long) number << Integer.SIZE | pid;
  }

  private void child(int pid, String name) {
    main.at(10).event(CHILD_START, 0, 0, pid, name);
  }

  @Test
  void aProcessThatBecomesAnotherProgramKeepsItsPlaceAndTellsWhatItWas() {
    child(9, "worker");
    Trace.Thread worker = trace.process(9, null, 7).thread(1, "main");
    worker.at(20).event(PROCESS_EXEC, 0, 0, 0, "/bin/missing");
    worker.at(21).event(PROCESS_EXEC, Flags.FAILED, 0, 0, null);
    worker.at(30).event(PROCESS_EXEC, 0, 0, 0, "/usr/bin/sort -r");
    Timeline timeline = trace.end();
    ProcessTrack process = process(timeline, 9);
    assertThat(process.turns()).containsExactly(new Turn(30, Turn.Sort.EXEC, 0, "sort", "worker"));
    assertThat(process.turns().getFirst().show()).isEqualTo("exec sort");
    assertThat(Explanation.sentence(timeline, new ThingRef.Process(process.index())))
        .contains("Until then it was worker; by exec it became sort, under the same pid.");
  }

  @Test
  void anOrphanIsGivenAnotherParentWhenItsOwnEnds() {
    child(8, "middle");
    Trace.Thread middle = trace.process(8, null, 7).thread(1, "main");
    middle.at(20).event(CHILD_START, 0, 0, 9, "orphan");
    trace.process(9, null, 8).thread(1, "main").at(21).event(THREAD_BEGIN);
    middle.at(50).event(PROCESS_END, 0, 0, 0, null);
    main.at(55).event(CHILD_EXIT, 0, 0, 8, null);
    trace.engine(70, ADOPTED, 0, 1L << Integer.SIZE | 9, "init"); // seen some time later
    Timeline timeline = trace.end();
    assertThat(process(timeline, 9).turns())
        .containsExactly(new Turn(50, Turn.Sort.ADOPTED, 1, "init", ""));
    assertThat(process(timeline, 9).turns().getFirst().show()).isEqualTo("parent: init, pid 1");
    assertThat(process(timeline, 9).parent()).isEqualTo(process(timeline, 8).index());
    assertThat(Language.CHINESE.speaking(() -> process(timeline, 9).turns().getFirst().show()))
        .isEqualTo("父进程：init，pid 1");
  }

  @Test
  void aSignalArrivesWhereItsHandlerBegins() {
    child(9, "worker");
    Trace.Thread worker = trace.process(9, null, 7).thread(1, "main");
    worker.at(20).event(THREAD_BEGIN);
    main.at(30).event(SIGNAL, 0, 0, signal(SIGUSR1, 9), null);
    worker.at(34).event(SIGNAL, Flags.HANDLED, 0, signal(SIGUSR1, 0), null);
    main.at(40).event(CHILD_TERMINATE, 0, 0, signal(SIGTERM, 9), null);
    worker.at(45).event(SIGNAL, Flags.HANDLED, 0, signal(SIGTERM, 0), null);
    main.at(60).event(CHILD_EXIT, 0, 0, 9, null);
    Timeline timeline = trace.end();
    assertThat(timeline.arrows())
        .filteredOn(it -> it.signal() != 0)
        .extracting(it -> it.kind() + " " + it.signal() + " " + it.fromTime() + " " + it.toTime())
        .containsExactly("SIGNAL 10 30 34", "TERMINATE 15 40 45");
    assertThat(timeline.arrows())
        .filteredOn(it -> it.signal() != 0)
        .allMatch(it -> it.toLane() >= 0 && timeline.lanes().get(it.toLane()).process() == 1);
  }

  @Test
  void aSignalThatEndsItsReceiverArrivesAtItsEndAndOneThatDoesNotWhenItWasSent() {
    child(8, "plain");
    child(9, "deaf");
    main.at(30).event(CHILD_TERMINATE, 0, 0, signal(SIGTERM, 8), null);
    main.at(31).event(CHILD_TERMINATE, 0, 0, signal(SIGTERM, 9), null);
    main.at(40).event(CHILD_EXIT, Flags.SIGNAL, 0, signal(SIGTERM, 8), null);
    main.at(90).event(CHILD_EXIT, Flags.SIGNAL, 0, signal(9, 9), null);
    assertThat(trace.end().arrows())
        .filteredOn(it -> it.kind() == Arrow.Kind.TERMINATE)
        .extracting(Arrow::toTime)
        .containsExactly(40L, 31L);
  }

  @Test
  void aSignalToSomebodyElsesProcessLeadsNowhereAndMakesNoProcess() {
    main.at(30).event(SIGNAL, 0, 0, signal(SIGUSR1, 4711), null);
    Timeline timeline = trace.end();
    assertThat(timeline.processes()).hasSize(1);
    assertThat(timeline.arrows()).isEmpty();
  }
}
