package interleave.app.window;

import interleave.program.RunOrigin;
import interleave.view.control.FramePane;
import interleave.view.control.NoticeStack;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.words.Words;
import java.util.List;

/**
 * Says while a program runs that not all of it is recorded any more, or that it is not read on; and
 * of what was opened that not all of it is there.
 */
final class LossAlarm implements FramePane {
  private static final Words WORDS = Words.of("app/window");

  private static final int LONGEST = 160;

  private final Session session;
  private final NoticeStack notices;
  private int told = -1;
  private int failed = -1;
  private int opened = -1;

  LossAlarm(Session session, NoticeStack notices) {
    this.session = session;
    this.notices = notices;
  }

  @Override
  public void show(Frame frame) {
    if (frame.running() && frame.take() != told && frame.timeline().counters().lost() > 0) {
      told = frame.take();
      notices.tell(Notice.warning(WORDS.get("loss"), "", WORDS.get("loss.next")));
    }
    if (frame.take() != opened && frame.hasRun() && !frame.running()) {
      opened = frame.take();
      frame
          .shown()
          .filter(RunOrigin.Saved.class::isInstance)
          .ifPresent(from -> damage(frame, from));
    }
    String failure = session.take().map(RecordedRun::failure).orElse("");
    if (!failure.isEmpty() && frame.take() != failed) {
      failed = frame.take();
      notices.tell(Notice.error(failure, "", ""));
    }
  }

  /** As much as one reads while it stands there, in whole words; all of it is among the notes. */
  static String brief(String sentence, boolean alone) {
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int end = sentence.offsetByCodePoints(0, LONGEST - 1);
    int word = sentence.lastIndexOf(' ', end);
    String some = sentence.substring(0, word > LONGEST / 2 ? word : end).strip();
    return alone ? WORDS.get("damage.rest", some) : some + "…";
  }

  private void damage(Frame frame, RunOrigin from) {
    List<String> problems = frame.timeline().problems();
    if (!problems.isEmpty()) {
      boolean missing = frame.timeline().incomplete();
      String first = brief(problems.getFirst(), problems.size() == 1);
      String next =
          problems.size() == 1 ? first : WORDS.count("damage.more", problems.size() - 1, first);
      notices.tellOfRun(
          missing
              ? Notice.warning(WORDS.get("damage.missing"), from.title(), next)
              : new Notice(Notice.Weight.INFORMATION, WORDS.get("damage"), from.title(), next));
    }
  }
}
