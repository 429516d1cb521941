package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.QueueTrack.Loss;
import interleave.timeline.explain.Explanation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages, calls and tasks that go from one process to another. */
class BetweenProcessesTest {
  private static final long KEY = 4711;

  private final Trace trace = new Trace();
  private Trace.Process parent;
  private Trace.Process child;
  private Trace.Thread main;
  private Trace.Thread feeder;
  private Trace.Thread other;
  private int queue;
  private int sameQueue;

  @BeforeEach
  void twoProcessesWithAQueue() {
    parent = trace.python(1, "Parent", 0);
    child = trace.python(2, "Child", 1);
    main = parent.thread(1, "main");
    feeder = parent.thread(2, "feeder");
    other = child.thread(1, "main");
    // The child is read first, and does not know what the program calls the queue.
    sameQueue = child.object(ObjectType.QUEUE, KEY, "");
    queue = parent.object(ObjectType.QUEUE, KEY, "q");
  }

  private void put(long time, long id, String preview) {
    main.at(time).event(PUT, Flags.BUFFERED, queue, id, preview);
  }

  private QueueTrack only(Timeline timeline) {
    assertThat(timeline.queues()).hasSize(1);
    return timeline.queues().getFirst();
  }

  @Test
  void whatHasTheSameKeyHasTheNameThatItsMakerKnows() {
    other.at(90).event(GET_REQUEST, sameQueue);
    put(100, 5, "A");
    assertThat(only(trace.end()).name()).isEqualTo("q");
  }

  @Test
  void aMessageIsSentByTheHandOfAnotherThreadBeforeItIsGot() {
    put(100, 5, "A");
    feeder.at(130).event(MESSAGE_SENT, queue, 5);
    other.at(120).event(GET, sameQueue, 5);
    QueueTrack.Message message = only(trace.end()).message(0);
    assertThat(message.sending().buffered()).isTrue();
    // The feeder looked at the clock after the reader was done.
    assertThat(message.sending().sent()).isEqualTo(120);
    assertThat(message.sending().lane()).isNotEqualTo(message.fromLane());
    assertThat(message.loss()).isEqualTo(Loss.NONE);
  }

  @Test
  void whatNobodyGotWasLostInTheBufferInThePipeOrBecauseItCouldNotBeSent() {
    put(100, 5, "A");
    put(110, 6, "B");
    put(120, 7, "C");
    feeder.at(130).event(MESSAGE_SENT, queue, 5);
    feeder.at(140).event(MESSAGE_SENT, Flags.FAILED, queue, 6, "TypeError: no");
    Timeline timeline = trace.end();
    QueueTrack track = only(timeline);
    assertThat(track.lost()).isEqualTo(3);
    assertThat(track.message(0).loss()).isEqualTo(Loss.UNREAD);
    assertThat(track.message(1).loss()).isEqualTo(Loss.UNSENDABLE);
    assertThat(track.message(2).loss()).isEqualTo(Loss.UNSENT);
    assertThat(track.depthAt(150)).isEqualTo(2);
    assertThat(Explanation.sentence(timeline, new ThingRef.Message(0, 1)))
        .isEqualTo(
            "Message B is lost: put by main of Parent, it could not be sent into queue q:"
                + " TypeError: no.");
  }

  @Test
  void ofMessagesWithoutNumberTheFirstPutIsTheFirstGot() {
    main.at(100).event(PUT, 0, queue, 0, "A").at(110).event(PUT, 0, queue, 0, "B");
    other.at(105).event(GET, sameQueue, 0).at(120).event(GET, sameQueue, 0);
    QueueTrack track = only(trace.end());
    assertThat(track.messages()).isEqualTo(2);
    assertThat(track.message(0).get()).isEqualTo(105);
    assertThat(track.message(1).preview()).isEqualTo("B");
    assertThat(track.message(1).get()).isEqualTo(120);
  }

  @Test
  void aCallIsTwoArrowsAndWhatTheServerDoesForItIsTheCallers() {
    main.at(100).in("ask", 7).event(CALL_BEGIN, 0, 0, 9, "tasks.put(1)");
    other.at(110).event(SERVE_BEGIN, 0, 9);
    other.at(115).event(PUT, 0, sameQueue, 5, "1");
    other.at(120).event(SERVE_END, 0, 9);
    main.at(130).event(CALL_END, 0, 9);
    other.at(200).event(PUT, 0, sameQueue, 6, "2");
    Timeline timeline = trace.end();
    assertThat(timeline.arrows())
        .extracting(Timeline.Arrow::kind, Timeline.Arrow::fromTime, Timeline.Arrow::toTime)
        .contains(
            tuple(Timeline.Arrow.Kind.CALL, 100L, 110L),
            tuple(Timeline.Arrow.Kind.ANSWER, 120L, 130L));
    QueueTrack track = only(timeline);
    Spans calling = timeline.lanes().get(track.message(0).fromLane()).spans();
    Spans serving = timeline.lanes().get(track.message(1).fromLane()).spans();
    assertThat(timeline.site(track.message(0).putSite()).function()).isEqualTo("ask");
    assertThat(calling.label(calling.at(105))).isEqualTo("calls tasks.put(1)");
    assertThat(serving.label(serving.at(115))).isEqualTo("serves tasks.put(1)");
    assertThat(serving.state(serving.at(150))).isEqualTo(ThreadState.IO);
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(track.message(0).fromLane(), 100)))
        .isEqualTo("Parent waited 30 ns for an answer: calls tasks.put(1) at line 7.");
  }

  @Test
  void aMessageThatComesAgainIsAnotherArrowFromTheSamePut() {
    main.at(100).event(PUT, 0, queue, 5, "A");
    other.at(110).event(GET, 0, sameQueue, 5, "A");
    other.at(150).event(GET, Flags.AGAIN, sameQueue, 5, "A");
    other.at(160).event(GET, Flags.AGAIN, sameQueue, 6, "B");
    Timeline timeline = trace.end();
    QueueTrack track = only(timeline);
    assertThat(track.puts()).isEqualTo(1);
    assertThat(track.gets()).isEqualTo(2);
    assertThat(track.lost()).isZero();
    assertThat(track.message(0).again()).isFalse();
    assertThat(track.message(0).get()).isEqualTo(110);
    assertThat(track.message(1).again()).isTrue();
    assertThat(track.message(1).put()).isEqualTo(100);
    assertThat(track.message(1).fromLane()).isEqualTo(track.message(0).fromLane());
    assertThat(track.message(1).get()).isEqualTo(150);
    assertThat(Explanation.sentence(timeline, new ThingRef.Message(track.index(), 1)))
        .contains("somebody who did not finish with it, and then again, to ");
    assertThat(track.message(2).again()).isFalse();
    assertThat(track.message(2).put()).isEqualTo(Timeline.OPEN);
  }

  @Test
  void aTaskWhoseWorkerDiedIsLost() {
    int pool = parent.object(ObjectType.POOL, KEY, "p");
    int samePool = child.object(ObjectType.POOL, KEY, "");
    main.at(100).event(TASK_SUBMITTED, 0, pool, 3, "f(1)");
    other.at(110).event(TASK_STARTED, samePool, 3).event(TASK_STARTED, 0, samePool, 4, "item");
    main.at(150).event(CHILD_EXIT, Flags.SIGNAL, 0, 9L << 32 | 2, null);
    main.at(200).event(SLEEP_BEGIN);
    PoolTrack track = trace.end().pools().getFirst();
    assertThat(track.tasks()).extracting(PoolTrack.Task::name).containsExactly("f(1)", "item");
    assertThat(track.tasks()).allMatch(task -> task.lost() && task.ended() == 150);
  }

  @Test
  void semaphoresOfSeveralProcessesAreOneTrackOfNone() {
    int permits = parent.object(ObjectType.SEMAPHORE, KEY, "permits");
    int same = child.object(ObjectType.SEMAPHORE, KEY, "");
    main.at(100).event(SYNC_STATE, permits, 1L << 32 | 1).event(PERMIT_ACQUIRED, permits, 1);
    other.at(110).event(SYNC_WAIT_BEGIN, same, 1);
    main.at(150).event(PERMIT_RELEASED, permits, 1);
    other.at(151).event(PERMIT_ACQUIRED, same, 1);
    Timeline timeline = trace.end();
    assertThat(timeline.synchronizers()).hasSize(1);
    assertThat(timeline.synchronizers().getFirst().process()).isEqualTo(-1);
    assertThat(timeline.synchronizers().getFirst().name()).isEqualTo("permits");
    assertThat(timeline.synchronizers().getFirst().waitNs()).isEqualTo(41);
  }
}
