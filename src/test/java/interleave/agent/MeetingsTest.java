package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Meetings;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of latches, barriers and phasers. */
class MeetingsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Meetings.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Meetings.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void aLatchIsCountedDownBeforeWhoWaitsGoesOn() {
    List<Event> events = run.about("Meetings.gate");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(SYNC_STATE, SYNC_WAIT_BEGIN, ARRIVED, ARRIVED, SYNC_WAIT_END);
    assertThat(events.getFirst().value()).isEqualTo(2L << 32 | 2);
    assertThat(events.get(1).thread()).isEqualTo(run.thread("waiter"));
    assertThat(run.place(events.get(2))).contains("Meetings.java:").endsWith(" latch");
  }

  @Test
  void waitsThatALatchDidNotEndSayWhyTheyDid() {
    assertThat(run.about("Meetings.closed"))
        .filteredOn(event -> event.kind() == SYNC_WAIT_END)
        .extracting(Event::flags)
        .containsExactly(Flags.TIMED_OUT, Flags.INTERRUPTED);
  }

  @Test
  void inEachRoundAtABarrierAllButOneWaitAndThatOneOpensIt() {
    List<Event> events = run.about("Meetings.barrier");
    assertThat(count(events, ARRIVED)).isEqualTo(Meetings.PARTIES * Meetings.ROUNDS);
    List<Event> ends = events.stream().filter(event -> event.kind() == SYNC_WAIT_END).toList();
    assertThat(ends).hasSize(Meetings.PARTIES * Meetings.ROUNDS);
    assertThat(ends).filteredOn(event -> event.value() == 0).hasSize(Meetings.ROUNDS);
    assertAllArriveBeforeOneGoesOn(events);
  }

  private static void assertAllArriveBeforeOneGoesOn(List<Event> events) {
    int arrived = 0;
    int gone = 0;
    for (Event event : events) {
      if (event.kind() == ARRIVED) {
        arrived++;
      } else if (event.kind() == SYNC_WAIT_END) {
        assertThat(arrived).isGreaterThanOrEqualTo((gone / Meetings.PARTIES + 1) * 3);
        gone++;
      }
    }
    assertThat(gone).isEqualTo(arrived);
  }

  private static long count(List<Event> events, EventKind kind) {
    return events.stream().filter(event -> event.kind() == kind).count();
  }

  @Test
  void everyWaitAtABarrierHasABeginning() {
    for (String party : List.of("party-0", "party-1", "party-2")) {
      Set<Integer> waiting = new HashSet<>();
      for (Event event : run.about("Meetings.barrier")) {
        if (event.thread() != run.thread(party)) {
          continue;
        }
        if (event.kind() == SYNC_WAIT_BEGIN) {
          assertThat(waiting.add(event.object())).isTrue();
        } else if (event.kind() == SYNC_WAIT_END && !waiting.remove(event.object())) {
          assertThat(event.value()).as("only the last did not wait").isZero();
        }
      }
    }
  }

  @Test
  void aBarrierThatBreaksSaysWhy() {
    List<Event> events = run.about("Meetings.broken");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(
            SYNC_STATE,
            ARRIVED,
            WAIT_LIMIT,
            SYNC_WAIT_BEGIN,
            SYNC_WAIT_END,
            ARRIVED,
            SYNC_WAIT_BEGIN,
            SYNC_WAIT_END,
            SYNC_STATE);
    assertThat(events.get(4).flags()).isEqualTo(Flags.TIMED_OUT);
    assertThat(events.get(7).flags()).isEqualTo(Flags.FAILED);
    assertThat(run.about("Meetings.failing"))
        .extracting(Event::kind)
        .containsExactly(SYNC_STATE, ARRIVED, SYNC_WAIT_END);
  }

  @Test
  void partiesOfAPhaserArriveInEachPhaseAndLeaveInTheEnd() {
    List<Event> events = run.about("Meetings.phaser");
    assertThat(events.getFirst().value()).isEqualTo(3L << 32);
    for (int phase = 0; phase < Meetings.ROUNDS; phase++) {
      int now = phase;
      assertThat(events)
          .filteredOn(event -> event.kind() == ARRIVED && event.value() == now)
          .hasSize(Meetings.PARTIES)
          .allMatch(event -> (event.flags() & Flags.LEFT) != 0 == (now == Meetings.ROUNDS - 1));
    }
    assertThat(events.getLast().kind()).isEqualTo(SYNC_WAIT_END);
    assertThat(events.getLast().value()).as("terminated").isNegative();
  }

  @Test
  void partiesThatRegisterAndATerminationAreRecorded() {
    assertThat(run.about("Meetings.forced"))
        .extracting(event -> event.kind() + " " + event.value())
        .containsExactly("SYNC_STATE 0", "REGISTERED 1", "REGISTERED 2", "SYNC_WAIT_END -1");
  }
}
