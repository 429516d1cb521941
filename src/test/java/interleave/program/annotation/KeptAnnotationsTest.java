package interleave.program.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeptAnnotationsTest {
  @Test
  void whatWasAddedIsReadAsItWasWritten() {
    Annotations added =
        new Annotations(
            List.of(new TimeMark(7), new TimeMark(3, "here it turns")),
            List.of(new Annotations.Typed(5, "two words")),
            Optional.of("race"),
            Optional.of(new TimeRange(4, 9)));
    assertThat(added.marks()).extracting(TimeMark::time).containsExactly(3L, 7L);
    assertThat(KeptAnnotations.read(KeptAnnotations.text(added))).isEqualTo(added);
  }

  @Test
  void aTextWithLineEndsAndTabulatorsStaysOneText() {
    Annotations added = Annotations.NONE.withMarks(List.of(new TimeMark(1, "a\tb\nmark\t2\tc")));
    assertThat(KeptAnnotations.read(KeptAnnotations.text(added)).marks())
        .containsExactly(new TimeMark(1, "a b mark 2 c"));
  }

  @Property(tries = 200)
  void whateverAFileSaysThereIsNoHarm(@ForAll String text) {
    assertThat(KeptAnnotations.read(text + "\nmark\t5\tx").marks())
        .hasSizeLessThan(text.length() + 2);
  }
}
