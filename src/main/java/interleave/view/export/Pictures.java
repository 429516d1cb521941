package interleave.view.export;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Takes pictures of what is on the screen, at one to three times its size. JavaFX thread. */
public final class Pictures {
  private Pictures() {}

  public static Still take(Node node, int scale, Color ground) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(ground);
    Bounds bounds = node.getLayoutBounds();
    parameters.setViewport(
        new Rectangle2D(0, 0, bounds.getWidth() * scale, bounds.getHeight() * scale));
    return new Still(node.snapshot(parameters, null));
  }

  /** To the clipboard. */
  public static void copy(Still still) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(still.pixels());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
