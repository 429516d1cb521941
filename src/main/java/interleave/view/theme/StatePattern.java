package interleave.view.theme;

import interleave.timeline.ThreadState;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * A state as a filled rectangle with its pattern, so that colour is never the only sign: diagonal
 * for a lock, horizontal for a queue, vertical for others to come, dots for joining, diagonal the
 * other way for who is ready, dashes for what was not traced, plain for the rest.
 */
public final class StatePattern {
  private StatePattern() {}

  public static void paint(
      GraphicsContext g,
      Colours colours,
      ThreadState state,
      double x,
      double y,
      double w,
      double h) {
    if (w <= 0 || h <= 0) {
      return;
    }
    g.save();
    g.beginPath();
    g.rect(x, y, w, h);
    g.clip();
    g.setFill(colours.ground(state));
    g.fillRect(x, y, w, h);
    Color line = colours.line(state);
    g.setStroke(line);
    g.setFill(line);
    switch (state) {
      case LOCK_WAIT -> diagonals(g, x, y, w, h);
      case QUEUE_WAIT -> horizontals(g, x, y, w, h);
      case JOINING -> dots(g, x, y, w, h);
      case SYNC_WAIT -> verticals(g, x, y, w, h);
      case READY -> backDiagonals(g, x, y, w, h);
      case UNTRACED_WAIT -> dashes(g, x, y, w, h);
      case RUNNING, SLEEPING, IO, NOT_TOLD -> {}
    }
    g.restore();
  }

  private static void diagonals(GraphicsContext g, double x, double y, double w, double h) {
    g.setLineWidth(2);
    for (double at = x - h; at < x + w + h; at += 6) {
      g.strokeLine(at, y + h, at + h, y);
    }
  }

  private static void backDiagonals(GraphicsContext g, double x, double y, double w, double h) {
    g.setLineWidth(1.5);
    for (double at = x - h; at < x + w + h; at += 7) {
      g.strokeLine(at, y, at + h, y + h);
    }
  }

  private static void dashes(GraphicsContext g, double x, double y, double w, double h) {
    boolean shifted = false;
    for (double down = y + 2; down < y + h - 1; down += 4, shifted = !shifted) {
      for (double across = x + (shifted ? -3 : 1); across < x + w; across += 8) {
        g.fillRect(across, down, 4.5, 1.5);
      }
    }
  }

  private static void horizontals(GraphicsContext g, double x, double y, double w, double h) {
    g.setLineWidth(1.5);
    for (double at = y + 2; at < y + h; at += 4) {
      g.strokeLine(x, at, x + w, at);
    }
  }

  private static void verticals(GraphicsContext g, double x, double y, double w, double h) {
    g.setLineWidth(1.5);
    for (double at = x + 2; at < x + w; at += 5) {
      g.strokeLine(at, y, at, y + h);
    }
  }

  private static void dots(GraphicsContext g, double x, double y, double w, double h) {
    for (double across = x + 2; across < x + w; across += 4) {
      for (double down = y + 2; down < y + h; down += 4) {
        g.fillRect(across, down, 1.2, 1.2);
      }
    }
  }
}
