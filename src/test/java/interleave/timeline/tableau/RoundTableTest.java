package interleave.timeline.tableau;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.tableau.TableauLayout.Box;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who shares one lock with either neighbour sits at a round table. */
class RoundTableTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Dining");

  /** All take the fork at the left, the last one first, and want the one at the right. */
  private Timeline dining(int philosophers) {
    program.thread(1, "main").at(0).event(THREAD_BEGIN);
    List<Integer> forks = new ArrayList<>();
    for (int i = 0; i < philosophers; i++) {
      forks.add(program.object(ObjectType.LOCK, 0, "fork" + i));
    }
    for (int i = philosophers - 1; i >= 0; i--) {
      Trace.Thread one = program.thread(2 + i, "P" + (i + 1));
      one.at((10 + philosophers - i) * MS).event(THREAD_BEGIN);
      one.at((20 + philosophers - i) * MS).event(LOCK_ACQUIRED, forks.get(i));
      one.at((30 + i) * MS).event(LOCK_REQUEST, forks.get((i + 1) % philosophers));
    }
    return trace.end();
  }

  @Test
  void theySitInTheOrderOfTheirSeatsWithTheForksBetweenThem() {
    Timeline timeline = dining(5);
    Tableau stage = TableauAt.at(timeline, timeline.now() - 1, 10);
    assertThat(stage.actors())
        .extracting(Tableau.Actor::name)
        .containsExactly("main", "P1", "P2", "P3", "P4", "P5");
    TableauRing ring = stage.ring();
    assertThat(ring).isNotNull();
    assertThat(ring.lanes())
        .extracting(lane -> timeline.lanes().get(lane).name())
        .containsExactly("P1", "P2", "P3", "P4", "P5");
    assertThat(ring.locks())
        .extracting(lock -> timeline.locks().get(lock).name())
        .containsExactly("fork1", "fork2", "fork3", "fork4", "fork0");
  }

  @Test
  void theTableIsRoundWhereThereIsRoomAndLongWhereThereIsLess() {
    Timeline timeline = dining(5);
    Tableau stage = TableauAt.at(timeline, timeline.now() - 1, 10);
    TableauLayout round = TableauLayout.of(stage, 20, 36, 1100, Double.MAX_VALUE);
    TableauLayout flat = TableauLayout.of(stage, 20, 36, 1100, 160);
    assertThat(round.round()).isTrue();
    assertThat(flat.round()).isTrue();
    assertThat(flat.height()).isLessThanOrEqualTo(160).isLessThan(round.height());
    for (TableauLayout layout : List.of(round, flat)) {
      List<Box> boxes = new ArrayList<>(layout.actors().values());
      boxes.addAll(layout.shared().values());
      assertThat(boxes).hasSize(11);
      for (Box box : boxes) {
        assertThat(boxes.stream().filter(box::touches)).containsExactly(box);
        assertThat(box.bottom()).isLessThanOrEqualTo(36 + layout.height());
      }
    }
  }

  @Test
  void twoThreadsWithTwoLocksStandAsEver() {
    Timeline timeline = dining(2);
    Tableau stage = TableauAt.at(timeline, timeline.now() - 1, 10);
    assertThat(stage.ring()).isNull();
    assertThat(TableauLayout.of(stage, 20, 36, 1100, 300).round()).isFalse();
    assertThat(stage.locks()).extracting(Tableau.Pill::thing).contains(new ThingRef.Lock(0));
  }
}
