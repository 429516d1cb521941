package interleave.view.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.explore.Ending;
import interleave.explore.Operation;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.Conduct;
import interleave.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who could go on where the playhead stands, and which lanes those are. */
class MomentTest {
  private static final ThreadId MAIN = ThreadId.MAIN;
  private static final ThreadId ONE = ThreadId.of("1").orElseThrow();
  private static final ThreadId TWO = ThreadId.of("2").orElseThrow();
  private static final long STEP = 1_000_000;

  private static Operation operation(Operation.Kind kind) {
    return new Operation(kind, 0, "", Operation.Place.UNKNOWN);
  }

  private static Step step(ThreadId thread, Operation.Kind kind, ThreadId... enabled) {
    return new Step(thread, operation(kind), List.of(enabled), "", false);
  }

  /** Main starts two threads of one name; then the second of them goes on, then the first. */
  private static Trace trace() {
    return new Trace(
        Map.of(MAIN, "main", ONE, "twin", TWO, "twin"),
        Map.of(),
        List.of(
            step(MAIN, Operation.Kind.START, MAIN),
            step(MAIN, Operation.Kind.START, MAIN, ONE),
            step(TWO, Operation.Kind.READ, ONE, TWO),
            step(ONE, Operation.Kind.READ, ONE, TWO)),
        List.of(
            new Trace.Stand(MAIN, operation(Operation.Kind.START), 0),
            new Trace.Stand(ONE, operation(Operation.Kind.READ), 1),
            new Trace.Stand(MAIN, operation(Operation.Kind.START), 1),
            new Trace.Stand(TWO, operation(Operation.Kind.READ), 2),
            new Trace.Stand(MAIN, operation(Operation.Kind.JOIN), 2),
            new Trace.Stand(TWO, operation(Operation.Kind.WRITE), 3),
            new Trace.Stand(ONE, operation(Operation.Kind.WRITE), 4)),
        new Ending(Ending.Kind.STOPPED, "", Map.of(), "", List.of()),
        List.of());
  }

  private static Timeline timeline() {
    interleave.timeline.Trace told = new interleave.timeline.Trace();
    interleave.timeline.Trace.Process process = told.process(1, "Twins");
    interleave.timeline.Trace.Thread main = process.thread(1, "main");
    main.at(STEP).event(EventKind.CHOICE, 0, 1);
    // the second is in sight first, as its segment was read first
    process.thread(3, "twin").at(2 * STEP + 5).event(EventKind.THREAD_BEGIN);
    process.thread(2, "twin").at(STEP + 5).event(EventKind.THREAD_BEGIN);
    main.at(STEP + 2).event(EventKind.THREAD_STARTED, 0, 0, 2, null);
    main.at(2 * STEP + 2).event(EventKind.THREAD_STARTED, 0, 0, 3, null);
    main.at(5 * STEP).event(EventKind.THREAD_END);
    return told.end();
  }

  private static Optional<Moment> at(Conduct.Phase phase, long time) {
    List<ThreadId> enabled =
        phase == Conduct.Phase.ASKING ? List.of(ONE, TWO) : List.<ThreadId>of();
    Conduct.State state =
        new Conduct.State(phase, Optional.of(trace()), enabled, trace().choices(), "");
    Timeline timeline = timeline();
    return Moment.of(state, timeline, timeline.start() + time);
  }

  @Test
  void atTheEndOfARunThatWaitsSomebodyIsToBeChosen() {
    Moment now = at(Conduct.Phase.ASKING, 5 * STEP).orElseThrow();
    assertThat(now.went()).isEmpty();
    assertThat(now.enabled()).containsExactly(ONE, TWO);
    assertThat(now.standing().get(TWO).kind()).isEqualTo(Operation.Kind.WRITE);
    assertThat(at(Conduct.Phase.GOING, 5 * STEP)).isEmpty();
  }

  @Test
  void furtherBackItIsKnownWhoWentOnAndWhoCouldHave() {
    Moment back = at(Conduct.Phase.OVER, 2 * STEP + 400).orElseThrow();
    assertThat(back.went()).contains(TWO);
    assertThat(back.enabled()).containsExactly(ONE, TWO);
    assertThat(back.before()).as("of the choices before it").containsExactly(MAIN);
    assertThat(back.standing().get(TWO).kind()).isEqualTo(Operation.Kind.READ);
    assertThat(at(Conduct.Phase.OVER, 0).orElseThrow().isChoice()).isFalse();
  }

  @Test
  void twoThreadsOfOneNameAreToldApartByWhoWasStartedFirst() {
    Timeline timeline = timeline();
    Map<ThreadId, Integer> lanes = Lanes.of(timeline, trace());
    assertThat(timeline.lanes().get(lanes.get(ONE)).id()).isEqualTo(2);
    assertThat(timeline.lanes().get(lanes.get(TWO)).id()).isEqualTo(3);
    assertThat(timeline.lanes().get(lanes.get(MAIN)).name()).isEqualTo("main");
  }
}
