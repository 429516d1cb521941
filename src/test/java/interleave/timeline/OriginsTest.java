package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Rows;
import interleave.timeline.track.TrackKinds;
import org.junit.jupiter.api.Test;

/** Where processes come from, and what becomes of them. */
class OriginsTest {
  private final Trace trace = new Trace();
  private final Trace.Thread main = trace.process(7, "program").thread(1, "main");

  @Test
  void whoAskedForAProcessIsItsParentAndWhoForkedItIsTold() {
    Trace.Process server = trace.process(8, "server", 7);
    main.at(10).event(CHILD_START, Flags.SERVICE, 0, 8, "server");
    main.at(11).event(CHILD_START, 0, 0, 9, "worker");
    main.at(12).event(CHILD_METHOD, Flags.DAEMON, 0, 9, "forkserver");
    server.thread(1, "main").at(13).event(THREAD_BEGIN);
    trace.process(9, "worker", 8).thread(1, "main").at(14).event(THREAD_BEGIN);
    Timeline timeline = trace.end();
    ProcessTrack worker = process(timeline, 9);
    assertThat(worker.parent()).isEqualTo(process(timeline, 7).index());
    assertThat(worker.origin()).isEqualTo(new ProcessTrack.Origin("forkserver", true, 8, false));
  }

  @Test
  void aProcessThatServesTheLibraryComesLastAndItsThreadsAreServices() {
    Trace.Process server = trace.process(8, "server", 7);
    main.at(10).event(CHILD_START, Flags.SERVICE, 0, 8, "server");
    server.thread(1, "main").at(13).event(THREAD_BEGIN);
    main.at(20).event(CHILD_START, 0, 0, 9, "worker");
    trace.process(9, "worker", 7).thread(1, "main").at(24).event(THREAD_BEGIN);
    // What it says of itself before it knows better.
    server.thread(2, "helper").at(25).event(THREAD_BEGIN);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes())
        .allMatch(lane -> lane.service() == (lane.process() == process(timeline, 8).index()));
    assertThat(timeline.arrows()).noneMatch(it -> it.toProcess() == process(timeline, 8).index());
    Rows rows = Rows.of(timeline, Folds.NONE, TrackKinds.STANDARD.kinds());
    assertThat(rows.all().getLast().process()).isEqualTo(process(timeline, 8).index());
  }

  @Test
  void aCopyIsCalledAfterItsOriginalUntilItBecomesAnotherProgram() {
    main.at(10).event(CHILD_START, Flags.FORK, 0, 9, null);
    Trace.Thread copy = trace.process(9, null, 7).thread(1, "main");
    copy.at(11).event(PROCESS_START, 0, 0, 9, "program --quick");
    copy.at(12).event(THREAD_BEGIN);
    trace.store.advance(1_000_000_000);
    assertThat(process(trace.store.snapshot(), 9).name()).isEqualTo("copy of program");
    copy.at(2_000_000_000L).event(PROCESS_EXEC, 0, 0, 0, "/nowhere/sleep 1");
    copy.at(2_000_000_001L).event(PROCESS_EXEC, Flags.FAILED, 0, 0, null);
    trace.store.advance(3_000_000_000L);
    assertThat(process(trace.store.snapshot(), 9).name()).isEqualTo("copy of program");
    copy.at(4_000_000_000L).event(PROCESS_EXEC, 0, 0, 0, "/bin/sleep 1");
    ProcessTrack sleep = process(trace.end(), 9);
    assertThat(sleep.name()).isEqualTo("sleep");
    assertThat(sleep.command()).isEqualTo("/bin/sleep 1");
    assertThat(sleep.origin().method()).isEqualTo("fork");
  }

  @Test
  void aProcessIsCalledAfterItsProgramAndNotAfterAnArgument() {
    assertThat(called("/usr/bin/python3 -u folder/work.py 7")).isEqualTo("work.py");
    assertThat(called("python3.13 -m http.server 8000")).isEqualTo("http.server");
    assertThat(called("python3 - numbers.txt")).isEqualTo("python");
    assertThat(called("java --add-opens java.base/java.lang=ALL-UNNAMED -jar lib/app.jar 7"))
        .isEqualTo("app.jar");
    assertThat(called("java --limit-modules java.base -cp classes shop.Shop$Server"))
        .isEqualTo("Server");
  }

  /** What a process is called that has that command line. */
  private static String called(String command) {
    Trace one = new Trace();
    Trace.Thread main = one.process(9, null, 7).thread(1, "main");
    main.at(11).event(PROCESS_START, 0, 0, 9, command);
    main.at(12).event(THREAD_BEGIN);
    return one.end().processes().stream()
        .filter(it -> it.pid() == 9)
        .findFirst()
        .orElseThrow()
        .name();
  }

  @Test
  void onlyTheThreadThatCalledExecGoesOnAndHoldsNothing() {
    Trace.Process process = trace.process(9, "first", 7);
    Trace.Thread caller = process.thread(1, "main");
    Trace.Thread other = process.thread(2, "other");
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    caller.at(9).event(PROCESS_START, 0, 0, 9, "first");
    caller.at(10).event(LOCK_ACQUIRED, lock);
    other.at(11).event(THREAD_BEGIN);
    caller.at(20).event(PROCESS_EXEC, 0, 0, 0, "second");
    caller.at(30).event(PROCESS_START, 0, 0, 9, "second");
    caller.at(31).event(SLEEP_BEGIN);
    Timeline timeline = trace.end();
    assertThat(timeline.locks().getFirst().holds().end(0)).isEqualTo(30);
    assertThat(timeline.lanes())
        .filteredOn(lane -> lane.name().equals("other"))
        .extracting(ThreadLane::end)
        .containsExactly(30L);
  }

  @Test
  void waitingForAnyChildIsWaitingForNoneInParticular() {
    main.at(10).event(CHILD_WAIT_BEGIN, 0, 0, 0, null);
    main.at(20).event(CHILD_WAIT_END, 0, 0, 0, null);
    main.at(30).event(SLEEP_BEGIN);
    Timeline timeline = trace.end();
    assertThat(timeline.processes()).hasSize(1);
    Spans spans = timeline.lanes().getFirst().spans();
    assertThat(spans.state(0)).isEqualTo(ThreadState.JOINING);
    assertThat(spans.label(0)).isEqualTo("waits for any child");
  }

  private static ProcessTrack process(Timeline timeline, long pid) {
    return timeline.processes().stream().filter(it -> it.pid() == pid).findFirst().orElseThrow();
  }

  @Test
  void whoStartedItKnowsItsNameBetterThanTheEngineWhichSawItFirst() {
    trace.engine(9, CHILD_START, 0, 7L << 32 | 8, "/usr/bin/dash");
    main.at(10).event(CHILD_START, 0, 0, 8, "sh -c echo");
    ProcessTrack child = trace.end().processes().get(1);
    assertThat(child.name()).isEqualTo("sh -c echo");
    assertThat(child.command()).isEqualTo("sh -c echo");
  }
}
