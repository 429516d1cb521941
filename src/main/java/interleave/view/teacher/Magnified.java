package interleave.view.teacher;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.skin.NestedTableColumnHeader;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * All that is in a window, larger: it is laid out in fewer points, each of which has more pixels.
 * So nothing is cut that is not cut in a window of that many points, and a window is never made
 * smaller by it than it may be made by hand.
 */
public final class Magnified extends Region {
  /** In fewer points than these not everything has its place. */
  private static final double LEAST_WIDTH = 816;

  private static final double LEAST_HEIGHT = 552;

  private final Region content;
  private final Scale scale = new Scale(1, 1);
  private double wanted = 1;
  private boolean passing;

  /**
   * @param content what is in the window
   */
  public Magnified(Region content) {
    this.content = content;
    content.setManaged(false);
    content.getTransforms().add(scale);
    getChildren().add(content);
    setMinSize(0, 0);
    addEventFilter(MouseEvent.ANY, this::inPoints);
  }

  /** So much larger, as far as the window has room for it. */
  public void by(double factor) {
    wanted = Math.max(1, factor);
    fit(getWidth(), getHeight());
    requestLayout();
  }

  /** How much larger it is in a window of that size. */
  public double factor(double width, double height) {
    return Math.max(1, Math.min(wanted, Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT)));
  }

  private double fit(double width, double height) {
    double factor = factor(width, height);
    scale.setX(factor);
    scale.setY(factor);
    return factor;
  }

  @Override
  protected void layoutChildren() {
    double factor = fit(getWidth(), getHeight());
    content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
  }

  /**
   * What is dragged by the skins of the toolkit is measured by them on the scene, as if that had
   * the points of what they move: it is told to them in these.
   */
  private void inPoints(MouseEvent event) {
    if (passing || scale.getX() == 1 || !isMeasuredOnScene(event.getTarget())) {
      return;
    }
    event.consume();
    passing = true;
    try {
      Event.fireEvent(event.getTarget(), smaller(event));
    } finally {
      passing = false;
    }
  }

  private static boolean isMeasuredOnScene(EventTarget target) {
    return target instanceof Node node
        && (isDivider(node) || node.getParent() instanceof NestedTableColumnHeader);
  }

  private static boolean isDivider(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("split-pane-divider")) {
        return true;
      }
    }
    return false;
  }

  private MouseEvent smaller(MouseEvent event) {
    return new MouseEvent(
        event.getEventType(),
        event.getSceneX() / scale.getX(),
        event.getSceneY() / scale.getY(),
        event.getScreenX(),
        event.getScreenY(),
        event.getButton(),
        event.getClickCount(),
        event.isShiftDown(),
        event.isControlDown(),
        event.isAltDown(),
        event.isMetaDown(),
        event.isPrimaryButtonDown(),
        event.isMiddleButtonDown(),
        event.isSecondaryButtonDown(),
        event.isBackButtonDown(),
        event.isForwardButtonDown(),
        event.isSynthesized(),
        event.isPopupTrigger(),
        event.isStillSincePress(),
        event.getPickResult());
  }

  /**
   * A style sheet for what opens in windows of its own and is no part of this one: menus, tips,
   * dialogs.
   */
  public List<String> sheet() {
    if (wanted == 1) {
      return List.of();
    }
    String css =
        String.format(
            Locale.ROOT,
            ".tooltip { -fx-font-size: %1$.1fpx; }"
                + " .context-menu .label, .combo-box-popup .list-cell, .parameter-editor,"
                + " .parameter-editor .label, .dialog-pane * { -fx-font-size: %2$.1fpx; }",
            12 * wanted,
            13 * wanted);
    return List.of(
        "data:text/css," + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
