package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRowsTest {
  static List<Timeline> sketches() {
    return List.of(Sketches.queue(), Sketches.lock(), Sketches.race());
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void stepsForwardsVisitEveryMomentOfTheTable(Timeline timeline) {
    EventRows happenings = new EventRows(timeline);
    List<Long> table =
        happenings.in(Long.MIN_VALUE + 1, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
            .map(EventRow::time)
            .toList();
    assertThat(table).isNotEmpty().isSorted();
    List<Long> steps = new ArrayList<>();
    for (OptionalLong next = happenings.next(Long.MIN_VALUE + 1);
        next.isPresent();
        next = happenings.next(next.getAsLong())) {
      steps.add(next.getAsLong());
    }
    assertThat(steps).isEqualTo(table.stream().distinct().toList());
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void aStepBackLeadsToWhereTheStepForwardsCameFrom(Timeline timeline) {
    EventRows happenings = new EventRows(timeline);
    long first = happenings.next(Long.MIN_VALUE + 1).orElseThrow();
    long second = happenings.next(first).orElseThrow();
    assertThat(happenings.previous(second)).hasValue(first);
    assertThat(happenings.previous(first)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void aWindowHasOnlyWhatIsInIt(Timeline timeline) {
    EventRows happenings = new EventRows(timeline);
    long from = timeline.start() + (timeline.now() - timeline.start()) / 3;
    long to = timeline.start() + (timeline.now() - timeline.start()) * 2 / 3;
    assertThat(happenings.in(from, to, 10_000))
        .allSatisfy(row -> assertThat(row.time()).isBetween(from, to - 1))
        .allSatisfy(row -> assertThat(row.text()).isNotBlank());
    assertThat(happenings.in(timeline.start(), timeline.now(), 3)).hasSizeLessThanOrEqualTo(3);
  }
}
