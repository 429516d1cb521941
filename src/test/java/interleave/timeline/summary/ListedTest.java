package interleave.timeline.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedTest {
  @Test
  void eachIsMadeWhenSomebodyAsksForIt() {
    int[] made = {0};
    List<Integer> list =
        Listed.of(
            1_000_000,
            i -> {
              made[0]++;
              return i * 2;
            });
    assertThat(list.size()).isEqualTo(1_000_000);
    assertThat(list.get(999_999)).isEqualTo(1_999_998);
    assertThat(made[0]).isEqualTo(1);
    assertThatThrownBy(() -> list.get(1_000_000)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void listsStandBehindEachOtherEmptyOnesToo() {
    List<List<Integer>> lists =
        List.of(List.of(), List.of(1, 2), List.of(), List.of(), List.of(3), List.of());
    assertThat(Listed.all(lists)).containsExactly(1, 2, 3);
    assertThat(Listed.all(List.<List<Integer>>of())).isEmpty();
  }
}
