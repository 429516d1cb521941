package interleave.timeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameQueryTest {
  @Test
  void whatFitsBestComesFirstWithinItsKind() {
    NameQuery pattern = new NameQuery("lock");
    assertThat(pattern.rank("Lock")).isEqualTo(NameQuery.WHOLE);
    assertThat(pattern.rank("lock-7")).isEqualTo(NameQuery.BEGINS);
    assertThat(pattern.rank("the lock")).isEqualTo(NameQuery.WORD);
    assertThat(pattern.rank("block")).isEqualTo(NameQuery.WITHIN);
    assertThat(pattern.rank("loc")).isEqualTo(NameQuery.NOT);
  }
}
