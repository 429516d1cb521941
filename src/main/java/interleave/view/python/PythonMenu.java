package interleave.view.python;

import interleave.engine.Interpreter;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * The Pythons to choose from, each with its version and where it is. It opens at once, and is
 * filled when they are found.
 */
public final class PythonMenu {
  private static final Words WORDS = Words.of("view/python");

  /** What is done with a choice. */
  public interface Actions {
    void choose(Interpreter interpreter);

    /** Asks for the path of another one. */
    void another();

    /** The path of the one that is marked. */
    default Optional<Path> marked() {
      return Optional.empty();
    }
  }

  private final Pythons pythons;
  private final Actions wishes;
  private final ContextMenu menu = new ContextMenu();

  public PythonMenu(Pythons pythons, Actions wishes) {
    this.pythons = pythons;
    this.wishes = wishes;
    menu.setId("pythons");
    ChangeListener<Pythons.Known> refill = (_, _, known) -> menu.getItems().setAll(items(known));
    menu.setOnShown(_ -> pythons.knownProperty().addListener(refill));
    menu.setOnHidden(_ -> pythons.knownProperty().removeListener(refill));
  }

  /** Opens below something. */
  public void open(Node below) {
    pythons.look();
    menu.getItems().setAll(items(pythons.known()));
    menu.show(below, Side.BOTTOM, 0, 2);
  }

  private List<MenuItem> items(Pythons.Known known) {
    List<MenuItem> items = new ArrayList<>();
    Optional<Path> marked = wishes.marked();
    for (Interpreter each : known.found()) {
      items.add(item(each, marked.filter(each.path()::equals).isPresent()));
    }
    if (known.looking()) {
      items.add(looking());
    } else if (known.none()) {
      items.add(words("none", "no-python", () -> {}));
      items.getLast().setDisable(true);
    }
    items.add(new SeparatorMenuItem());
    items.add(words("another", "another-python", wishes::another));
    if (!known.looking()) {
      items.add(words("look-again", "look-again", this::lookAgain));
    }
    return items;
  }

  private MenuItem item(Interpreter interpreter, boolean marked) {
    String key = interpreter.isTraced() ? "item" : "item.untraced";
    RadioMenuItem item =
        new RadioMenuItem(WORDS.get(key, interpreter.show(), place(interpreter.path())));
    item.setSelected(marked);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> wishes.choose(interpreter));
    return item;
  }

  /** A path as one would type it: the user's own folder is {@code ~}. */
  static String place(Path path) {
    Path home = Path.of(System.getProperty("user.home", "."));
    return path.startsWith(home)
        ? Path.of("~").resolve(home.relativize(path)).toString()
        : path.toString();
  }

  private static MenuItem looking() {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(14, 14);
    MenuItem item = new MenuItem(WORDS.get("looking"), busy);
    item.setDisable(true);
    return item;
  }

  private static MenuItem words(String key, String id, Runnable action) {
    MenuItem item = new MenuItem(WORDS.get(key));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void lookAgain() {
    pythons.lookAgain();
    Node owner = menu.getOwnerNode();
    if (owner != null) {
      open(owner);
    }
  }
}
