package interleave.view.exercise;

import interleave.view.control.Buttons;
import interleave.view.control.SpokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * Finds text in what is written, in small letters and large ones alike. Enter goes to the next
 * place, with Shift to the one before; Escape gives the keyboard back to the text.
 */
final class FindBar extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/exercise");

  private final TextArea area;
  private final TextField sought = new TextField();
  private final Label count = new Label();

  FindBar(TextArea area) {
    super(6);
    this.area = area;
    setId("exercise-find");
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sought.setId("exercise-sought");
    sought.setPrefColumnCount(14);
    sought.promptTextProperty().bind(WORDS.text("find"));
    WORDS.accessible(sought, "find");
    sought.textProperty().addListener((_, _, _) -> look(area.getSelection().getStart()));
    sought.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    count.setId("exercise-found");
    count.getStyleClass().add("muted");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Button before = Buttons.icon(Feather.CHEVRON_UP, WORDS.text("find.before"), this::before);
    Button next = Buttons.icon(Feather.CHEVRON_DOWN, WORDS.text("find.next"), this::next);
    Button close = Buttons.icon(Feather.X, WORDS.text("find.close"), this::close);
    getChildren().addAll(sought, count, before, next, close);
    setVisible(false);
  }

  /** Opens it with what is selected. */
  void open() {
    String selected = area.getSelectedText();
    setVisible(true);
    if (!selected.isEmpty() && !selected.contains("\n")) {
      sought.setText(selected);
    }
    sought.requestFocus();
    sought.selectAll();
    look(area.getSelection().getStart());
  }

  private void close() {
    setVisible(false);
    area.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
      if (event.isShiftDown()) {
        before();
      } else {
        next();
      }
      event.consume();
    }
  }

  void next() {
    look(area.getSelection().getEnd());
  }

  private void before() {
    List<Integer> places = places();
    int at = area.getSelection().getStart();
    select(
        places,
        places.stream()
            .filter(place -> place < at)
            .reduce((_, last) -> last)
            .map(places::indexOf)
            .orElse(places.size() - 1));
  }

  /** Goes to the first place from there on, and from the end to the beginning. */
  private void look(int from) {
    List<Integer> places = places();
    select(
        places,
        places.stream().filter(place -> place >= from).findFirst().map(places::indexOf).orElse(0));
  }

  private void select(List<Integer> places, int which) {
    if (places.isEmpty()) {
      count.setText(sought.getText().isEmpty() ? "" : WORDS.get("find.none"));
      return;
    }
    int place = places.get(which);
    count.setText(WORDS.get("find.count", which + 1, places.size()));
    area.selectRange(place, place + sought.getText().length());
  }

  private List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    String wanted = sought.getText().toLowerCase(Locale.ROOT);
    String text = area.getText().toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && text.length() == area.getText().length()) {
      for (int at = text.indexOf(wanted);
          at >= 0;
          at = text.indexOf(wanted, at + wanted.length())) {
        places.add(at);
      }
    }
    return places;
  }
}
