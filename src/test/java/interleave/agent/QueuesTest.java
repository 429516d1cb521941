package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.QueueLane;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of queues between threads. */
class QueuesTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(QueueLane.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(QueueLane.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void whatDoesNotWaitIsOneEventEach() {
    assertThat(run.kindsAbout("QueueLane.same")).containsExactly(PUT, PUT, PUT, GET, GET, GET);
  }

  @Test
  void equalValuesAndTheSameObjectTwiceAreMessagesOfTheirOwn() {
    List<Long> ids = values("QueueLane.same", PUT);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(values("QueueLane.same", GET)).isEqualTo(ids);
  }

  @Test
  void aPutThatWaitsAsksFirst() {
    List<Event> main =
        run.about("QueueLane.full").stream()
            .filter(event -> event.thread() == run.thread("main"))
            .toList();
    assertThat(main)
        .extracting(Event::kind)
        .startsWith(QUEUE_CAPACITY, PUT, PUT_REQUEST, PUT, PUT_REQUEST, PUT);
    assertThat(main.getFirst().value()).isEqualTo(1);
    assertThat(values("QueueLane.full", GET)).hasSize(2).isSubsetOf(values("QueueLane.full", PUT));
    assertThat(main)
        .filteredOn(event -> event.kind() == PUT_ABANDONED)
        .extracting(Event::flags)
        .containsExactly(Flags.FAILED, Flags.TIMED_OUT, Flags.FAILED, Flags.INTERRUPTED);
  }

  @Test
  void aGetThatWaitsInVainIsAbandoned() {
    assertThat(run.kindsAbout("QueueLane.empty"))
        .containsExactly(
            QUEUE_CAPACITY,
            WAIT_LIMIT,
            GET_REQUEST,
            GET_ABANDONED,
            GET_REQUEST,
            GET_ABANDONED,
            PUT,
            GET);
    assertThat(run.about("QueueLane.empty"))
        .filteredOn(event -> event.kind() == GET_ABANDONED)
        .extracting(Event::flags)
        .containsExactly(Flags.TIMED_OUT, Flags.INTERRUPTED);
  }

  @Test
  void messagesAreKnownAtBothEndsOfADeque() {
    List<Event> puts = of("QueueLane.stack", PUT);
    assertThat(puts).extracting(Event::text).containsExactly("a", "b", "c", "d");
    assertThat(of("QueueLane.stack", GET).stream().map(get -> text(puts, get.value())))
        .containsExactly("c", "d", "a", "b");
  }

  @Test
  void aTransferWaitsForItsGetter() {
    assertThat(kindsOf("giver", "QueueLane.handed")).containsExactly(PUT_REQUEST, PUT);
    assertThat(kindsOf("giver", "QueueLane.direct"))
        .containsSubsequence(PUT)
        .doesNotContain(PUT_ABANDONED);
    assertThat(of("QueueLane.direct", QUEUE_CAPACITY)).extracting(Event::value).containsOnly(0L);
    assertThat(values("QueueLane.handed", GET)).isSubsetOf(values("QueueLane.handed", PUT));
  }

  @Test
  void queuesWithAnOrderOfTheirOwnAndThoseOfTheProgramKeepTheirMessages() {
    List<Event> puts = of("QueueLane.sorted", PUT);
    assertThat(of("QueueLane.sorted", GET).stream().map(get -> text(puts, get.value())))
        .containsExactly("100", "200", "300");
    assertThat(values("QueueLane.later", GET)).isEqualTo(values("QueueLane.later", PUT));
    assertThat(values("QueueLane.own", GET)).isEqualTo(values("QueueLane.own", PUT));
  }

  @Test
  void previewsCallNothingOfTheProgram() {
    assertThat(of("QueueLane.shown", PUT))
        .extracting(Event::text)
        .containsExactly(
            "Silent",
            "Point(7, Silent)",
            "RED",
            "2.5",
            "byte[300]",
            "lambda",
            "a".repeat(59) + "…");
  }

  @Test
  void whatIsDrainedRemovedOrClearedIsGot() {
    assertThat(values("QueueLane.drained", GET))
        .containsExactlyInAnyOrderElementsOf(values("QueueLane.drained", PUT))
        .hasSize(8);
  }

  @Test
  void aQueueThatOnlyALocalVariableKnowsIsCalledLikeIt() {
    assertThat(run.objects()).contains("letters");
    assertThat(run.objects()).noneMatch(name -> name.contains("plain"));
  }

  private static List<Event> of(String queue, EventKind kind) {
    return run.about(queue).stream().filter(event -> event.kind() == kind).toList();
  }

  private static List<Long> values(String queue, EventKind kind) {
    return of(queue, kind).stream().map(Event::value).toList();
  }

  private static List<EventKind> kindsOf(String thread, String queue) {
    int id = run.thread(thread);
    return run.about(queue).stream()
        .filter(event -> event.thread() == id)
        .map(Event::kind)
        .toList();
  }

  private static String text(List<Event> puts, long id) {
    return puts.stream().filter(put -> put.value() == id).findFirst().orElseThrow().text();
  }

  @Test
  void methodsThatAreReferredToAreRecordedAsCalls() {
    assertThat(run.kindsAbout("LinkedBlockingQueue@1"))
        .containsExactly(
            QUEUE_CAPACITY,
            PUT,
            PUT,
            PUT_ABANDONED,
            GET,
            GET,
            PUT,
            GET,
            GET_REQUEST,
            GET_ABANDONED);
    assertThat(run.about("LinkedBlockingQueue@1").getLast().flags()).isEqualTo(Flags.INTERRUPTED);
  }
}
