package interleave.app.window;

import interleave.timeline.Deadlock;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.view.control.FramePane;
import interleave.view.control.NoticeStack;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.words.Words;

/**
 * Tells of a deadlock while it lasts, once a run; where the answer to the question of a lesson is
 * covered, not before it is uncovered.
 */
final class DeadlockAlarm implements FramePane {
  private static final Words WORDS = Words.of("view/deadlocks");

  /** A ring that lasts no longer than this may still come apart by itself. */
  private static final long PATIENCE_NS = 300_000_000;

  /** So often it is looked whether everyone waits. */
  private static final long INTERVAL_NS = 1_000_000_000;

  private final NoticeStack notices;
  private int told = -1;
  private long looked;

  DeadlockAlarm(NoticeStack notices) {
    this.notices = notices;
  }

  @Override
  public void show(Frame frame) {
    if (frame.running() && frame.take() != told && !givesAway(frame)) {
      frame.timeline().deadlocks().stream()
          .filter(deadlock -> lasts(deadlock, frame.timeline()))
          .findFirst()
          .ifPresent(deadlock -> tell(deadlock, frame));
      if (frame.take() != told && frame.timeline().now() - looked > INTERVAL_NS) {
        looked = frame.timeline().now();
        everyone(frame);
      }
    }
  }

  private static boolean givesAway(Frame frame) {
    return frame.lesson().isPresent() && frame.covers().hides(Covers.Kind.ANSWER);
  }

  /** Where no ring says why nothing goes on; looks only where a process was said to do nothing. */
  private void everyone(Frame frame) {
    Timeline timeline = frame.timeline();
    if (timeline.processes().stream().allMatch(it -> timeline.stillness(it.index()) == null)) {
      return;
    }
    String sentence = Explanation.standstill(timeline);
    if (!sentence.isEmpty()) {
      told = frame.take();
      notices.tell(Notice.warning(WORDS.get("notice.all"), sentence, WORDS.get("notice.all.next")));
    }
  }

  private static boolean lasts(Deadlock deadlock, Timeline timeline) {
    return deadlock.end() == Timeline.OPEN
        && !deadlock.isPassing()
        && timeline.now() - deadlock.since() > PATIENCE_NS;
  }

  private void tell(Deadlock deadlock, Frame frame) {
    told = frame.take();
    String sentence =
        Explanation.sentence(frame.timeline(), new ThingRef.Deadlock(deadlock.index()));
    notices.tell(Notice.warning(WORDS.get("notice"), sentence, WORDS.get("notice.next")));
  }
}
