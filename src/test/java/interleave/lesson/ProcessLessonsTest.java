package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.scenario.Catalogue;
import interleave.timeline.Trace;
import org.junit.jupiter.api.Test;

/** The questions about processes are answered by what was recorded of them. */
class ProcessLessonsTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(7, "Parent").thread(1, "main");

  private void answers(String scenario, String answer, String sentence) {
    main.at(900 * MS).event(PROCESS_END);
    trace.engine(901 * MS, CHILD_EXIT, 0, 7, null);
    assertThat(Answers.of(Catalogue.scenario(scenario), trace.end()))
        .hasValue(new Reveal(answer, sentence));
  }

  private Trace.Thread child(int pid, String name) {
    main.at(10 * MS).event(CHILD_START, 0, 0, pid, name);
    Trace.Thread first = trace.process(pid, name, 7).thread(1, "main");
    return first.at(11 * MS).event(THREAD_BEGIN);
  }

  private void ends(long ms, int pid, int signal) {
    int flags = signal == 0 ? 0 : Flags.SIGNAL;
    main.at(ms * MS).event(CHILD_EXIT, flags, 0, (long) signal << Integer.SIZE | pid, null);
  }

  @Test
  void whoeverAdoptedTheOrphanIsNamed() {
    child(8, "Zombie").at(50 * MS).event(PROCESS_END);
    Trace.Thread middle = child(9, "Middle");
    middle.at(20 * MS).event(CHILD_START, 0, 0, 10, "Orphan");
    middle.at(100 * MS).event(PROCESS_END);
    ends(101, 9, 0);
    trace.engine(110 * MS, ADOPTED, 0, 1L << Integer.SIZE | 10, "init");
    trace.engine(300 * MS, CHILD_EXIT, Flags.UNSEEN, 10, null);
    ends(800, 8, 0);
    answers("zombie-and-orphan", "other", "Orphan lived on, as a child of init, pid 1.");
  }

  @Test
  void whoWaitedMadeNoOrphan() {
    child(9, "Orphan").at(50 * MS).event(PROCESS_END);
    ends(60, 9, 0);
    main.at(900 * MS).event(PROCESS_END);
    trace.engine(901 * MS, CHILD_EXIT, 0, 7, null);
    assertThat(Answers.of(Catalogue.scenario("zombie-and-orphan"), trace.end()).orElseThrow())
        .satisfies(it -> assertThat(it.answered()).isFalse())
        .satisfies(it -> assertThat(it.sentence()).contains("never an orphan"));
  }

  @Test
  void execKeepsThePid() {
    child(4711, "worker").at(50 * MS).event(PROCESS_EXEC, 0, 0, 0, "/usr/bin/sort -r");
    ends(300, 4711, 0);
    answers(
        "exec",
        "same",
        "Process 4711 became sort and kept its pid: exec makes no process, it gives one another"
            + " program.");
  }

  @Test
  void updatesOfProcessesAreLostAsThoseOfThreads() {
    Trace.Process first = trace.process(8, "Adder-1", 7);
    Trace.Process second = trace.process(9, "Adder-2", 7);
    int one = first.object(ObjectType.VARIABLE, 4711, "counter");
    int two = second.object(ObjectType.VARIABLE, 4711, "");
    Trace.Thread a = first.thread(1, "main");
    Trace.Thread b = second.thread(1, "main");
    a.at(20 * MS).reads(one, 0);
    b.at(21 * MS).reads(two, 0);
    a.at(30 * MS).writes(one, 1);
    b.at(31 * MS).writes(two, 1);
    ends(100, 8, 0);
    ends(101, 9, 0);
    answers(
        "shared-memory",
        "less",
        "One of 2 updates was overwritten by a process that had not seen it: it ended at 1.");
  }

  @Test
  void whoIsDeafToASignalHasToBeKilled() {
    child(8, "Tidy");
    child(9, "Plain");
    child(10, "Deaf");
    ends(100, 9, 15);
    ends(300, 8, 0);
    ends(600, 10, 9);
    answers(
        "signals",
        "deaf",
        "Deaf alone: it had to be killed. Tidy ended 200 ms after Plain, when it had tidied up.");
  }

  @Test
  void theWriterOfAPipelineEndsLittleBeforeItsReader() {
    Trace.Thread writer = child(8, "writer.py");
    child(9, "reader.py");
    writer.at(20 * MS).event(IO_BEGIN, Flags.WRITE, 0, 0, null);
    writer.at(470 * MS).event(IO_END, Flags.WRITE, 0, 30, null);
    ends(500, 8, 0);
    ends(800, 9, 0);
    answers(
        "pipeline",
        "late",
        "The reader took 790 ms, and the writer ended only 300 ms before it: all but what fits into"
            + " the pipe had to be read first.");
  }

  @Test
  void rightAfterAForkBothNeedHardlyMoreThanOneDid() {
    main.at(20 * MS).event(OUTPUT, 0, 0, 0, "Before fork: 74 MB");
    main.at(30 * MS).event(OUTPUT, 0, 0, 0, "After fork: 77 MB, both together");
    main.at(40 * MS).event(OUTPUT, 0, 0, 0, "After writing: 108 MB, both together");
    answers(
        "copy-on-write",
        "hardly",
        "74 MB before the fork, 77 MB right after it for both together. It was 108 MB when all was"
            + " written.");
  }
}
