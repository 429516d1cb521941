package interleave.view.exercise;

import interleave.exercise.Mistake;
import interleave.view.source.Highlighter;
import interleave.view.source.SourceLanguage;
import interleave.view.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A source file that is written. The toolkit's own text area has the caret, the selection, undo and
 * all keys; its letters are transparent, and over it the same letters lie in the colours of what
 * they are, with the numbers of the lines beside them.
 */
final class CodeEditor extends StackPane {
  private static final String INDENT = "    ";
  private static final double NUMBERS = 44;
  private static final double TOP = 6;
  private static final double UNBOUND = 100_000;

  private final TextArea area = new TextArea();
  private final TextFlow code = new TextFlow();
  private final TextFlow numbers = new TextFlow();
  private final Pane over = new Pane(code);
  private final Pane left = new Pane(numbers);
  private final FindBar find = new FindBar(area);
  private SourceLanguage language = SourceLanguage.JAVA;
  private Set<Integer> wrong = Set.of();

  CodeEditor() {
    getStyleClass().addAll("code-editor", "source");
    area.setId("exercise-code");
    area.getStyleClass().add("code-area");
    code.getStyleClass().add("code");
    numbers.getStyleClass().add("numbers");
    over.setMouseTransparent(true);
    left.setMouseTransparent(true);
    code.setManaged(false);
    numbers.setManaged(false);
    code.resize(UNBOUND, UNBOUND); // letters have no size before they have their font: none wraps
    numbers.resize(UNBOUND, UNBOUND);
    getChildren().addAll(area, over, left, find);
    setAlignment(find, Pos.TOP_RIGHT);
    setMargin(find, new Insets(4, 18, 0, 0));
    area.setWrapText(false);
    area.textProperty().addListener((_, _, _) -> paint());
    area.scrollTopProperty().addListener((_, _, _) -> place());
    area.scrollLeftProperty().addListener((_, _, _) -> place());
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    place();
  }

  StringProperty textProperty() {
    return area.textProperty();
  }

  /** Shows a text, and forgets what could be undone. */
  void set(String text, SourceLanguage as) {
    language = as;
    area.setText(text.replace("\t", INDENT).replace("\r\n", "\n"));
    area.positionCaret(0);
    area.setScrollTop(0);
    paint();
  }

  /** Writes another text in place of what is there, which can be undone. */
  void replace(String text) {
    area.replaceText(0, area.getLength(), text.replace("\t", INDENT).replace("\r\n", "\n"));
    area.positionCaret(0);
    area.setScrollTop(0);
  }

  /** Shows only. */
  void lock() {
    area.setEditable(false);
    area.setId("exercise-solved");
  }

  void says(String what) {
    area.setAccessibleText(what);
  }

  /** The numbers of lines with mistakes stand out. */
  void mark(List<Mistake> mistakes) {
    Set<Integer> lines = mistakes.stream().map(Mistake::line).collect(Collectors.toSet());
    if (!lines.equals(wrong)) {
      wrong = new TreeSet<>(lines);
      paint();
    }
  }

  /** Puts the caret at the beginning of a line. */
  void goTo(int line) {
    String text = area.getText();
    int at = 0;
    for (int i = 1; i < line && text.indexOf('\n', at) >= 0; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    area.requestFocus();
    area.positionCaret(at);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.F && !event.isShiftDown()) {
      find.open();
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.F3 && find.isVisible()) {
      find.next();
      event.consume();
      return;
    }
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (event.getCode() == KeyCode.TAB && plain && !event.isShiftDown()) {
      area.replaceSelection(INDENT);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && plain) {
      area.replaceSelection("\n" + indent());
      event.consume();
    }
  }

  /** As far in as the line is that the caret is in; further behind what opens a block. */
  private String indent() {
    String before = area.getText(0, area.getSelection().getStart());
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int blanks = 0;
    while (blanks < line.length() && line.charAt(blanks) == ' ') {
      blanks++;
    }
    boolean opens = line.stripTrailing().endsWith(language == SourceLanguage.JAVA ? "{" : ":");
    String more = language == SourceLanguage.JAVA ? "  " : INDENT;
    return " ".repeat(blanks) + (opens ? more : "");
  }

  private void paint() {
    List<Text> letters = new ArrayList<>();
    List<Text> beside = new ArrayList<>();
    String text = area.getText();
    List<List<Token>> lines = Highlighter.lines(text, language);
    for (int i = 0; i < lines.size(); i++) {
      for (Token token : lines.get(i)) {
        letters.add(letter(token.text(), token.kind().style()));
      }
      letters.add(letter("\n", "plain"));
      beside.add(letter("%4d".formatted(i + 1), wrong.contains(i + 1) ? "wrong" : "right"));
      beside.add(letter("\n", "right"));
    }
    code.getChildren().setAll(letters);
    numbers.getChildren().setAll(beside);
  }

  private static Text letter(String text, String style) {
    Text letter = new Text(text);
    letter.getStyleClass().add(style);
    return letter;
  }

  private void place() {
    code.relocate(NUMBERS - area.getScrollLeft(), TOP - area.getScrollTop());
    numbers.relocate(0, TOP - area.getScrollTop());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double width = getWidth();
    double height = getHeight();
    over.setClip(new Rectangle(NUMBERS, 0, Math.max(0, width - NUMBERS), height));
    left.setClip(new Rectangle(0, 0, NUMBERS, height));
    place();
  }
}
