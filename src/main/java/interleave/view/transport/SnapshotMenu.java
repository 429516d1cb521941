package interleave.view.transport;

import interleave.view.control.Buttons;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Pictures: of the timeline or the whole window, to the clipboard or a file, at one, two or three
 * times the size.
 */
public final class SnapshotMenu extends MenuButton {
  /** What is to be pictured and where it goes. */
  public record Wish(boolean window, boolean copy, int scale) {}

  SnapshotMenu(Consumer<Wish> wishes) {
    super("Snapshot");
    setId("snapshot");
    getStyleClass().add("bar-button");
    setMinWidth(USE_PREF_SIZE);
    Buttons.describe(this, "A picture of the timeline or the window");
    for (int scale = 1; scale <= 3; scale++) {
      getItems()
          .add(item("Copy the timeline, " + scale + "×", new Wish(false, true, scale), wishes));
    }
    getItems().add(new SeparatorMenuItem());
    getItems().add(menu("Save the timeline as PNG", false, false, wishes));
    getItems().add(menu("Copy the whole window", true, true, wishes));
    getItems().add(menu("Save the whole window as PNG", true, false, wishes));
  }

  private static Menu menu(String text, boolean window, boolean copy, Consumer<Wish> wishes) {
    Menu menu = new Menu(text);
    for (int scale = 1; scale <= 3; scale++) {
      menu.getItems().add(item(scale + "×", new Wish(window, copy, scale), wishes));
    }
    return menu;
  }

  private static MenuItem item(String text, Wish wish, Consumer<Wish> wishes) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> wishes.accept(wish));
    return item;
  }

  void small(boolean narrow) {
    setText(narrow ? "" : "Snapshot");
    setGraphic(narrow ? new FontIcon(Feather.CAMERA) : null);
    getStyleClass().remove("icon-only");
    if (narrow) {
      getStyleClass().add("icon-only");
    }
  }
}
