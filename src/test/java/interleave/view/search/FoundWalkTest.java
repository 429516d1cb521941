package interleave.view.search;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.search.Found;
import interleave.timeline.search.FoundKind;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import org.junit.jupiter.api.Test;

class FoundWalkTest {
  @Test
  void aLineOfOutputIsFoundAtTheMomentAtWhichItWasPrinted() {
    Sketch sketch = new Sketch(Sketches.at(0), Sketches.at(100), false);
    int program = sketch.process("Program", 7, Sketches.at(0), Sketches.at(100), null);
    int lane = sketch.lane(program, "main");
    sketch.print(program, lane, Sketches.at(40), "sold order-0");
    Found.Hit hit =
        new Found.Hit(
            FoundKind.ofMoments(100, "kind.output"), new ThingRef.Line(0), "sold order-0", program);
    assertThat(FoundWalk.time(sketch, hit)).isEqualTo(Sketches.at(40));
  }
}
