package interleave.view.inspector;

import interleave.timeline.ThreadState;
import interleave.view.theme.Colours;
import interleave.view.theme.StatePattern;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** A bar of states with their patterns, by their share of the time. */
final class StateBar extends Region {
  private static final double HEIGHT = 13;

  private final Canvas canvas = new Canvas();
  private final TimeByState.Bar bar;
  private final Colours colours;

  StateBar(TimeByState.Bar bar, Colours colours) {
    this.bar = bar;
    this.colours = colours;
    setMinSize(20, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() == getWidth()) {
      return;
    }
    canvas.setWidth(getWidth());
    canvas.setHeight(HEIGHT);
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), HEIGHT);
    double x = 0;
    for (Map.Entry<ThreadState, Long> part : bar.nanos().entrySet()) {
      double width = getWidth() * part.getValue() / bar.whole();
      StatePattern.paint(g, colours, part.getKey(), x, 0, Math.max(width, 1), HEIGHT);
      x += width;
    }
  }
}
