package interleave.view.timeline;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/**
 * A tooltip beside the pointer for things that are painted and are no nodes: it appears once the
 * pointer rests on a thing and goes when the thing changes.
 */
public final class PointerTip {
  private static final double BESIDE = 14;
  private static final double WIDEST = 440;

  private final Node owner;
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition rest = new PauseTransition(Duration.millis(350));
  private String text = "";
  private double x;
  private double y;

  public PointerTip(Node owner) {
    this.owner = owner;
    tooltip.getStyleClass().add("pointer-tip");
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST);
    rest.setOnFinished(_ -> show());
  }

  /** The pointer is at that point of the screen, over a thing of which there is so much to say. */
  public void over(List<String> lines, double screenX, double screenY) {
    x = screenX;
    y = screenY;
    String now = String.join("\n", lines);
    if (now.equals(text)) {
      return;
    }
    text = now;
    tooltip.hide();
    if (text.isEmpty()) {
      rest.stop();
    } else {
      rest.playFromStart();
    }
  }

  /** The pointer left, or something else has begun. */
  public void hide() {
    over(List.of(), x, y);
  }

  private void show() {
    if (owner.getScene() != null && owner.getScene().getWindow() != null && owner.isHover()) {
      tooltip.setText(text);
      tooltip.show(owner, x + BESIDE, y + BESIDE);
    }
  }
}
