package interleave.view.control;

import interleave.view.session.Frame;

/** A part of the window that shows a frame: cheap when nothing of its own changed. */
@FunctionalInterface
public interface FramePane {
  void show(Frame frame);
}
