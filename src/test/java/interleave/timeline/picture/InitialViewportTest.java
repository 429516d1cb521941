package interleave.timeline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.layout.Viewport;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import org.junit.jupiter.api.Test;

class InitialViewportTest {
  private final Sketch sketch = new Sketch(Sketches.at(0), Sketches.at(1000), false);

  InitialViewportTest() {
    int program = sketch.process("Program", 7, Sketches.at(0), Sketches.at(1000), null);
    sketch.lane(program, "main");
  }

  @Test
  void aLongStartIsLeftOut() {
    sketch.print(0, 0, Sketches.at(800), "Hello");
    Viewport sight = InitialViewport.of(sketch);
    assertThat(sight).isNotNull();
    assertThat(sight.start()).isBetween(Sketches.at(785), Sketches.at(795));
    assertThat(sight.end()).isBetween(Sketches.at(1000), Sketches.at(1010));
  }

  @Test
  void aShortStartIsShown() {
    sketch.print(0, 0, Sketches.at(150), "Hello");
    assertThat(InitialViewport.of(sketch)).isNull();
  }

  @Test
  void aSecondProcessIsSomethingThatHappens() {
    sketch.print(0, 0, Sketches.at(900), "Hello");
    sketch.process("Child", 8, Sketches.at(500), Sketches.at(900), null);
    Viewport sight = InitialViewport.of(sketch);
    assertThat(sight).isNotNull();
    assertThat(sight.start()).isBetween(Sketches.at(470), Sketches.at(480));
  }

  @Test
  void whereNothingHappensAllIsShown() {
    assertThat(InitialViewport.of(sketch)).isNull();
  }
}
