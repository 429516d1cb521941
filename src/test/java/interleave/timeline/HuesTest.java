package interleave.timeline;

import static interleave.event.EventKind.DEFINE_THREAD;
import static interleave.event.EventKind.SLEEP_BEGIN;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Rows;
import interleave.timeline.track.TrackKinds;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No two threads of a program share a colour while one is free. */
class HuesTest {
  private final Trace trace = new Trace();

  @Test
  void threadsOfToolsAndThoseThatNeverBeganTakeNoColour() {
    Trace.Process process = trace.process(1, "P");
    Set<Role> colours = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      Trace.Thread tool = process.thread(100 + i, "tool-" + i);
      tool.event(DEFINE_THREAD, Flags.SERVICE, 0, 100 + i, "tool-" + i);
      process.thread(200 + i, "never-" + i);
      tool.at(10 + i).event(SLEEP_BEGIN);
      process.thread(i + 1, "worker-" + i).at(20 + i).event(SLEEP_BEGIN);
    }
    Timeline timeline = trace.end();
    for (ThreadLane lane : timeline.lanes()) {
      if (lane.name().startsWith("worker-")) {
        colours.add(Role.thread(timeline.hue(lane.index())));
      }
    }
    assertThat(colours).hasSize(8);
    assertThat(timeline.hue(-1)).isEqualTo(-1);
  }

  @Test
  void theNoteOfFoldedThreadsNamesThemAndAClickShowsThem() {
    Trace.Process process = trace.process(1, "P");
    process.thread(1, "main").at(1).event(SLEEP_BEGIN);
    Trace.Thread tool = process.thread(2, "feeder");
    tool.event(DEFINE_THREAD, Flags.SERVICE, 0, 2, "feeder");
    tool.at(5).event(SLEEP_BEGIN);
    Timeline timeline = trace.end();
    Hit note = new Hit(Part.SERVICES, null, 0);
    assertThat(TrackKinds.STANDARD.tooltip(timeline, note)).hasSize(2).contains("feeder");
    Folds opened = TrackKinds.STANDARD.click(Folds.NONE, note);
    int before = Rows.of(timeline, Folds.NONE, TrackKinds.STANDARD.kinds()).all().size();
    int after = Rows.of(timeline, opened, TrackKinds.STANDARD.kinds()).all().size();
    assertThat(after).isEqualTo(before + 1);
  }
}
