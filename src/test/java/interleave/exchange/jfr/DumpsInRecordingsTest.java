package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.SeenState;
import interleave.exchange.OpenedFiles;
import interleave.timeline.Deadlock;
import interleave.timeline.Sightings;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code jdk.ThreadDump}: a whole dump as text, in an event. */
class DumpsInRecordingsTest {
  @Test
  void aDumpInAnEventIsAMomentOfTheThreadsOfTheRecording() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("jfr/dumps-25.jfr.gz");
    Timeline run = opened.timeline();
    assertThat(opened.problems()).noneMatch(each -> each.contains("ThreadDump"));
    assertThat(run.processes()).hasSize(1);
    assertThat(run.sightings().moments()).hasSize(2);
    ThreadLane left = opened.lane("left"); // alone: its start and its dump are of one thread
    ThreadLane right = opened.lane("right");
    Sightings seen = run.sightings();
    assertThat(seen.ofLane(opened.lane("main").index())).hasSize(2);
    assertThat(seen.ofLane(left.index())).hasSize(1);
    Sightings.Sighting last = seen.get(seen.ofLane(left.index()).getLast());
    assertThat(last.state()).isEqualTo(SeenState.BLOCKED);
    assertThat(last.time()).isEqualTo(run.sightings().moments().getLast().time());
    assertThat(left.start()).isGreaterThan(run.sightings().moments().getFirst().time());
    assertThat(left.start()).isLessThan(last.time());
    assertThat(left.number()).isPositive().isNotEqualTo(right.number());
    Deadlock ring = run.deadlocks().getFirst();
    assertThat(run.deadlocks()).hasSize(1);
    assertThat(ring.members())
        .extracting(Deadlock.Member::lane)
        .containsExactlyInAnyOrder(left.index(), right.index());
    assertThat(ring.since()).isEqualTo(last.time());
    assertThat(ring.lastsAt(last.time() + 1)).isFalse();
  }
}
