package interleave.timeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoundKindTest {
  @Test
  void kindsOfOneRankAreStillTwo() {
    FoundKind output = FoundKind.ofMoments(100, "kind.output");
    FoundKind other = FoundKind.ofMoments(100, "kind.message");
    assertThat(output).isNotEqualByComparingTo(other);
    assertThat(output).isEqualByComparingTo(FoundKind.ofMoments(100, "kind.output"));
    assertThat(output).isGreaterThan(FoundKind.of(10, "kind.process"));
  }
}
