package interleave.view.gallery;

import interleave.scenario.Scenario;
import interleave.view.control.Buttons;
import interleave.view.control.SpokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How a row of the gallery looks: a heading with a sign for folded, or a ring and a title. What the
 * user brought along can be run, changed and forgotten by buttons that show below the pointer and
 * on the selected row.
 */
final class EntryCell extends ListCell<Entry> {
  private static final SpokenWords WORDS = SpokenWords.of("view/gallery");

  private final GalleryPane.Actions wishes;

  EntryCell(GalleryPane.Actions wishes) {
    this.wishes = wishes;
    setContentDisplay(ContentDisplay.LEFT);
    setGraphicTextGap(10);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    getStyleClass().removeAll("group", "entry");
    setTooltip(null);
    setAccessibleText(null);
    if (empty || entry == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    switch (entry) {
      case Entry.Heading heading -> heading(heading);
      case Entry.Own _, Entry.Recent _ -> brought(entry);
      case Entry.Lesson _, Entry.Broken _, Entry.RunProgram _, Entry.OpenRecording _ -> {
        setText(entry.text());
        setGraphic(sign(entry));
      }
    }
    if (!(entry instanceof Entry.Heading)) {
      getStyleClass().add("entry");
      setPrefHeight(29);
    }
    String tip = tip(entry);
    setTooltip(tip == null ? null : new Tooltip(tip));
  }

  private void heading(Entry.Heading heading) {
    getStyleClass().add("group");
    setText(heading.text().toUpperCase(Locale.ROOT));
    setAccessibleText(
        Entry.WORDS.get(heading.open() ? "group.open" : "group.folded", heading.text()));
    setGraphic(new FontIcon(heading.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    setPrefHeight(34);
  }

  private void brought(Entry entry) {
    Label name = new Label(entry.text());
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox row = new HBox(10, sign(entry), name);
    row.setAlignment(Pos.CENTER_LEFT);
    List<Button> buttons = new ArrayList<>();
    buttons.add(button(Feather.PLAY, "again", () -> wishes.run(entry)));
    if (entry instanceof Entry.Own own) {
      buttons.add(button(Feather.EDIT_2, "change", () -> wishes.change(own)));
    }
    buttons.add(button(Feather.X, "forget", () -> wishes.forget(entry)));
    HBox more = new HBox(buttons.toArray(Button[]::new));
    more.setMinWidth(USE_PREF_SIZE);
    more.setAlignment(Pos.CENTER);
    more.visibleProperty().bind(Bindings.or(hoverProperty(), selectedProperty()));
    more.managedProperty().bind(more.visibleProperty());
    if (entry instanceof Entry.Recent recent) {
      Label when = new Label(recent.when());
      when.getStyleClass().add("when");
      when.setMinWidth(USE_PREF_SIZE);
      row.getChildren().add(when);
    }
    row.getChildren().add(more);
    setText(null);
    setGraphic(row);
    setAccessibleText(entry.text());
  }

  private static Button button(Feather icon, String key, Runnable action) {
    Button button = Buttons.icon(icon, WORDS.text(key), action);
    button.getStyleClass().setAll("button", "row-button");
    button.setFocusTraversable(false); // Enter, F2 and Delete do the same
    return button;
  }

  private static Node sign(Entry entry) {
    return switch (entry) {
      case Entry.Broken _ -> new FontIcon(Feather.ALERT_TRIANGLE);
      case Entry.RunProgram _ -> new FontIcon(Feather.TERMINAL);
      case Entry.OpenRecording _ -> new FontIcon(Feather.FOLDER);
      case Entry.Recent _ -> new FontIcon(Feather.CLOCK);
      case Entry.Own own ->
          new FontIcon(own.form().isPython() ? Feather.FILE_TEXT : Feather.COFFEE);
      case Entry.Lesson _, Entry.Heading _ -> {
        Circle ring = new Circle(4.5);
        ring.getStyleClass().add("ring");
        yield ring;
      }
    };
  }

  private static String tip(Scenario scenario) {
    String tip = scenario.title() + "\n" + scenario.summary();
    return scenario.origin().isOurs()
        ? tip
        : tip + "\n" + Entry.WORDS.get("from", String.valueOf(scenario.origin().place()));
  }

  private static @Nullable String tip(Entry entry) {
    return switch (entry) {
      case Entry.Lesson lesson -> tip(lesson.scenario());
      case Entry.Broken broken -> broken.found().told();
      case Entry.RunProgram _ -> Entry.WORDS.get("run.tip");
      case Entry.OpenRecording _ -> Entry.WORDS.get("open.tip");
      case Entry.Recent recent -> recent.file().toString();
      case Entry.Own own -> String.join("\n", own.form().typed().values());
      case Entry.Heading _ -> null;
    };
  }
}
