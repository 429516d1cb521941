package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.SynchronizerText;
import org.junit.jupiter.api.Test;

/** Exchangers: who waits there, and who meets whom. */
class ExchangersTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "Party");
  private final Trace.Thread a = process.thread(1, "A");
  private final Trace.Thread b = process.thread(2, "B");
  private final Trace.Thread c = process.thread(3, "C");
  private final Trace.Thread d = process.thread(4, "D");
  private final int swap = process.object(ObjectType.EXCHANGER, 0, "Party.swap");

  private void begin() {
    a.at(1 * MS).event(SYNC_STATE, swap, 2L << 32);
  }

  private void comes(Trace.Thread thread, long at, int offer, boolean waits) {
    thread.at(at * MS).event(ARRIVED, swap, offer);
    if (waits) {
      thread.event(SYNC_WAIT_BEGIN, swap);
    }
  }

  private void goes(Trace.Thread thread, long at, int met) {
    thread.at(at * MS).event(SYNC_WAIT_END, swap, met);
  }

  private static String sentence(Timeline timeline, ThingRef thing) {
    return Explanation.sentence(timeline, thing);
  }

  @Test
  void theSecondToComeLetsTheFirstGoOn() {
    begin();
    comes(a, 2, 1, true);
    comes(b, 6, 2, false);
    goes(b, 7, 1);
    goes(a, 8, 2);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.kind()).isEqualTo(SynchronizerTrack.Kind.EXCHANGER);
    assertThat(track.waits()).isOne();
    assertThat(track.wait(0).by()).isOne();
    assertThat(track.openings()).isOne();
    assertThat(track.opening(0).lane()).isOne();
    assertThat(track.opening(0).let()).isOne();
    assertThat(track.levelAt(3 * MS)).isOne();
    assertThat(track.levelAt(6 * MS)).isEqualTo(2);
    assertThat(track.levelAt(7 * MS)).isZero();
    assertThat(timeline.wakes().size()).isOne();
    assertThat(timeline.wakes().fromLane(0)).isOne();
    assertThat(SynchronizerText.title(track)).isEqualTo("Exchanger swap");
    assertThat(SynchronizerText.level(track, 3 * MS)).isEqualTo("1 of 2 have come");
    assertThat(SynchronizerText.brief(track, 3 * MS)).isEqualTo("1 of 2 here");
    assertThat(sentence(timeline, new ThingRef.Span(0, 2 * MS)))
        .isEqualTo("A waited 6 ms at exchanger swap: B came to exchange with it.");
    assertThat(sentence(timeline, new ThingRef.Opening(0, 0)))
        .isEqualTo("B came to exchanger swap and exchanged with A, which had waited for that.");
    assertThat(sentence(timeline, new ThingRef.Synchronizer(0)))
        .isEqualTo("Two threads met here once. A thread waited here once, for 6 ms.");
  }

  @Test
  void pairsThatMeetAtOneTimeAreToldApart() {
    begin();
    comes(a, 2, 1, true);
    comes(b, 3, 2, true);
    comes(c, 4, 3, false);
    comes(d, 5, 4, false);
    goes(a, 6, 4);
    goes(b, 7, 3);
    goes(c, 8, 2);
    goes(d, 9, 1);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.openings()).isEqualTo(2);
    assertThat(track.opening(0).lane()).isEqualTo(3);
    assertThat(track.opening(1).lane()).isEqualTo(2);
    assertThat(track.wait(0).by()).isEqualTo(3);
    assertThat(track.wait(1).by()).isEqualTo(2);
    assertThat(track.levelAt(9 * MS)).isZero();
    assertThat(sentence(timeline, new ThingRef.Opening(0, 1)))
        .isEqualTo("C came to exchanger swap and exchanged with B, which had waited for that.");
  }

  @Test
  void whoMeetsNobodyIsGoneAgain() {
    begin();
    comes(a, 2, 1, true);
    a.at(4 * MS).event(SYNC_WAIT_END, Flags.TIMED_OUT, swap, 0, null);
    comes(b, 5, 2, true);
    b.at(7 * MS).event(SYNC_WAIT_END, Flags.INTERRUPTED, swap, 0, null);
    comes(c, 8, 3, true);
    c.at(10 * MS);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.openings()).isZero();
    assertThat(track.levelAt(4 * MS)).isZero();
    assertThat(track.levelAt(9 * MS)).isOne();
    assertThat(track.wait(0).outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(track.wait(1).outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(sentence(timeline, new ThingRef.Span(2, 8 * MS)))
        .endsWith("at exchanger swap, and nobody has come to exchange with it.");
    assertThat(sentence(timeline, new ThingRef.Synchronizer(0))).startsWith("No two threads met");
  }

  @Test
  void whoMeetsSomebodyUnknownGoesOnAllTheSame() {
    begin();
    comes(a, 2, 1, true);
    goes(a, 4, 0);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.wait(0).outcome()).isEqualTo(Outcome.WENT_ON);
    assertThat(track.wait(0).by()).isNegative();
    assertThat(track.levelAt(5 * MS)).isZero();
  }
}
