package interleave.view.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Takes what is chosen in a list as text: with Ctrl+C, or from a menu, which may offer more than
 * that.
 */
public final class Copying {
  private static final SpokenWords WORDS = SpokenWords.of("view/control");

  private Copying() {}

  /**
   * The lines of a list, of which one can now choose several.
   *
   * @param more what else can be done to one of them
   */
  public static <T> void lines(
      ListView<T> list, Function<T, String> text, Function<T, List<MenuItem>> more) {
    MultipleSelectionModel<T> chosen = list.getSelectionModel();
    several(list, chosen, () -> joined(chosen.getSelectedItems(), text), more);
  }

  /** The rows of a table, cells parted by tabs. */
  public static <T> void rows(TableView<T> table, Function<T, List<MenuItem>> more) {
    Function<T, String> text =
        row ->
            table.getVisibleLeafColumns().stream()
                .map(column -> cell(column, row))
                .collect(Collectors.joining("\t"));
    MultipleSelectionModel<T> chosen = table.getSelectionModel();
    several(table, chosen, () -> joined(chosen.getSelectedItems(), text), more);
  }

  private static <T> String cell(TableColumn<T, ?> column, T row) {
    ObservableValue<?> value = column.getCellObservableValue(row);
    return value == null ? "" : String.valueOf(value.getValue());
  }

  private static <T> String joined(List<T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining(System.lineSeparator()));
  }

  private static <T> void several(
      Control list,
      MultipleSelectionModel<T> chosen,
      Supplier<String> text,
      Function<T, List<MenuItem>> more) {
    chosen.setSelectionMode(SelectionMode.MULTIPLE);
    onKey(list, text);
    ContextMenus.on(
        list,
        _ -> {
          T one = chosen.getSelectedItem();
          List<MenuItem> items = new ArrayList<>(one == null ? List.of() : more.apply(one));
          if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
          }
          items.add(item("copy", () -> put(text.get()), one != null));
          items.add(item("select-all", chosen::selectAll, true));
          return items;
        });
  }

  /** Ctrl+C takes all of a pane's text. */
  public static void all(Control pane, Supplier<String> text) {
    onKey(pane, text);
    ContextMenus.on(pane, _ -> List.of(item("copy", () -> put(text.get()), true)));
  }

  private static void onKey(Node node, Supplier<String> text) {
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean copy = event.getCode() == KeyCode.C && event.isShortcutDown();
          if (copy && !event.isShiftDown() && !event.isAltDown()) {
            put(text.get());
            event.consume();
          }
        });
  }

  private static MenuItem item(String key, Runnable action, boolean able) {
    MenuItem item = ContextMenus.item(WORDS.get(key), action);
    item.setDisable(!able);
    return item;
  }

  /** Puts a text where others can take it. */
  public static void put(String text) {
    if (!text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
