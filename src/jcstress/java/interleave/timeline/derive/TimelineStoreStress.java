package interleave.timeline.derive;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import interleave.event.EventKind;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The newest timeline is read while events of the next one are derived. */
public final class TimelineStoreStress {
  private TimelineStoreStress() {}

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "the first spans, each whole and in its place")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "all spans, each whole and in its place")
  @Outcome(expect = FORBIDDEN, desc = "a span of the snapshot is not there, or half of it")
  @State
  public static class Snapshots {
    private static final SegmentInfo SEGMENT =
        new SegmentInfo(Path.of("one"), TracedRuntime.JAVA, 7, 3, 0, 1, false);

    private static final int TORN = -1;
    private static final int SLEEPS = 12;

    private final TimelineStore store = new TimelineStore();

    public Snapshots() {
      store.segment(SEGMENT);
      event(EventKind.THREAD_BEGIN, 1);
    }

    private void event(EventKind kind, long time) {
      store.event(SEGMENT, kind, 0, 1, 0, 0, 5, time, null);
    }

    @Actor
    public void derive() {
      for (int i = 1; i < SLEEPS * 2; i += 2) {
        event(EventKind.SLEEP_BEGIN, 10 * i);
        event(EventKind.SLEEP_END, 10 * i + 10);
        store.advance(10 * i + 10);
      }
    }

    @Actor
    public void read(I_Result r) {
      Timeline timeline = store.snapshot();
      if (timeline.lanes().isEmpty()) {
        return;
      }
      Spans spans = timeline.lanes().getFirst().spans();
      int last = spans.size() - 1;
      r.r1 = last < SLEEPS * 2 ? 1 : 2;
      for (int i = 0; i <= last; i++) {
        long start = i == 0 ? 1 : 10L * i;
        ThreadState state = i % 2 == 0 ? ThreadState.RUNNING : ThreadState.SLEEPING;
        long end = spans.end(i);
        boolean ended = end == 10L * (i + 1) || (i == last && end == Timeline.OPEN);
        if (spans.start(i) != start || spans.state(i) != state || !ended) {
          r.r1 = TORN;
        }
      }
    }
  }
}
