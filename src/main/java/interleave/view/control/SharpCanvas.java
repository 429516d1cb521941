package interleave.view.control;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/**
 * A canvas that is as sharp as the screen also where the window is magnified: it has as many pixels
 * as it takes up, and whoever paints does so in the points of the node that it is in.
 */
public final class SharpCanvas extends Canvas {
  private final Scale smaller = new Scale(1, 1);

  public SharpCanvas() {
    setManaged(false);
    setMouseTransparent(true); // whoever it is in hears of the pointer in its own points
    getTransforms().add(smaller);
  }

  /** Fills a node of that size; true where it is another one than before and empty now. */
  public boolean fill(Node owner, double width, double height) {
    double larger = Math.max(1, owner.getLocalToSceneTransform().getMxx());
    boolean changed =
        getWidth() != width * larger
            || getHeight() != height * larger
            || smaller.getX() != 1 / larger;
    if (changed) {
      setWidth(width * larger);
      setHeight(height * larger);
      smaller.setX(1 / larger);
      smaller.setY(1 / larger);
      GraphicsContext g = getGraphicsContext2D();
      g.setTransform(larger, 0, 0, larger, 0, 0);
    }
    return changed;
  }
}
