package interleave.view.gallery;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a row of the gallery looks: a heading, or a ring and a title. */
final class EntryCell extends ListCell<Entry> {
  EntryCell() {
    setContentDisplay(ContentDisplay.LEFT);
    setGraphicTextGap(10);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    getStyleClass().removeAll("group", "entry");
    setDisable(false);
    setTooltip(null);
    setAccessibleText(null);
    if (empty || entry == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    if (entry instanceof Entry.Heading(String title)) {
      getStyleClass().add("group");
      setText(title.toUpperCase(Locale.ROOT));
      setAccessibleText(title);
      setGraphic(null);
      setDisable(true);
      setPrefHeight(34);
      return;
    }
    getStyleClass().add("entry");
    setText(entry.text());
    setGraphic(sign(entry));
    setPrefHeight(29);
    String tip = tip(entry);
    setTooltip(tip == null ? null : new Tooltip(tip));
  }

  private static Node sign(Entry entry) {
    return switch (entry) {
      case Entry.RunProgram _ -> new FontIcon(Feather.TERMINAL);
      case Entry.OpenRecording _ -> new FontIcon(Feather.FOLDER);
      case Entry.Recent _ -> new FontIcon(Feather.CLOCK);
      case Entry.Lesson _, Entry.Heading _ -> {
        Circle ring = new Circle(4.5);
        ring.getStyleClass().add("ring");
        yield ring;
      }
    };
  }

  private static @Nullable String tip(Entry entry) {
    return switch (entry) {
      case Entry.Lesson lesson -> lesson.scenario().summary();
      case Entry.RunProgram _ -> Entry.WORDS.get("run.tip");
      case Entry.OpenRecording _ -> Entry.WORDS.get("open.tip");
      case Entry.Recent recent -> recent.file().toString();
      case Entry.Heading _ -> null;
    };
  }
}
