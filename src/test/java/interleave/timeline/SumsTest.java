package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds that were too many to be recorded one by one. */
class SumsTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.python(7, "Bank", 0);
  private final Trace.Thread anna = bank.thread(1, "Anna");
  private final Trace.Thread ben = bank.thread(2, "Ben");
  private final int lock = bank.object(ObjectType.LOCK, 0, "lock");

  private Timeline summedUp() {
    anna.at(MS).event(LOCK_ACQUIRED, lock);
    anna.at(2 * MS).event(LOCK_RELEASED, lock);
    anna.at(3 * MS).event(DETAIL_ENDED, lock);
    slice(anna, 23, 5_000, 2_000, 7, 300, 90);
    slice(ben, 23, 1_000, 500, 0, 0, 0);
    slice(ben, 43, 10, 1, 2, 100, 60);
    ben.at(90 * MS).event(LOCK_ACQUIRED, lock);
    ben.at(91 * MS).event(LOCK_RELEASED, lock);
    return trace.end();
  }

  /** A slice of 20 ms that ends then; times in µs. */
  private void slice(
      Trace.Thread thread, long end, long count, long held, long met, long waited, long longest) {
    thread.at(end * MS).event(SUM_HELD, lock, held | met << 32);
    thread.at(end * MS).event(SUM_WAITED, lock, waited | longest << 32);
    thread.at(end * MS).event(SUM_OF_HOLDS, lock, count | 20_000L << 32);
  }

  @Test
  void sumsCountAsHoldsDo() {
    LockTrack track = summedUp().locks().getFirst();
    assertThat(track.acquires()).isEqualTo(6_012);
    assertThat(track.contended()).isEqualTo(9);
    assertThat(track.waitNs()).isEqualTo(400_000);
    assertThat(track.longestWaitNs()).isEqualTo(90_000);
    assertThat(track.holdNs()).isEqualTo(2 * MS + 2_501_000);
    assertThat(track.owners())
        .extracting(LockTrack.Owner::acquires)
        .containsExactly(5_001L, 1_011L);
    assertThat(track.holds().size()).isEqualTo(2);
    assertThat(track.detailEnded()).isEqualTo(3 * MS);
  }

  @Test
  void aSliceIsFoundByItsEnd() {
    Timeline timeline = summedUp();
    LockTrack track = timeline.locks().getFirst();
    assertThat(track.slice(23 * MS))
        .extracting(sum -> timeline.lanes().get(sum.lane()).name() + " " + sum.count())
        .containsExactly("Anna 5000", "Ben 1000");
    assertThat(track.sumAfter(23 * MS)).isEqualTo(2);
    ThingRef slice = new ThingRef.HoldSum(0, 43 * MS);
    assertThat(Extent.of(timeline, slice)).isEqualTo(new Extent(23 * MS, 43 * MS));
    assertThat(Explanation.sentence(timeline, slice))
        .isEqualTo(
            "1 thread had lock lock 10 times in 20 ms. These are sums: from 2 ms on there were"
                + " too many holds to record each.");
  }

  @Test
  void thePictureSaysHowManyAndWhereSingleHoldsEnd() {
    Timeline timeline = summedUp();
    View view = View.of(timeline, Viewport.of(0, 100 * MS), PictureAreas.of(1200, 600));
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());
    List<Mark> marks = drawing.draw(view).list().marks();
    assertThat(marks)
        .filteredOn(Mark.Text.class::isInstance)
        .extracting(mark -> ((Mark.Text) mark).text())
        .contains("6 000 ×", "10 ×", "from here on summed up: 6 010 ×");
    assertThat(marks)
        .filteredOn(mark -> mark instanceof Mark.Hatch hatch && hatch.ink() == Role.thread(0))
        .hasSize(1);
  }

  @Test
  void aLockThatAnotherLetsGoIsHeldNoLongerInTheLaneToo() {
    anna.at(MS).event(LOCK_ACQUIRED, lock);
    anna.at(5 * MS).event(LOCK_ACQUIRED, lock);
    anna.at(3 * MS).event(LOCK_RELEASED, Flags.ON_BEHALF, lock, 0, null);
    anna.at(6 * MS).event(LOCK_RELEASED, lock);
    Spans held = trace.end().lanes().getFirst().holds();
    assertThat(held.size()).isEqualTo(2);
    assertThat(List.of(held.end(0), held.end(1))).containsExactly(3 * MS, 6 * MS);
  }

  @Test
  void whoSleepsWhileAnotherSaysThatItHasTheLockSleepsOn() {
    anna.at(MS).event(SLEEP_BEGIN, 0, 50 * MS);
    anna.at(60 * MS).event(LOCK_ACQUIRED, Flags.ON_BEHALF, lock, 0, null);
    anna.at(61 * MS).event(LOCK_RELEASED, Flags.ON_BEHALF, lock, 0, null);
    anna.at(51 * MS).event(SLEEP_END);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().getFirst().spans();
    int sleeping = spans.at(10 * MS);
    assertThat(spans.state(sleeping)).isEqualTo(ThreadState.SLEEPING);
    assertThat(spans.start(sleeping)).isEqualTo(MS);
    assertThat(spans.end(sleeping)).isEqualTo(51 * MS);
    assertThat(timeline.locks().getFirst().holds().end(0)).isEqualTo(61 * MS);
  }
}
