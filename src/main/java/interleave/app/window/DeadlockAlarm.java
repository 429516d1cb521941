package interleave.app.window;

import interleave.timeline.Deadlock;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.words.Words;
import java.util.Optional;

/** Tells of a deadlock while it lasts, once a run. */
final class DeadlockAlarm {
  private static final Words WORDS = Words.of("view/deadlocks");

  /** A ring that lasts no longer than this may still come apart by itself. */
  private static final long PATIENCE_NS = 300_000_000;

  private int told = -1;

  Optional<Notice> look(Frame frame) {
    Timeline timeline = frame.timeline();
    if (!frame.running() || frame.take() == told || timeline.deadlocks().isEmpty()) {
      return Optional.empty();
    }
    for (Deadlock deadlock : timeline.deadlocks()) {
      boolean lasts = deadlock.end() == Timeline.OPEN;
      if (lasts && timeline.now() - deadlock.since() > PATIENCE_NS) {
        told = frame.take();
        String sentence = Explanation.sentence(timeline, new ThingRef.Deadlock(deadlock.index()));
        return Optional.of(Notice.warning(WORDS.get("notice"), sentence, WORDS.get("notice.next")));
      }
    }
    return Optional.empty();
  }
}
