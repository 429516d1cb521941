package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Some first and then the others, against a list that is really made. */
class ForemostTest {
  private final Random random = new Random(7);

  @Test
  void itHoldsWhatAListWouldThatIsMadeOfAll() {
    for (int round = 0; round < 500; round++) {
      List<Integer> all = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        all.add(100 + i);
      }
      Collections.shuffle(all, random);
      Set<Integer> first = new LinkedHashSet<>();
      for (int i = 0; i < random.nextInt(all.size() + 1); i++) {
        first.add(all.get(random.nextInt(all.size())));
      }
      int size = random.nextInt(all.size() + 5);
      Set<Integer> expected = new LinkedHashSet<>(first);
      for (int i = 0; i < all.size() && expected.size() < size; i++) {
        expected.add(all.get(i));
      }
      List<Integer> foremost = new Foremost(first, all, all::indexOf, size);
      assertThat(foremost).containsExactlyElementsOf(expected);
      for (int one : all) {
        assertThat(foremost.indexOf(one)).isEqualTo(new ArrayList<>(expected).indexOf(one));
      }
      assertThat(foremost.indexOf(99)).isEqualTo(-1);
    }
  }
}
