package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.file.OpenedRecording;
import interleave.tail.LiveTimeline;
import interleave.timeline.LockTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a timeline says of a flight recording: what the file tells, and nothing more. */
class FlightTimelineTest {
  private static final Predicate<String> OF_A_NUMBER =
      Pattern.compile("thread -?\\d+").asMatchPredicate();

  @TempDir Path folder;

  private Timeline timeline(String name) throws IOException {
    try (OpenedRecording opened = FlightFiles.open(folder, FlightFiles.bytes(name))) {
      return LiveTimeline.load(opened.recording());
    }
  }

  private static ThreadLane lane(Timeline timeline, String name) {
    return timeline.lanes().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> sentences(Timeline timeline, String name, ThreadState state) {
    ThreadLane lane = lane(timeline, name);
    Spans spans = lane.spans();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.state(i) == state) {
        said.add(
            Explanation.sentence(timeline, new ThingRef.Span(lane.index(), spans.start(i)))
                .replaceAll("[0-9.]+ (ms|µs|s)", "…")
                .replaceAll("@[0-9a-f]+", "@…"));
      }
    }
    return said;
  }

  @Test
  void whatIsCountedOfTheProcessIsNoThreadsAndMakesNoLane() throws IOException {
    Timeline timeline = timeline("profiled-25");
    assertThat(timeline.counterTracks()).isNotEmpty();
    assertThat(timeline.lanes()).extracting(ThreadLane::name).noneMatch(OF_A_NUMBER);
  }

  @Test
  void aWaitIsToldWithWhoHadItWhereTheFileSaysSo() throws IOException {
    Timeline timeline = timeline("waits-25");
    assertThat(sentences(timeline, "monitor-2", ThreadState.LOCK_WAIT))
        .containsExactly("monitor-2 waited … for monitor Object@…, held by monitor-1.");
    assertThat(sentences(timeline, "lock-2", ThreadState.LOCK_WAIT))
        .containsExactly("lock-2 waited … for lock ReentrantLock@…; who held it is not told.");
    assertThat(sentences(timeline, "wait-1", ThreadState.SYNC_WAIT))
        .containsExactly(
            "wait-1 let go of monitor Object@… and waited to be notified for … at line 36, until"
                + " wait-2 notified it.");
    assertThat(sentences(timeline, "main", ThreadState.JOINING)).hasSize(3);
  }

  @Test
  void textsThatAreFilledIntoTemplatesAreToldInFull() throws IOException {
    Timeline timeline = timeline("waits-25");
    SliceTrack main = timeline.slices().get(timeline.slicesOf(lane(timeline, "main").index()));
    SliceTrack.Moments moments = main.moments();
    assertThat(IntStream.range(0, moments.size()).boxed())
        .filteredOn(i -> moments.name(i).equals("Stock Low"))
        .extracting(moments::arguments)
        .containsExactly("Left: 3");
  }

  @Test
  void betweenWaitsNothingIsClaimed() throws IOException {
    Timeline timeline = timeline("waits-25");
    assertThat(timeline.lanes())
        .allSatisfy(
            lane -> assertThat(sentences(timeline, lane.name(), ThreadState.RUNNING)).isEmpty());
  }

  @Test
  void forHowLongALockWasHeldIsNotTold() throws IOException {
    Timeline timeline = timeline("waits-17");
    LockTrack monitor =
        timeline.locks().stream()
            .filter(each -> each.monitor() && each.allContended() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(monitor.isUntold()).isTrue();
    assertThat(Explanation.sentence(timeline, new ThingRef.Lock(monitor.index())))
        .startsWith("A thread had to wait once, ")
        .endsWith("for how long it was held, is not told.");
    assertThat(
            Explanation.sentence(
                timeline, new ThingRef.Hold(monitor.index(), monitor.holds().start(0))))
        .contains("monitor-1 had monitor Object@", "at this moment; for how long is not told.");
  }

  @Test
  void theMachineIsShownByCounters() throws IOException {
    assertThat(timeline("waits-25").counterTracks())
        .extracting(each -> each.name())
        .contains("Heap used, bytes", "CPU load: machine, %");
  }
}
