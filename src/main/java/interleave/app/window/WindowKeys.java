package interleave.app.window;

import interleave.view.keys.Command;
import interleave.view.keys.Keymap;
import interleave.view.timeline.TimelineKeys;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the window as a whole: those that no pane has taken, unless somebody is typing. Those
 * of the timeline are among them: they do the same wherever the keyboard is.
 */
final class WindowKeys {
  private final Scene scene;
  private final Consumer<Command> execute;
  private final Runnable escape;
  private final Predicate<TimelineKeys.Function> timeline;
  private final BooleanSupplier covered;
  private final Keymap keymap = new Keymap();

  /**
   * @param timeline does what a key of the timeline asks for, if there is something to do it with
   * @param covered whether a card lies over the window
   */
  WindowKeys(
      Scene scene,
      Consumer<Command> execute,
      Runnable escape,
      Predicate<TimelineKeys.Function> timeline,
      BooleanSupplier covered) {
    this.scene = scene;
    this.execute = execute;
    this.escape = escape;
    this.timeline = timeline;
    this.covered = covered;
  }

  void listen() {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::space);
    scene.getRoot().addEventFilter(KeyEvent.KEY_PRESSED, this::escapeFromList);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void key(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      escape.run();
      event.consume();
      return;
    }
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    boolean typing = scene.getFocusOwner() instanceof TextInputControl;
    if (typing && plain && !event.getCode().isFunctionKey()) {
      return;
    }
    Optional<Command> command =
        keymap.command(
            new Keymap.Stroke(
                event.getCode(), event.isShortcutDown(), event.isShiftDown(), event.isAltDown()));
    if (command.isPresent()) {
      execute.accept(command.get());
      event.consume();
    } else if (!typing
        && !covered.getAsBoolean()
        && TimelineKeys.of(event).filter(timeline).isPresent()) {
      event.consume();
    }
  }

  /** Lists keep that key for an editing that there is not. */
  private void escapeFromList(KeyEvent event) {
    boolean list =
        scene.getFocusOwner() instanceof ListView || scene.getFocusOwner() instanceof TableView;
    if (event.getCode() == KeyCode.ESCAPE && list && !event.isConsumed()) {
      escape.run();
      event.consume();
    }
  }

  /** Lists would take the space for themselves; only what can be pressed or typed into keeps it. */
  private void space(KeyEvent event) {
    Node owner = scene.getFocusOwner();
    boolean taken = owner instanceof TextInputControl || owner instanceof ButtonBase;
    if (event.getCode() == KeyCode.SPACE && !taken && !covered.getAsBoolean()) {
      execute.accept(Command.PLAY_OR_PAUSE);
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    if ("?".equals(event.getCharacter()) && !(scene.getFocusOwner() instanceof TextInputControl)) {
      execute.accept(Command.KEYS);
      event.consume();
    }
  }
}
