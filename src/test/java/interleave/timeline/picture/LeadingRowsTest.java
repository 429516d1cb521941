package interleave.timeline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThreadState;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import org.junit.jupiter.api.Test;

class LeadingRowsTest {
  @Test
  void whatWasWaitedForLongestComesFirst() {
    Sketch sketch = new Sketch(Sketches.at(0), Sketches.at(100), false);
    int program = sketch.process("Program", 7, Sketches.at(0), Sketches.at(100), null);
    int lane = sketch.lane(program, "main");
    sketch.lock(program, "one");
    sketch.span(lane, ThreadState.LOCK_WAIT, Sketches.at(10), Sketches.at(20), "waits");
    assertThat(LeadingRows.of(sketch)).isEqualTo("lock");
    sketch.span(lane, ThreadState.QUEUE_WAIT, Sketches.at(20), Sketches.at(90), "waits");
    assertThat(LeadingRows.of(sketch)).as("there is no queue").isEqualTo("lock");
    sketch.queue("q");
    assertThat(LeadingRows.of(sketch)).isEqualTo("queue");
  }

  @Test
  void whereNobodyWaitedLostUpdatesDo() {
    assertThat(LeadingRows.of(Sketches.race())).isEqualTo("variable");
    assertThat(LeadingRows.of(Sketches.crowd(3, 4))).isEmpty();
  }

  @Test
  void aLessonOnALockThatItsRunDoesNotUseLeadsWithTheVariable() {
    assertThat(LeadingRows.of("lock", Sketches.race())).isEqualTo("variable");
    assertThat(LeadingRows.of("lock", Sketches.lock())).isEqualTo("lock");
    assertThat(LeadingRows.of("gil", Sketches.race())).isEqualTo("gil");
  }
}
