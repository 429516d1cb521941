package interleave.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What can be read in the windows. */
public final class Sight {
  private final FxRobot robot = new FxRobot();

  /** Whether a node and all around it are visible in a window that is shown. */
  public static boolean shown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null
        && node.getScene().getWindow() != null
        && node.getScene().getWindow().isShowing();
  }

  /** What shows exactly that text, within the nodes of a CSS query. */
  public Optional<Node> find(String within, String text) {
    return robot
        .from(robot.lookup(within).<Node>queryAll())
        .lookup((Node node) -> node instanceof Labeled it && text.equals(it.getText()) && shown(it))
        .tryQuery();
  }

  /** What shows that text, as soon as something does. */
  public Node await(String within, String text) throws Exception {
    AtomicReference<Node> found = new AtomicReference<>();
    try {
      Patience.waitFor(
          () -> {
            found.set(find(within, text).orElse(null));
            return found.get() != null;
          });
    } catch (TimeoutException e) {
      throw new AssertionError("no “" + text + "” within " + within + ": " + texts(within), e);
    }
    return found.get();
  }

  /** What the program has told: where it did not do what was asked for, it said so here. */
  public String notices() {
    return "notices: " + texts("#notices");
  }

  public List<String> texts(String within) {
    return WaitForAsyncUtils.waitForAsyncFx(
        1000 * Patience.SECONDS,
        () ->
            robot
                .from(robot.lookup(within).<Node>queryAll())
                .lookup((Node node) -> node instanceof Labeled)
                .<Labeled>queryAll()
                .stream()
                .map(Labeled::getText)
                .toList());
  }
}
