package interleave.timeline.track;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.picture.InitialPlayhead;
import org.junit.jupiter.api.Test;

/** Where the playhead stands first when a run is about a queue. */
class QueueMomentTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Program");
  private final Trace.Thread putter = program.thread(1, "putter");
  private final Trace.Thread getter = program.thread(2, "getter");
  private final int queue = program.object(ObjectType.QUEUE, 0, "q");

  private void message(int id, long put, long got) {
    putter.at(put).event(PUT, 0, queue, id, "m" + id);
    getter.at(got).event(GET, queue, id);
  }

  private long playhead() {
    putter.at(1000 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    return InitialPlayhead.of(timeline);
  }

  @Test
  void ofManyThatWaitAboutAsLongItIsOneOfTheFirst() {
    message(1, 100 * MS, 110 * MS);
    message(2, 200 * MS, 500 * MS);
    message(3, 300 * MS, 620 * MS);
    message(4, 400 * MS, 722 * MS);
    assertThat(playhead()).isEqualTo(350 * MS);
  }

  @Test
  void whereAllComeThroughAtOnceItIsNotTheVeryFirst() {
    message(1, 100 * MS, 104 * MS);
    message(2, 500 * MS, 501 * MS);
    message(3, 800 * MS, 801 * MS);
    assertThat(playhead()).isBetween(500 * MS, 501 * MS);
  }
}
