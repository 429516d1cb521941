package interleave.view.control;

import interleave.view.session.Frame;
import interleave.view.session.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * The one place where what is recorded meets what is shown: once per frame of the screen the newest
 * snapshot is handed to every pane. Producers never touch a control, and what panes are shown never
 * turns back: users act on the session, and see it with the next frame.
 */
public final class FramePump extends AnimationTimer {
  private static final long SECOND = 1_000_000_000L;

  private final Session session;
  private final List<FramePane> panes;
  private final Set<FramePane> broken = new HashSet<>();
  private final Runnable before;
  private final Consumer<RuntimeException> trouble;
  private long counting;
  private int frames;
  private int perSecond;

  /**
   * @param before tells the session what a pane alone knows, such as which part is in sight; panes
   *     tell it nothing while they show a frame
   * @param trouble hears of a pane that threw
   */
  public FramePump(
      Session session, Runnable before, List<FramePane> panes, Consumer<RuntimeException> trouble) {
    this.before = before;
    this.trouble = trouble;
    this.session = session;
    this.panes = List.copyOf(panes);
  }

  @Override
  public void handle(long now) {
    frames++;
    if (now - counting >= SECOND) {
      perSecond = counting == 0 ? 0 : (int) Math.round(frames * (double) SECOND / (now - counting));
      counting = now;
      frames = 0;
    }
    before.run();
    Frame frame = session.frame(now);
    for (FramePane pane : panes) {
      show(pane, frame);
    }
  }

  /** A pane that throws is told once and left alone; the others go on. */
  private void show(FramePane pane, Frame frame) {
    if (broken.contains(pane)) {
      return;
    }
    try {
      pane.show(frame);
    } catch (RuntimeException e) {
      broken.add(pane);
      trouble.accept(e);
    }
  }

  /** Frames shown in the last full second; 0 in the first. */
  public int framesPerSecond() {
    return perSecond;
  }
}
