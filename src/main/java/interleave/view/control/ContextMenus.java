package interleave.view.control;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** Menus that are made when they are asked for: by the right button, or by the key for menus. */
public final class ContextMenus {
  private ContextMenus() {}

  /**
   * Shows what there is to be done at a place; nothing where that is nothing.
   *
   * @param items is asked anew each time
   */
  public static void on(Node node, Function<ContextMenuEvent, List<MenuItem>> items) {
    ContextMenu menu = new ContextMenu();
    menu.setId("context-menu");
    node.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event -> {
          menu.getItems().setAll(items.apply(event));
          if (!menu.getItems().isEmpty()) {
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
          }
        });
  }

  /** One thing that can be done. */
  public static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
