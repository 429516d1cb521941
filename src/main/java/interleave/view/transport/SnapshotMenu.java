package interleave.view.transport;

import interleave.view.control.Buttons;
import interleave.view.control.SpokenWords;
import interleave.view.keys.Command;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
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
  /** What is to be pictured. */
  public enum Subject {
    /** The whole run as a figure, with all rows. */
    RUN,
    /** The same, of the range of time that is in sight. */
    RANGE,
    /** What stands on the screen. */
    WINDOW
  }

  /** What is to be pictured and where it goes. */
  public record Wish(Subject subject, boolean copy, int scale) {}

  private static final SpokenWords WORDS = SpokenWords.of("view/transport");

  SnapshotMenu(Consumer<Wish> wishes, Consumer<Command> ask) {
    WORDS.on(this, "snapshot");
    setId("snapshot");
    getStyleClass().add("bar-button");
    setMinWidth(USE_PREF_SIZE);
    Buttons.describe(this, WORDS.text("snapshot.tip"));
    for (int scale = 1; scale <= 3; scale++) {
      getItems()
          .add(
              item(
                  WORDS.text("snapshot.copy.timeline", scale),
                  new Wish(Subject.RUN, true, scale),
                  wishes));
    }
    getItems().add(new SeparatorMenuItem());
    getItems().add(menu("snapshot.save.timeline", Subject.RUN, false, wishes));
    getItems().add(menu("snapshot.copy.range", Subject.RANGE, true, wishes));
    getItems().add(menu("snapshot.save.range", Subject.RANGE, false, wishes));
    getItems().add(new SeparatorMenuItem());
    getItems().add(menu("snapshot.copy.window", Subject.WINDOW, true, wishes));
    getItems().add(menu("snapshot.save.window", Subject.WINDOW, false, wishes));
    getItems().add(new SeparatorMenuItem());
    getItems()
        .addAll(
            asking("snapshot.figure", () -> ask.accept(Command.FIGURE)),
            asking("snapshot.worksheet", () -> ask.accept(Command.WORKSHEET)),
            asking("snapshot.export", () -> ask.accept(Command.EXPORT)),
            asking("snapshot.merge", () -> ask.accept(Command.MERGE)),
            asking("snapshot.compare", () -> ask.accept(Command.COMPARE_WITH)),
            asking("snapshot.laboratory", () -> ask.accept(Command.LABORATORY)));
  }

  private static Menu menu(String key, Subject subject, boolean copy, Consumer<Wish> wishes) {
    Menu menu = new Menu();
    menu.textProperty().bind(WORDS.text(key));
    for (int scale = 1; scale <= 3; scale++) {
      menu.getItems().add(item(WORDS.text("times", scale), new Wish(subject, copy, scale), wishes));
    }
    return menu;
  }

  private static MenuItem asking(String key, Runnable asks) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(WORDS.text(key));
    item.setOnAction(_ -> asks.run());
    return item;
  }

  private static MenuItem item(ObservableValue<String> text, Wish wish, Consumer<Wish> wishes) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(text);
    item.setOnAction(_ -> wishes.accept(wish));
    return item;
  }

  void small(boolean narrow) {
    setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    setGraphic(narrow ? new FontIcon(Feather.CAMERA) : null);
    getStyleClass().remove("icon-only");
    if (narrow) {
      getStyleClass().add("icon-only");
    }
  }
}
