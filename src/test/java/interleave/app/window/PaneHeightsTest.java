package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.window.PaneHeights.Dragged;
import interleave.app.window.PaneHeights.Needs;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PaneHeightsTest {
  /** The middle of a window of 1440 × 900, below the header. */
  private static final double ROOM = 735;

  @Test
  void theTimelineTakesWhatItsRowsNeedFirst() {
    PaneHeights heights = of(new Needs(480, 100), Dragged.NOTHING);
    assertThat(heights.timeline()).isGreaterThanOrEqualTo(480);
    assertThat(heights.stage()).isGreaterThanOrEqualTo(100);
    assertThat(heights.pages()).isGreaterThanOrEqualTo(132);
  }

  @Test
  void whatItDoesNotNeedGoesToTheOthers() {
    PaneHeights heights = of(new Needs(200, 100), Dragged.NOTHING);
    assertThat(heights.pages()).isGreaterThan(of(new Needs(480, 100), Dragged.NOTHING).pages());
    assertThat(heights.stage()).isEqualTo(148);
  }

  @Test
  void manyRowsLeaveTheStageWhatItDrawsAndThePagesSomeLines() {
    PaneHeights heights = of(new Needs(20_000, 96), Dragged.NOTHING);
    assertThat(heights).isEqualTo(new PaneHeights(ROOM - 96 - 132, 96, 132));
  }

  @Test
  void ofATableInFrontSomeRowsAreSeenEvenBelowManyLanes() {
    Needs needs = new Needs(20_000, 96).withTable();
    assertThat(of(needs, Dragged.NOTHING).pages()).isEqualTo(216);
    assertThat(of(needs.atLeast(30_000, 0), Dragged.NOTHING).pages()).isEqualTo(216);
  }

  @Test
  void whatWasDraggedIsObeyedWhateverTheRowsNeed() {
    Dragged dragged = new Dragged(OptionalDouble.of(200), OptionalDouble.of(250));
    PaneHeights heights = of(new Needs(20_000, 96), dragged);
    assertThat(heights).isEqualTo(new PaneHeights(ROOM - 450, 200, 250));
  }

  @Test
  void aSmallWindowStillHasATimeline() {
    Dragged dragged = new Dragged(OptionalDouble.empty(), OptionalDouble.of(900));
    PaneHeights heights = PaneHeights.of(300, Needs.NONE, dragged, false, false);
    assertThat(heights.timeline()).isGreaterThanOrEqualTo(90);
    assertThat(heights.timeline() + heights.pages()).isEqualTo(300);
  }

  @Test
  void foldedPagesLeaveTheirNames() {
    PaneHeights heights = PaneHeights.of(ROOM, new Needs(480, 100), Dragged.NOTHING, false, true);
    assertThat(heights).isEqualTo(new PaneHeights(ROOM - PaneHeights.TABS, 0, PaneHeights.TABS));
  }

  private static PaneHeights of(Needs needs, Dragged dragged) {
    return PaneHeights.of(ROOM, needs, dragged, true, false);
  }

  @Test
  void pagesGiveWayFirstToAStageThatHasToBeHigher() {
    PaneHeights usual = new PaneHeights(300, 100, 200);
    assertThat(usual.withStage(80)).isEqualTo(usual);
    assertThat(usual.withStage(150)).isEqualTo(new PaneHeights(300, 150, 150));
    assertThat(usual.withStage(236)).isEqualTo(new PaneHeights(232, 236, 132));
  }

  @Test
  void inALowWindowSomethingOfTheTimelineStays() {
    PaneHeights low = new PaneHeights(250, 100, 190).withStage(252);
    assertThat(low.timeline()).isGreaterThan(170);
    assertThat(low.stage()).isBetween(200.0, 252.0);
  }
}
