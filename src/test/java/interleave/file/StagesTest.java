package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {
  private final List<Integer> heard = new ArrayList<>();
  private final Stages stages = new Stages(this::hear);

  private boolean hear(long done, long total) {
    heard.add(Math.round(100f * done / total));
    return true;
  }

  @Test
  void onePieceFollowsTheOther() {
    Progress first = stages.upTo(0.5);
    Progress second = stages.upTo(1);
    first.at(0, 10);
    first.at(10, 10);
    second.at(0, 4);
    second.at(2, 4);
    second.at(4, 4);
    assertThat(heard).containsExactly(0, 50, 50, 75, 100);
  }

  @Test
  void aPieceThatHadNothingToDoTakesNoShare() {
    stages.upTo(0.5);
    Progress second = stages.upTo(1);
    second.at(1, 10);
    second.at(5, 10);
    assertThat(heard).containsExactly(10, 50);
  }

  @Test
  void whatIsGoneThroughTwiceDoesNotGoBack() {
    Progress both = stages.upTo(1);
    both.at(6, 10);
    both.at(1, 10);
    both.at(8, 10);
    assertThat(heard).containsExactly(60, 60, 80);
  }

  @Test
  void aPieceCanHavePieces() {
    Stages within = new Stages(stages.upTo(0.5));
    within.upTo(0.5).at(1, 1);
    within.upTo(1).at(1, 2);
    stages.upTo(1).at(1, 2);
    assertThat(heard).containsExactly(25, 38, 69);
  }

  @Test
  void whoCancelsIsHeardByEachPiece() {
    assertThat(new Stages((_, _) -> false).upTo(0.5).at(1, 2)).isFalse();
  }
}
