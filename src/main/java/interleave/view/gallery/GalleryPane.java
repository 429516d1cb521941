package interleave.view.gallery;

import interleave.view.control.SpokenWords;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The gallery at the left: a search field above the entries by group. One click selects; Enter or a
 * double click runs.
 */
public final class GalleryPane extends VBox {
  /** What the gallery asks for. */
  public interface Wishes {
    void selected(Entry entry);

    void run(Entry entry);
  }

  private static final SpokenWords WORDS = SpokenWords.of("view/gallery");

  private final GalleryModel model;
  private final Wishes wishes;
  private final TextField search = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final InvalidationListener spoken = _ -> fill();
  private boolean filling;

  public GalleryPane(GalleryModel model, Wishes wishes) {
    this.model = model;
    this.wishes = wishes;
    getStyleClass().add("gallery");
    search.promptTextProperty().bind(WORDS.text("search"));
    WORDS.accessible(search, "search");
    search.setId("gallery-search");
    search.textProperty().addListener((_, _, _) -> fill());
    search.setOnKeyPressed(this::searchKey);
    VBox.setMargin(search, new javafx.geometry.Insets(0, 3, 0, 4));
    list.setId("gallery");
    WORDS.accessible(list, "says");
    list.getStyleClass().add("gallery-list");
    list.setCellFactory(_ -> new EntryCell());
    list.setPlaceholder(nothingFound());
    list.getSelectionModel().selectedItemProperty().addListener((_, _, entry) -> selected(entry));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    setMinWidth(0);
    SpokenWords.languageProperty().addListener(new WeakInvalidationListener(spoken));
    fill();
  }

  private static Label nothingFound() {
    Label label = WORDS.label("nothing");
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private void fill() {
    Entry before = list.getSelectionModel().getSelectedItem();
    filling = true;
    list.getItems().setAll(model.rows(search.getText()));
    if (before != null && list.getItems().contains(before)) {
      list.getSelectionModel().select(before);
    } else {
      list.getSelectionModel().clearSelection();
    }
    filling = false;
  }

  private void selected(Entry entry) {
    if (filling || entry == null) {
      return;
    }
    if (entry instanceof Entry.Heading) {
      list.getSelectionModel().selectNext();
      return;
    }
    wishes.selected(entry);
  }

  private void clicked(MouseEvent event) {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry == null) {
      return;
    }
    boolean door = entry instanceof Entry.RunProgram || entry instanceof Entry.OpenRecording;
    if (event.getClickCount() == 2 || (door && event.getClickCount() == 1)) {
      wishes.run(entry);
    }
  }

  private void listKey(KeyEvent event) {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && entry != null) {
      wishes.run(entry);
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      int at = list.getSelectionModel().getSelectedIndex();
      if (at > 1 && list.getItems().get(at - 1) instanceof Entry.Heading) {
        list.getSelectionModel().select(at - 2);
        event.consume();
      } else if (at == 1) {
        event.consume();
      }
    }
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      for (Entry entry : list.getItems()) {
        if (!(entry instanceof Entry.Heading)) {
          list.getSelectionModel().select(entry);
          break;
        }
      }
      list.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    }
  }

  /** Puts the cursor into the search field. */
  public void find() {
    search.requestFocus();
    search.selectAll();
  }

  /** Selects the scenario of that id without running it. */
  public void select(String id) {
    for (Entry entry : list.getItems()) {
      if (entry instanceof Entry.Lesson lesson && lesson.scenario().id().equals(id)) {
        list.getSelectionModel().select(entry);
      }
    }
  }

  /** Selects nothing, for a program that is not in the list. */
  public void selectNothing() {
    list.getSelectionModel().clearSelection();
  }

  /** Offers these recordings. */
  public void recent(List<Path> files) {
    model.recent(files);
    fill();
  }
}
