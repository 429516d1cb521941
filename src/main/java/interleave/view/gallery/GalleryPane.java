package interleave.view.gallery;

import interleave.program.Program;
import interleave.scenario.FoundLesson;
import interleave.scenario.Scenario;
import interleave.view.control.SpokenWords;
import interleave.view.program.ProgramForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The gallery at the left: a search field above the entries by group. One click selects, and opens
 * a recording; Enter or a double click runs.
 */
public final class GalleryPane extends VBox {
  /** What the gallery asks for. */
  public interface Actions {
    void selected(Entry entry);

    void run(Entry entry);

    /** To change what was typed for a program before it is run again. */
    void change(Entry.Own own);

    /** Not to be offered any more. */
    void forget(Entry entry);

    /** Which groups are folded now. */
    void folded(Set<String> groups);
  }

  private static final SpokenWords WORDS = SpokenWords.of("view/gallery");

  /** How many rows above the selected one stay in sight where it was not. */
  private static final int ABOVE = 6;

  private final GalleryModel model;
  private final Actions wishes;
  private final TextField search = new TextField();
  private final ListView<Entry> list = new ListView<>();
  private final InvalidationListener spoken = _ -> fill();
  private boolean filling;

  public GalleryPane(GalleryModel model, Actions wishes) {
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
    list.setCellFactory(_ -> new EntryCell(wishes));
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
    if (!filling && entry != null && !(entry instanceof Entry.Heading)) {
      wishes.selected(entry);
    }
  }

  private void clicked(MouseEvent event) {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry == null || !onCell(event)) {
      return;
    }
    int clicks =
        switch (entry) {
          case Entry.RunProgram _, Entry.OpenRecording _, Entry.Recent _ -> 1;
          case Entry.Lesson _, Entry.Broken _, Entry.Own _, Entry.Heading _ -> 2;
        };
    if (entry instanceof Entry.Heading heading) {
      toggle(heading);
    } else if (event.getClickCount() == clicks) {
      wishes.run(entry);
    }
  }

  /** Not on the empty ground below the rows, nor on a button within one. */
  private static boolean onCell(MouseEvent event) {
    for (Node up = event.getPickResult().getIntersectedNode(); up != null; up = up.getParent()) {
      if (up instanceof ButtonBase) {
        return false;
      }
      if (up instanceof ListCell<?> cell) {
        return !cell.isEmpty();
      }
    }
    return false;
  }

  private void toggle(Entry.Heading heading) {
    wishes.folded(model.toggle(heading.id()));
    fill();
    for (Entry entry : list.getItems()) {
      if (entry instanceof Entry.Heading it && it.id().equals(heading.id())) {
        list.getSelectionModel().select(entry);
      }
    }
  }

  private void listKey(KeyEvent event) {
    Entry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null && pressed(event.getCode(), entry)) {
      event.consume();
    }
  }

  private boolean pressed(KeyCode key, Entry entry) {
    if (entry instanceof Entry.Heading heading) {
      boolean turns =
          key == KeyCode.ENTER || key == (heading.open() ? KeyCode.LEFT : KeyCode.RIGHT);
      if (turns) {
        toggle(heading);
      }
      return turns;
    }
    boolean brought = entry instanceof Entry.Own || entry instanceof Entry.Recent;
    switch (key) {
      case ENTER -> wishes.run(entry);
      case DELETE -> {
        if (brought) {
          wishes.forget(entry);
        }
      }
      case F2 -> {
        if (entry instanceof Entry.Own own) {
          wishes.change(own);
        }
      }
      case LEFT -> toHeading();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void toHeading() {
    int at = list.getSelectionModel().getSelectedIndex();
    while (at > 0 && !(list.getItems().get(at) instanceof Entry.Heading)) {
      at--;
    }
    list.getSelectionModel().select(at);
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
    model.reveal(id);
    fill();
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof Entry.Lesson lesson
          && lesson.scenario().id().equals(id)) {
        list.getSelectionModel().select(i);
        scrollToSelected();
      }
    }
  }

  /** Selects nothing, for a program that is not in the list. */
  public void selectNothing() {
    list.getSelectionModel().clearSelection();
  }

  /** Highlights a program without choosing it; nothing where it is not in the list. */
  public void show(Program.Own program) {
    highlight(
        entry ->
            entry instanceof Entry.Own own
                && own.form().refusal().isEmpty()
                && own.form().program().equals(program));
  }

  /** Highlights a lesson without choosing it; nothing where it is not in the list. */
  public void show(Program.Lesson lesson) {
    String id = lesson.scenario().id();
    highlight(entry -> entry instanceof Entry.Lesson it && it.scenario().id().equals(id));
  }

  /** Highlights a recording without opening it; nothing where it is not in the list. */
  public void show(Path recording) {
    Path whole = recording.toAbsolutePath().normalize();
    highlight(entry -> entry instanceof Entry.Recent recent && recent.file().equals(whole));
  }

  private void selectInSight(Entry entry) {
    list.getSelectionModel().select(entry);
    scrollToSelected();
  }

  /** The list is longer than it is high, and may have become so just now. */
  private void scrollToSelected() {
    list.layout();
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ABOVE));
  }

  private void highlight(Predicate<Entry> wanted) {
    Entry now = list.getSelectionModel().getSelectedItem();
    if (now != null && wanted.test(now)) {
      return;
    }
    filling = true;
    list.getSelectionModel().clearSelection();
    list.getItems().stream().filter(wanted).findFirst().ifPresent(this::selectInSight);
    filling = false;
  }

  /** Offers these lessons, and names those with which something is wrong. */
  public void lessons(List<Scenario> scenarios, List<FoundLesson> refused) {
    model.lessons(scenarios, refused);
    fill();
  }

  /** Offers these recordings. */
  public void recent(List<Path> files) {
    model.recent(files);
    fill();
  }

  /** Offers these programs. */
  public void programs(List<ProgramForm> forms) {
    model.programs(forms);
    fill();
  }

  /** Folds these groups. */
  public void fold(Set<String> groups) {
    model.fold(groups);
    fill();
  }
}
