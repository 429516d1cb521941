package interleave.app.window;

import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.critical.PathFinder;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.TimeRange;
import interleave.view.control.FramePane;
import interleave.view.control.SlowAnswer;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import java.util.Optional;

/** Finds the critical path of what is in sight while somebody wants to see it. */
final class CriticalPaths implements FramePane {
  private final Session session;
  private final SlowAnswer<Wish, CriticalPath> finder;

  /** Of which the path is wanted. */
  private record Wish(Timeline timeline, TimeRange range, boolean whole) {
    private boolean isLike(Wish other) {
      return timeline.isOfRun(other.timeline)
          && whole == other.whole
          && (whole || range.equals(other.range));
    }
  }

  CriticalPaths(Session session) {
    this.session = session;
    finder =
        new SlowAnswer<>(
            (wish, patience) -> PathFinder.of(new Inquiry(wish.timeline, wish.range, patience)),
            Wish::isLike,
            this::found);
  }

  private void found(CriticalPath path) {
    if (session.asksPath()) {
      session.path(Optional.of(path));
    }
  }

  @Override
  public void show(Frame frame) {
    if (!session.asksPath() || !frame.hasRun()) {
      finder.forget();
      return;
    }
    Timeline timeline = frame.timeline();
    TimeRange range = frame.range().orElseGet(() -> TimeRange.whole(timeline));
    finder.ask(new Wish(timeline, range, frame.range().isEmpty()));
  }
}
