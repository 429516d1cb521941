package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class GilTest {
  private static final long MS = 1_000_000;
  private static final int PID = 7;
  private static final long ANN = 0x7f00_0000_1000L;
  private static final long BOB = 0x7f00_0000_2000L;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(PID, "Turns");

  private Trace.Thread thread(int id, String name, long ident, long from) {
    Trace.Thread thread = program.thread(id, name);
    thread.at(from).event(DEFINE_THREAD, 0, 0, ident, name);
    return thread.at(from).event(THREAD_BEGIN);
  }

  private void held(long at, long ident) {
    trace.gil(at, GIL_HELD, PID, ident);
  }

  private GilTrack turns() {
    thread(1, "Ann", ANN, 0);
    thread(2, "Bob", BOB, 0);
    held(10 * MS, ANN);
    held(15 * MS, BOB);
    trace.gil(18 * MS, GIL_PASSED, PID, 6);
    held(18 * MS, BOB);
    trace.gil(20 * MS, GIL_FREE, PID, 0);
    trace.gil(22 * MS, GIL_PASSED, PID, 1);
    held(22 * MS, ANN);
    trace.engine(30 * MS, CHILD_EXIT, 0, PID, null);
    return trace.end().gils().getFirst();
  }

  @Test
  void threadsHaveItOneAfterTheOtherAndInTheGapsNobodyHas() {
    GilTrack gil = turns();
    LockTrack.Holds holds = gil.holds();
    assertThat(List.of(holds.lane(0), holds.lane(1), holds.lane(2))).containsExactly(0, 1, 0);
    assertThat(List.of(holds.start(0), holds.end(0))).containsExactly(10 * MS, 15 * MS);
    assertThat(List.of(holds.start(1), holds.end(1))).containsExactly(15 * MS, 20 * MS);
    assertThat(List.of(holds.start(2), holds.end(2)))
        .as("it ends with its process")
        .containsExactly(22 * MS, 30 * MS);
    assertThat(holds.size()).isEqualTo(3);
    assertThat(gil.heldNs()).isEqualTo(18 * MS);
    assertThat(gil.longestNs()).isEqualTo(8 * MS);
    assertThat(gil.owners())
        .extracting(LockTrack.Owner::lane, LockTrack.Owner::holdNs)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 13 * MS),
            org.assertj.core.groups.Tuple.tuple(1, 5 * MS));
    assertThat(gil.nanosHeldBy(1, 12 * MS, 19 * MS)).isEqualTo(4 * MS);
    assertThat(gil.nanosHeldBy(5, 0, 30 * MS)).isZero();
  }

  @Test
  void handoversThatWereTooShortAreCountedWhereTheyWere() {
    GilTrack gil = turns();
    assertThat(gil.shortHandovers()).isEqualTo(7);
    assertThat(gil.handovers()).as("2 were seen").isEqualTo(9);
    assertThat(gil.shortHandovers(10 * MS, 18 * MS)).isZero();
    assertThat(gil.shortHandovers(18 * MS, 22 * MS)).isEqualTo(6);
    assertThat(gil.shortHandoverBefore(22 * MS)).isEqualTo(18 * MS);
    assertThat(gil.shortHandoverBefore(18 * MS)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void anIdentifierIsThatOfTheThreadThatHasItThen() {
    Trace.Thread ann = thread(1, "Ann", ANN, 0);
    held(10 * MS, ANN);
    ann.at(20 * MS).event(THREAD_END);
    held(21 * MS, BOB);
    held(29 * MS, ANN); // the next thread, which has not said anything yet
    thread(3, "Cleo", ANN, 30 * MS);
    held(31 * MS, 0x5555);
    held(32 * MS, ANN);
    Timeline timeline = trace.end();
    LockTrack.Holds holds = timeline.gils().getFirst().holds();
    assertThat(
            java.util.stream.IntStream.range(0, holds.size())
                .mapToObj(i -> timeline.lanes().get(holds.lane(i)).name()))
        .containsExactly(
            "Ann", "a thread that is not traced", "Cleo", "a thread that is not traced", "Cleo");
  }

  @Test
  void itIsToldInSentencesAndDrawnWithItsHolders() {
    turns();
    Timeline timeline = trace.store.snapshot();
    assertThat(Explanation.sentence(timeline, new ThingRef.Gil(0)))
        .endsWith(
            "Of the time that it was held: Ann 72 %, Bob 28 %; it went from one thread to another"
                + " 9 times, 7 of them too short to be seen.");
    assertThat(Explanation.sentence(timeline, new ThingRef.GilHold(0, 10 * MS)))
        .isEqualTo("Ann had the GIL for 5 ms, then Bob had it.");
    assertThat(Explanation.sentence(timeline, new ThingRef.GilHold(0, 15 * MS)))
        .isEqualTo(
            "Bob had the GIL for 5 ms, then nobody needed it until Ann took it. It was handed"
                + " over and back in between, 6 handovers too short to be seen.");
    assertThat(Extent.of(timeline, new ThingRef.GilHold(0, 15 * MS)))
        .isEqualTo(new Extent(15 * MS, 20 * MS));
    assertThat(Extent.of(timeline, new ThingRef.GilHold(4, 15 * MS))).isNull();
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.GilHold(0, 15 * MS)))
        .startsWith("Bob has the GIL", "for 5 ms");
    assertThat(draw(timeline).text())
        .contains("GIL", "9 handovers", "6 short handovers")
        .doesNotContain("cannot be drawn");
  }

  @Test
  void aThreadThatRunsWithoutItIsPaleThen() {
    turns();
    DisplayList list = draw(trace.store.snapshot());
    List<Mark.Fill> fills =
        list.marks().stream()
            .filter(Mark.Fill.class::isInstance)
            .map(Mark.Fill.class::cast)
            .filter(fill -> fill.h() == 20)
            .toList();
    assertThat(fills)
        .extracting(Mark.Fill::role)
        .contains(Role.RUNNING, Role.RUNNING_SOFT)
        .doesNotContain(Role.SLEEPING);
    assertThat(list.text()).contains("Runs without the GIL, or waits for it");
  }

  @Test
  void whereNobodyLookedNobodyIsSaidToHaveHadIt() {
    thread(1, "Ann", ANN, 0);
    thread(2, "Bob", BOB, 0);
    held(10 * MS, ANN);
    trace.gil(40 * MS, GIL_UNSEEN, PID, 12 * MS);
    held(40 * MS, BOB);
    trace.engine(60 * MS, CHILD_EXIT, 0, PID, null);
    trace.gil(61 * MS, GIL_UNSEEN, PID, 45 * MS);
    GilTrack gil = trace.end().gils().getFirst();
    assertThat(gil.heldNs()).isEqualTo(7 * MS);
    assertThat(gil.holds().end(0)).isEqualTo(12 * MS);
    assertThat(gil.holds().end(1)).isEqualTo(45 * MS);
    assertThat(gil.unseenNs(0, 100 * MS)).isEqualTo((28 + 15) * MS);
    assertThat(gil.unseenBefore(11 * MS)).isEqualTo(-1);
    assertThat(gil.unseenBefore(50 * MS)).isEqualTo(1);
    assertThat(List.of(gil.unseenFrom(1), gil.unseenTo(1))).containsExactly(45 * MS, 60 * MS);
    assertThat(draw(trace.store.snapshot()).text()).contains("Runs, GIL not looked at");
    assertThat(draw(trace.store.snapshot()).text()).contains("MUTED DOTTED");
  }

  @Test
  void aHundredThousandTurnsAreDrawnByPixelsAndNotByTurns() {
    thread(1, "Ann", ANN, 0);
    thread(2, "Bob", BOB, 0);
    for (int i = 0; i < 100_000; i++) {
      held(i * 50_000L, i % 2 == 0 ? ANN : BOB);
      if (i % 3 == 0) {
        trace.gil(i * 50_000L + 20_000, GIL_PASSED, PID, 2);
      }
    }
    trace.engine(100_000 * 50_000L, CHILD_EXIT, 0, PID, null);
    Timeline timeline = trace.end();
    assertThat(timeline.gils().getFirst().handovers()).isEqualTo(99_999 + 2 * 33_334);
    assertThat(draw(timeline).marks()).hasSizeLessThan(1_500);
    View near = View.of(timeline, Viewport.of(0, 10 * 50_000L), PictureAreas.of(900, 400));
    DisplayList list =
        new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(near).list();
    assertThat(list.text()).contains("CENTER ON_THREAD_7 Ann", "2 short handovers");
  }

  @Test
  void onlyTheEngineSpeaksOfIt() {
    thread(1, "Ann", ANN, 0).at(5).event(GIL_HELD, 99, ANN).event(GIL_PASSED, 99, 3);
    assertThat(trace.end().gils()).isEmpty();
  }

  private static DisplayList draw(Timeline timeline) {
    View view = View.of(timeline, Viewport.of(0, timeline.now()), PictureAreas.of(900, 400));
    View all = view.withFolds(Folds.NONE.toggleAllGils());
    return new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even()).draw(all).list();
  }
}
