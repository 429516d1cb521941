package interleave.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A hand on mouse and keyboard that feels what it does. It clicks only what is in sight, enabled,
 * uncovered and at rest ({@link Target}), in one step of the JavaFX thread so that nothing moves in
 * between; and it goes on only when the click came to that node, or the key to a window. Else it
 * says what was in the way: a test that goes on waits in vain for what nobody asked for.
 */
public final class Hand {
  private final FxRobot robot = new FxRobot();
  private final Sight sight = new Sight();

  /** Clicks the one node of that CSS query. */
  public void click(String query) throws Exception {
    click(query, () -> robot.lookup(query).<Node>tryQuery());
  }

  /** Clicks what shows a text within the nodes of a CSS query. */
  public void click(String within, String text) throws Exception {
    click(within + " “" + text + "”", () -> sight.find(within, text));
  }

  public void doubleClick(String within, String text) throws Exception {
    press(within + " “" + text + "”", () -> sight.find(within, text), Target::middle, 2);
  }

  /** Clicks the node that a query finds, which is asked anew until it finds one. */
  public void click(String what, Callable<Optional<Node>> query) throws Exception {
    press(what, query, Target::middle, 1);
  }

  /** Clicks a point of a node, given in its own coordinates. */
  public void click(Node node, double x, double y) throws Exception {
    press(node.toString(), () -> Optional.of(node), it -> it.localToScreen(x, y), 1);
  }

  /**
   * Takes a node at its middle and lets it go so many pixels to the right and down. The events are
   * made here: the toolkit without a screen says that a mouse moves, and not that it is dragged.
   */
  public void drag(Node node, double right, double down) throws Exception {
    Target target = new Target(() -> Optional.of(node), Target::middle);
    CompletableFuture<Boolean> dragged =
        target.whenAtRest(
            mouse -> {
              Point2D from = new Point2D(mouse.getMouseX(), mouse.getMouseY());
              drag(node, from, from.add(right, down), false);
            });
    await(node + " at rest and uncovered", dragged, target::state);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Drags from one point of a node to another while Shift is held. */
  public void shiftDrag(Node node, Point2D from, Point2D to) throws Exception {
    Target target = new Target(() -> Optional.of(node), it -> it.localToScreen(from));
    CompletableFuture<Boolean> dragged =
        target.whenAtRest(_ -> drag(node, node.localToScreen(from), node.localToScreen(to), true));
    await(node + " at rest and uncovered", dragged, target::state);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void drag(Node node, Point2D from, Point2D to, boolean shift) {
    fire(node, MouseEvent.MOUSE_PRESSED, from, true, shift);
    fire(node, MouseEvent.MOUSE_DRAGGED, from.midpoint(to), true, shift);
    fire(node, MouseEvent.MOUSE_DRAGGED, to, true, shift);
    fire(node, MouseEvent.MOUSE_RELEASED, to, false, shift);
  }

  /** Asks for the menu of a node at a point of it, as the right button does. */
  public void menu(Node node, double x, double y) throws Exception {
    Target target = new Target(() -> Optional.of(node), it -> it.localToScreen(x, y));
    CompletableFuture<Boolean> asked =
        target.whenAtRest(
            _ -> {
              Point2D scene = node.localToScene(x, y);
              Point2D screen = node.localToScreen(x, y);
              Event.fireEvent(
                  node,
                  new ContextMenuEvent(
                      ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                      scene.getX(),
                      scene.getY(),
                      screen.getX(),
                      screen.getY(),
                      false,
                      null));
            });
    await("the menu of " + node, asked, target::state);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void fire(
      Node node, EventType<MouseEvent> type, Point2D at, boolean held, boolean shift) {
    Point2D inScene = node.localToScene(node.screenToLocal(at));
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            shift,
            false,
            false,
            false,
            held,
            false,
            false,
            false,
            false,
            !held,
            null));
  }

  private void press(
      String what, Callable<Optional<Node>> query, Function<Node, Point2D> point, int times)
      throws Exception {
    Target target = new Target(query, point);
    try (Arrival<MouseEvent> arrival =
        new Arrival<>(
            MouseEvent.MOUSE_RELEASED,
            event ->
                target.has(event.getTarget()) && (times == 1 || event.getClickCount() == times))) {
      CompletableFuture<Boolean> pressed =
          target.whenAtRest(
              mouse -> {
                for (int i = 0; i < times; i++) {
                  mouse.mouseClick(MouseButton.PRIMARY);
                }
              });
      await(what + " at rest and uncovered", pressed, target::state);
      await("the click on " + what, arrival.came, () -> "it came to " + arrival.others);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses keys one after the other and lets them go in reverse: the last one is the stroke. */
  public void stroke(KeyCode... keys) throws Exception {
    KeyCode last = keys[keys.length - 1];
    waitFor("a window with the focus", () -> fx(() -> focused().isPresent()));
    try (Arrival<KeyEvent> arrival =
        new Arrival<>(KeyEvent.KEY_PRESSED, event -> event.getCode() == last)) {
      fx(
          () -> {
            Robot keyboard = new Robot();
            for (KeyCode key : keys) {
              keyboard.keyPress(key);
            }
            for (KeyCode key : List.of(keys).reversed()) {
              keyboard.keyRelease(key);
            }
            return true;
          });
      await("the key " + last, arrival.came, () -> "there came " + arrival.others);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** A stroke that is meant for a node, or one within it: waits until it has the focus. */
  public void strokeIn(String query, KeyCode... keys) throws Exception {
    waitFor("the focus in " + query, () -> fx(() -> hasFocus(query)));
    stroke(keys);
  }

  /** Writes into a field that has the focus or is about to get it. */
  public void write(String query, String text) throws Exception {
    waitFor("the focus in " + query, () -> fx(() -> hasFocus(query)));
    TextInputControl field = robot.lookup(query).query();
    // Before its first picture a field takes no keys.
    waitFor(query + " to be drawn", () -> fx(() -> field.getSkin() != null));
    String before = fx(field::getText);
    robot.write(text, 0);
    waitFor("“" + text + "” in " + query, () -> fx(field::getText).equals(before + text));
  }

  /** Writes into a field in place of what it has. */
  public void writeAnew(String query, String text) throws Exception {
    waitFor(query, () -> fx(() -> robot.lookup(query).tryQuery().filter(Sight::shown).isPresent()));
    TextInputControl field = robot.lookup(query).query();
    fx(
        () -> {
          field.requestFocus();
          field.clear();
          return true;
        });
    write(query, text);
  }

  private boolean hasFocus(String query) {
    return robot.lookup(query).<Node>queryAll().stream().anyMatch(Hand::hasFocus);
  }

  /** A popup has no focus of its own: it gets the keys of the window that it belongs to. */
  private static boolean hasFocus(Node whole) {
    Window window = whole.getScene().getWindow();
    Node owner = whole.getScene().getFocusOwner();
    return window != null
        && (window.isFocused() || window instanceof PopupWindow)
        && Stream.iterate(owner, up -> up != null, Node::getParent).anyMatch(up -> up == whole);
  }

  private static Optional<Window> focused() {
    return Window.getWindows().stream().filter(it -> it.isShowing() && it.isFocused()).findFirst();
  }

  private static <T> T fx(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(1000 * Patience.SECONDS, action);
  }

  private static void waitFor(String what, Callable<Boolean> wanted) throws Exception {
    try {
      Patience.waitFor(wanted);
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what, e);
    }
  }

  private static void await(String what, CompletableFuture<?> awaited, Callable<String> instead)
      throws Exception {
    try {
      awaited.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      awaited.cancel(true); // a click that comes late would be felt by the next test
      throw new AssertionError("waited in vain for " + what + ": " + fx(instead), e);
    }
  }

  /** Listens at all windows for an event. */
  private static final class Arrival<E extends Event> implements AutoCloseable {
    private final CompletableFuture<Boolean> came = new CompletableFuture<>();
    private final List<E> others = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final EventType<E> type;
    private final EventHandler<E> listener;

    Arrival(EventType<E> type, Predicate<E> wanted) {
      this.type = type;
      listener =
          event -> {
            if (wanted.test(event)) {
              came.complete(true);
            } else {
              others.add(event);
            }
          };
      fx(
          () -> {
            windows.addAll(Window.getWindows());
            windows.forEach(window -> window.addEventFilter(type, listener));
            return true;
          });
    }

    @Override
    public void close() {
      Platform.runLater(() -> windows.forEach(window -> window.removeEventFilter(type, listener)));
    }
  }
}
