package interleave.view;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.robot.Robot;

/**
 * A node to be clicked, looked at once a frame: the mouse is over it and nothing covers it there
 * (it says itself that it is hovered over), and it was the same node at the same place in the
 * frames before. A window that is still laid out, a list that still moves its cells or a card that
 * slides in would else get the click meant for a neighbour.
 */
final class Target {
  private static final int FRAMES_AT_REST = 3;
  private static final double ASIDE = 20;

  private record Spot(Node node, Point2D point) {}

  private final Callable<Optional<Node>> query;
  private final Function<Node, Point2D> place;
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private Optional<Spot> before = Optional.empty();
  private int steady;

  Target(Callable<Optional<Node>> query, Function<Node, Point2D> place) {
    this.query = query;
    this.place = place;
  }

  static Point2D middle(Node node) {
    Bounds bounds = node.getLayoutBounds();
    return node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
  }

  /** Does {@code action} once it is at rest, on the JavaFX thread and outside of a pulse. */
  CompletableFuture<Boolean> whenAtRest(Consumer<Robot> action) {
    Platform.runLater(
        () -> {
          Robot robot = new Robot();
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              if (done.isDone()) {
                stop();
              } else {
                Platform.runLater(() -> look(robot, action));
              }
            }
          }.start();
        });
    return done;
  }

  private void look(Robot robot, Consumer<Robot> action) {
    if (done.isDone()) {
      return;
    }
    try {
      Optional<Spot> spot = spot();
      steady = spot.isPresent() && spot.equals(before) ? steady + 1 : 0;
      before = spot;
      if (spot.isEmpty()) {
        return;
      }
      if (steady >= FRAMES_AT_REST && felt(spot.get().node()).isHover()) {
        action.accept(robot);
        done.complete(true);
      } else {
        // From aside: so no click is counted as the second one of a click before.
        robot.mouseMove(spot.get().point().add(ASIDE, ASIDE));
        robot.mouseMove(spot.get().point());
      }
    } catch (Exception e) { // whoever waits shall hear of it
      done.completeExceptionally(e);
    }
  }

  private Optional<Spot> spot() throws Exception {
    return query
        .call()
        .filter(node -> Sight.shown(node) && !node.isDisabled())
        .map(node -> new Spot(node, place.apply(node)))
        .filter(spot -> spot.point() != null);
  }

  /** What feels the mouse for a node: itself, or the first around it that is not transparent. */
  private static Node felt(Node node) {
    Node felt = node;
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.isMouseTransparent() && up.getParent() != null) {
        felt = up.getParent();
      }
    }
    return felt;
  }

  /** Whether an event's target is the node that was clicked, or within it. */
  boolean has(EventTarget target) {
    Node felt = before.map(spot -> felt(spot.node())).orElse(null);
    for (Node up = target instanceof Node node ? node : null; up != null; up = up.getParent()) {
      if (up == felt) {
        return true;
      }
    }
    return false;
  }

  String state() throws Exception {
    Optional<Node> found = query.call();
    if (found.isEmpty()) {
      return "there is no such node";
    }
    Node node = found.get();
    return node
        + (Sight.shown(node) ? " shown" : " not shown")
        + (node.isDisabled() ? ", disabled" : "")
        + (felt(node).isHover() ? "" : ", the mouse is not over it")
        + ", at "
        + place.apply(node)
        + " for "
        + steady
        + " frames";
  }
}
