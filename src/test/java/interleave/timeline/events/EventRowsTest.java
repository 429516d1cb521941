package interleave.timeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventRowsTest {
  static List<Timeline> sketches() {
    return List.of(Sketches.queue(), Sketches.lock(), Sketches.race(), EveryKind.timeline());
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void stepsForwardsVisitEveryMomentOfTheTable(Timeline timeline) {
    EventRows happenings = TrackKinds.STANDARD.events(timeline);
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
    EventRows happenings = TrackKinds.STANDARD.events(timeline);
    long first = happenings.next(Long.MIN_VALUE + 1).orElseThrow();
    long second = happenings.next(first).orElseThrow();
    assertThat(happenings.previous(second)).hasValue(first);
    assertThat(happenings.previous(first)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sketches")
  void aWindowHasOnlyWhatIsInIt(Timeline timeline) {
    EventRows happenings = TrackKinds.STANDARD.events(timeline);
    long from = timeline.start() + (timeline.now() - timeline.start()) / 3;
    long to = timeline.start() + (timeline.now() - timeline.start()) * 2 / 3;
    assertThat(happenings.in(from, to, 10_000))
        .allSatisfy(row -> assertThat(row.time()).isBetween(from, to - 1))
        .allSatisfy(row -> assertThat(row.text()).isNotBlank());
    assertThat(happenings.in(timeline.start(), timeline.now(), 3)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void synchronizersTheGilThreadLocalsAndPipesHaveRows() {
    assertThat(rows("synchronizer"))
        .containsExactly(
            "main: Event ready: not set",
            "main: Event ready: set",
            "main: Event ready opens: 1 goes on");
    assertThat(rows("GIL")).containsExactly("main: gets the GIL", "other: gets the GIL");
    assertThat(rows("thread-local")).containsExactly("other: sets student to Alice");
    assertThat(rows("pipe"))
        .containsExactly(
            "Output of child is opened",
            "main: Output of child: 10 B",
            "Output of child is closed");
  }

  @Test
  void theyAreToldInBothLanguages() {
    Language.use(Language.CHINESE);
    assertThat(rows("同步器")).contains("main: 事件 ready 打开：1 个线程继续");
    assertThat(rows("GIL")).contains("main: 获得 GIL");
    assertThat(rows("线程局部")).containsExactly("other: 把 student 设为 Alice");
    assertThat(rows("管道")).contains("child 的输出 关闭");
  }

  @AfterEach
  void speakEnglishAgain() {
    Language.use(Language.ENGLISH);
  }

  private static List<String> rows(String kind) {
    Timeline timeline = EveryKind.timeline();
    return TrackKinds.STANDARD.events(timeline).in(0, Long.MAX_VALUE, 10_000).stream()
        .filter(row -> row.kind().equals(kind))
        .map(row -> who(timeline, row) + row.text())
        .toList();
  }

  private static String who(Timeline timeline, EventRow row) {
    return row.lane() < 0 ? "" : timeline.lanes().get(row.lane()).name() + ": ";
  }
}
