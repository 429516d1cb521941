package interleave.view.worker;

import interleave.view.control.FramePane;
import interleave.view.control.NoticeStack;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.worker.News;
import java.util.function.BiConsumer;

/**
 * Tells of workers elsewhere who came and went, and of strangers: in the corner, in the console.
 */
public final class WorkerAlarm implements FramePane {
  private final Session session;
  private final NoticeStack notices;
  private final BiConsumer<Frame, String> console;

  /**
   * @param console takes a sentence that is to stand where the frame ends
   */
  public WorkerAlarm(Session session, NoticeStack notices, BiConsumer<Frame, String> console) {
    this.session = session;
    this.notices = notices;
    this.console = console;
  }

  @Override
  public void show(Frame frame) {
    session
        .take()
        .flatMap(RecordedRun::invitation)
        .ifPresent(it -> it.news().forEach(news -> tell(news, frame)));
  }

  private void tell(News news, Frame frame) {
    console.accept(frame, news.sentence());
    notices.tell(
        news.warning()
            ? Notice.warning(news.sentence(), "", "")
            : Notice.information(news.sentence(), ""));
  }
}
