package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import org.junit.jupiter.api.Test;

/** What a run in numbers says of several processes. */
class SummariesTest {
  private final Trace trace = new Trace();
  private final Trace.Process parent = trace.python(7, "program", 0);
  private final Trace.Thread main = parent.thread(1, "main");

  @Test
  void processesSayWhoStartedThemHowAndWhetherTheyServeALibraryOnly() {
    Trace.Thread worker = trace.python(9, "worker", 8).thread(1, "main");
    Trace.Thread server = trace.python(8, "server", 7).thread(1, "main");
    main.at(9).event(THREAD_BEGIN);
    main.at(10).event(CHILD_START, Flags.SERVICE, 0, 8, "server");
    server.at(13).event(THREAD_BEGIN);
    main.at(21).event(CHILD_START, 0, 0, 9, "worker");
    main.at(22).event(CHILD_METHOD, 0, 0, 9, "forkserver");
    worker.at(24).event(THREAD_BEGIN);
    Summary summary = Summaries.of(trace.end());
    assertThat(summary.processes())
        .extracting(Summary.OfProcess::name)
        .containsExactly("program", "server", "worker");
    assertThat(summary.processes())
        .extracting(Summary.OfProcess::service)
        .containsExactly(false, true, false);
    Summary.OfProcess last = summary.processes().getLast();
    assertThat(last.parent()).isEqualTo(7);
    assertThat(last.systemParent()).isEqualTo(8);
    assertThat(last.method()).isEqualTo("forkserver");
  }

  @Test
  void aMessageThatNobodyGotSaysWhy() {
    int queue = parent.object(ObjectType.QUEUE, 1, "q");
    main.at(1).event(PUT, Flags.BUFFERED, queue, 5, "A");
    main.at(2).event(PUT, Flags.BUFFERED, queue, 6, "B");
    main.at(3).event(PUT, Flags.BUFFERED, queue, 7, "C");
    main.at(4).event(MESSAGE_SENT, queue, 5);
    main.at(5).event(MESSAGE_SENT, queue, 6);
    main.at(6).event(GET, queue, 5);
    Summary.Queue told = Summaries.of(trace.end()).queues().getFirst();
    assertThat(told.lost()).isEqualTo(2);
    assertThat(told.messages())
        .extracting(Summary.Message::lost)
        .containsExactly(null, "unread", "unsent");
  }

  @Test
  void aCallSaysWhoAskedAndWhoDidIt() {
    Trace.Thread server = trace.python(8, "server", 7).thread(4, "serves");
    main.at(100).event(CALL_BEGIN, 0, 0, 9, "tasks.put(1)");
    server.at(110).event(SERVE_BEGIN, 0, 9);
    server.at(120).event(SERVE_END, 0, 9);
    main.at(130).event(CALL_END, 0, 9);
    Summary.Call call = Summaries.of(trace.end()).calls().getFirst();
    assertThat(call.from()).isEqualTo(new Summary.Who(null, 7, 1L));
    assertThat(call.to()).isEqualTo(new Summary.Who(null, 8, 4L));
    assertThat(call.servedNs() - call.ns()).isEqualTo(10);
  }
}
