package interleave.app.window;

import interleave.program.Program;
import interleave.timeline.OutputTrack;
import interleave.view.control.FramePane;
import interleave.view.control.NoticeStack;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.words.Words;

/**
 * Says when a program of the user's own has failed: how it ended, what it had to say last, what to
 * do. A program that was stopped, or that is there to be looked at, is no news.
 */
final class OwnEndings implements FramePane {
  private static final Words WORDS = Words.of("app/window");

  private final Session session;
  private final NoticeStack notices;
  private boolean running;
  private int take = -1;

  OwnEndings(Session session, NoticeStack notices) {
    this.session = session;
    this.notices = notices;
  }

  @Override
  public void show(Frame frame) {
    boolean ended = running && !frame.running() && frame.take() == take;
    running = frame.running();
    take = frame.take();
    if (ended
        && frame.hasRun()
        && frame.phase() == Session.State.RECORDED
        && frame.shown().isPresent()
        && frame.shown().get() instanceof Program.Own own
        && session.take().filter(RecordedRun::failed).isPresent()) {
      notices.tell(
          Notice.warning(
              WORDS.get("own.failed", own.title(), frame.ending()),
              lastError(frame.timeline().output()),
              WORDS.get("own.failed.next")));
    }
  }

  private static String lastError(OutputTrack output) {
    for (int i = output.size() - 1; i >= 0 && i > output.size() - 200; i--) {
      if (output.line(i).stderr() && !output.line(i).text().isBlank()) {
        return output.line(i).text().strip();
      }
    }
    return "";
  }
}
