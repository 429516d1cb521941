package interleave.timeline.layout;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.RowChoice.Order;
import interleave.timeline.relation.Interactions;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which rows the user gets to see by wishing, and in which order. */
class RowChoiceTest {
  private static List<String> keys(Timeline timeline, RowChoice choice) {
    return keys(timeline, Folds.NONE.with(choice));
  }

  private static List<String> keys(Timeline timeline, Folds folds) {
    return TrackKinds.STANDARD.rows(timeline, folds).all().stream().map(Row::key).toList();
  }

  @Test
  void aFilterLeavesWhatIsCalledSoWithItsProcess() {
    assertThat(keys(Sketches.queue(), RowChoice.ALL.filtered("writer")))
        .containsExactly("process 1", "lane 1");
    assertThat(keys(Sketches.lock(), RowChoice.ALL.filtered(" BALANCE ")))
        .containsExactly("process 0", "lock 0", "variable 0");
    assertThat(keys(Sketches.lock(), RowChoice.ALL.filtered("xyzzy"))).isEmpty();
  }

  @Test
  void whatIsPinnedStandsFirstWhateverIsHidden() {
    RowChoice pinned = RowChoice.ALL.togglePin(new ThingRef.Lane(1));
    assertThat(keys(Sketches.lock(), pinned))
        .containsExactly("lane 1", "process 0", "lane 0", "lock 0", "variable 0");
    assertThat(keys(Sketches.lock(), pinned.filtered("xyzzy"))).containsExactly("lane 1");
    assertThat(keys(Sketches.lock(), pinned.togglePin(new ThingRef.Lane(1))))
        .isEqualTo(keys(Sketches.lock(), RowChoice.ALL));
  }

  @Test
  void onlyWhatIsChosenShows() {
    Set<ThingRef> two = Set.of(new ThingRef.Lane(2), new ThingRef.Queue(0));
    assertThat(keys(Sketches.queue(), RowChoice.ALL.only(two)))
        .containsExactly("process 1", "queue 0", "process 2", "lane 2");
  }

  @Test
  void whatIsSoughtIsHiddenNoMore() {
    Timeline timeline = Sketches.lock();
    RowChoice choice = RowChoice.ALL.filtered("xyzzy").only(Set.of());
    ThingRef lock = new ThingRef.Lock(0);
    Folds folds = TrackKinds.STANDARD.reveal(timeline, Folds.NONE.with(choice), lock);
    assertThat(keys(timeline, folds)).containsExactly("process 0", "lock 0");
  }

  @Test
  void ofManyThoseShowThatAreCalledSo() {
    ten.at(10).event(THREAD_BEGIN);
    for (int i = 0; i < 100; i++) {
      int many = bank.object(ObjectType.LOCK, 0, "seat-" + i);
      ten.at(20 + i).event(LOCK_ACQUIRED, many);
      ten.at(20 + i).event(LOCK_RELEASED, many);
    }
    Timeline timeline = trace.end();
    ThingRef last =
        timeline.locks().stream()
            .filter(each -> each.name().equals("seat-99"))
            .map(each -> new ThingRef.Lock(each.index()))
            .findFirst()
            .orElseThrow();
    String key = "lock " + ((ThingRef.Lock) last).index();
    assertThat(keys(timeline, RowChoice.ALL)).doesNotContain(key);
    assertThat(keys(timeline, RowChoice.ALL.filtered("seat-99"))).containsExactly("process 0", key);
    assertThat(keys(timeline, RowChoice.ALL.only(Set.of(last)))).containsExactly("process 0", key);
  }

  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.process(7, "Bank");
  private final Trace.Thread ten = bank.thread(1, "Teller-10");
  private final Trace.Thread two = bank.thread(2, "Teller-2");
  private final Trace.Thread idle = bank.thread(3, "idle");
  private final int lock = bank.object(ObjectType.LOCK, 0, "till");
  private final int other = bank.object(ObjectType.LOCK, 0, "door");

  private Timeline tellers() {
    idle.at(1).event(THREAD_BEGIN);
    idle.at(2).event(LOCK_ACQUIRED, other);
    ten.at(10).event(THREAD_BEGIN);
    two.at(20).event(THREAD_BEGIN);
    ten.at(30).event(LOCK_ACQUIRED, lock);
    two.at(40).event(LOCK_REQUEST, lock);
    two.at(90).event(LOCK_ACQUIRED, lock, 50);
    ten.at(90).event(LOCK_RELEASED, lock);
    idle.at(100).event(SLEEP_BEGIN, 0, 5);
    return trace.end();
  }

  @Test
  void threadsAreSortedByNameAndByHowLongTheyRanOrWaited() {
    Timeline timeline = tellers();
    assertThat(lanes(timeline, Order.USUAL)).containsExactly("Teller-10", "Teller-2", "idle");
    assertThat(lanes(timeline, Order.START)).containsExactly("idle", "Teller-10", "Teller-2");
    assertThat(lanes(timeline, Order.NAME)).containsExactly("idle", "Teller-2", "Teller-10");
    assertThat(lanes(timeline, Order.WAITING)).startsWith("Teller-2");
    assertThat(lanes(timeline, Order.RUNNING)).endsWith("Teller-2");
  }

  private static List<String> lanes(Timeline timeline, Order order) {
    return keys(timeline, RowChoice.ALL.in(order)).stream()
        .filter(key -> key.startsWith("lane "))
        .map(key -> timeline.lanes().get(Integer.parseInt(key.substring(5))).name())
        .toList();
  }

  @Test
  void aThreadInteractsWithWhatItUsesAndWithWhoUsesThatToo() {
    Timeline timeline = tellers();
    int[] lane = new int[4];
    timeline.lanes().forEach(each -> lane[(int) each.id()] = each.index());
    Set<ThingRef> found = Interactions.of(timeline, new ThingRef.Lane(lane[2]), () -> false);
    assertThat(found)
        .contains(new ThingRef.Lane(lane[1]), new ThingRef.Lane(lane[2]), new ThingRef.Process(0))
        .contains(new ThingRef.Lock(1)) // the till
        .doesNotContain(new ThingRef.Lane(lane[3]), new ThingRef.Lock(0));
    assertThat(Interactions.of(timeline, new ThingRef.Lock(0), () -> false))
        .containsExactlyInAnyOrder(
            new ThingRef.Lock(0), new ThingRef.Lane(lane[3]), new ThingRef.Process(0));
  }

  @Test
  void aQueueInteractsWithThoseWhoPutAndGet() {
    assertThat(Interactions.of(Sketches.queue(), new ThingRef.Queue(0), () -> false))
        .contains(new ThingRef.Lane(1), new ThingRef.Lane(2))
        .doesNotContain(new ThingRef.Lane(0));
  }
}
