package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.fixture.Crowd;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Very many threads, and virtual ones of every making. */
@BesideOthers
class CrowdTest {
  @Test
  void tenThousandVirtualThreadsAreRecordedWithoutLossInAFewSegments() throws Exception {
    Traced run = Traced.run(Crowd.class, "virtual", "10000");
    assertThat(run.exit).isZero();
    assertThat(run.out).isEqualTo("10000 virtual threads\n");
    assertThat(run.err).isEmpty();
    Set<Integer> virtual = ids(virtualOnes(run));
    assertThat(virtual).hasSize(10_000);
    for (var kind : List.of(THREAD_BEGIN, SLEEP_BEGIN, SLEEP_END, THREAD_END)) {
      List<Event> all = run.of(kind).stream().filter(e -> virtual.contains(e.thread())).toList();
      assertThat(all).as(kind.name()).hasSize(10_000);
      assertThat(ids(all)).as(kind.name()).hasSize(10_000);
    }
    assertThat(run.segments).isLessThan(20);
  }

  @Test
  void platformThreadsBeyondTheFirstHundredsShareSegments() throws Exception {
    Traced run = Traced.run(Crowd.class, "platform", "600");
    assertThat(run.exit).isZero();
    assertThat(run.out).isEqualTo("600 platform threads\n");
    Set<Integer> heavy =
        ids(run.of(DEFINE_THREAD).stream().filter(e -> e.text().startsWith("heavy-")).toList());
    assertThat(heavy).hasSize(600);
    assertThat(run.of(THREAD_END)).filteredOn(e -> heavy.contains(e.thread())).hasSize(600);
    assertThat(run.segments).isLessThan(300);
    assertThat(run.of(CARRIER)).isEmpty();
  }

  @Test
  void whoCarriesAVirtualThreadIsKnownFromItsFirstEventOn() throws Exception {
    Traced run = Traced.run(Crowd.class, "virtual", "200");
    Set<Integer> virtual = ids(virtualOnes(run));
    Set<Integer> carriers = new HashSet<>();
    run.of(CARRIER).forEach(e -> carriers.add((int) e.value()));
    assertThat(ids(run.of(CARRIER))).isEqualTo(virtual);
    assertThat(carriers).doesNotContainAnyElementsOf(virtual);
    for (int carrier : carriers) {
      assertThat(run.of(DEFINE_THREAD))
          .filteredOn(e -> e.thread() == carrier)
          .singleElement()
          .satisfies(e -> assertThat(e.text()).startsWith("ForkJoinPool-"))
          .satisfies(e -> assertThat(e.flags() & Flags.VIRTUAL).isZero());
    }
  }

  @Test
  void threadsOfExecutorsAndFactoriesBeginAndEnd() throws Exception {
    Traced run = Traced.launch().run(Crowd.class, "kinds");
    assertThat(run.notes())
        .singleElement()
        .asString()
        .startsWith("The program's own lambda in Crowd gets its tasks as they are");
    Traced untraced = Traced.launch().untraced().run(Crowd.class, "kinds");
    assertThat(run.out).isEqualTo(untraced.out).startsWith("ThreadPerTaskExecutor 42\n");
    assertThat(run.err).isEqualTo(untraced.err);
    List<Event> defined = virtualOnes(run);
    assertThat(defined).hasSize(4);
    for (int id : ids(defined)) {
      assertThat(run.of(THREAD_CREATED)).filteredOn(e -> e.value() == id).hasSize(1);
      assertThat(run.of(THREAD_BEGIN)).filteredOn(e -> e.thread() == id).hasSize(1);
      assertThat(run.of(THREAD_END)).filteredOn(e -> e.thread() == id).hasSize(1);
    }
    assertThat(defined.stream().map(Event::text)).contains("made-1", "made-2");
    assertThat(run.of(THREAD_END, "heavy")).hasSize(1);
  }

  private static List<Event> virtualOnes(Traced run) {
    return run.of(DEFINE_THREAD).stream().filter(e -> (e.flags() & Flags.VIRTUAL) != 0).toList();
  }

  private static Set<Integer> ids(List<Event> events) {
    return events.stream().map(Event::thread).collect(Collectors.toSet());
  }
}
